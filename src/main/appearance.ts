import { BrowserWindow, nativeTheme } from 'electron'
import type { ThemeChoice } from '../core/settings/settings.ts'

/** The colour behind the page of each theme: what a window shows until the page is painted. */
const BACKGROUNDS = {
  paper: '#efeae0',
  eyecare: '#dfe6d6',
  night: '#131211',
  contrast: '#ffffff',
} as const satisfies Readonly<Record<Exclude<ThemeChoice, 'system'>, string>>

/** The colour of a window's ground, `#rrggbb`. `dark`: whether the system is. */
export function backgroundOf(theme: ThemeChoice, dark: boolean): string {
  if (theme === 'system') return dark ? BACKGROUNDS.night : BACKGROUNDS.paper
  return BACKGROUNDS[theme]
}

/** Whether the system's own parts (menus, dialogs, scroll bars) are light or dark with a theme. */
export function systemThemeFor(theme: ThemeChoice): 'system' | 'light' | 'dark' {
  if (theme === 'system') return 'system'
  return theme === 'night' ? 'dark' : 'light'
}

/** The ground of a window that is made now. */
export function currentBackground(theme: ThemeChoice): string {
  return backgroundOf(theme, nativeTheme.shouldUseDarkColors)
}

/** Gives the system's parts and every window what belongs to a theme. */
export function applyTheme(theme: ThemeChoice): void {
  nativeTheme.themeSource = systemThemeFor(theme)
  for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(currentBackground(theme))
}

/** Follows the system when it turns dark or light. `theme` is asked each time. */
export function followSystemTheme(theme: () => ThemeChoice): void {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(currentBackground(theme()))
  })
}
