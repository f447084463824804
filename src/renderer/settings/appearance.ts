import type { Settings, ThemeChoice } from '../../core/settings/settings.ts'
import { useSettings } from './settings-store.ts'

/** The themes that a page can have; the system's is one of them. */
type Theme = Exclude<ThemeChoice, 'system'>

const darkness = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more)')

/** Keeps the page in the look that the settings ask for; tokens.css has what each look is. */
export function followAppearance(): void {
  const apply = () => dressPage(useSettings.getState().settings)
  useSettings.subscribe(apply)
  darkness.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  apply()
}

function dressPage({ theme, font, textSize, language }: Settings): void {
  const root = document.documentElement
  root.dataset.theme = theme === 'system' ? systemTheme() : theme
  root.dataset.font = font
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  root.style.setProperty('--text-size', `${textSize}px`)
}

function systemTheme(): Theme {
  if (contrast.matches) return 'contrast'
  return darkness.matches ? 'night' : 'paper'
}
