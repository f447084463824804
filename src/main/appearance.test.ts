import { describe, expect, it, vi } from 'vitest'
import type { ThemeChoice } from '../core/settings/settings.ts'

vi.mock('electron', () => ({ BrowserWindow: {}, nativeTheme: {} }))

const { backgroundOf, systemThemeFor } = await import('./appearance.ts')

const CASES: readonly (readonly [theme: ThemeChoice, light: string, dark: string, system: string])[] = [
  ['system', '#efeae0', '#131211', 'system'],
  ['paper', '#efeae0', '#efeae0', 'light'],
  ['eyecare', '#dfe6d6', '#dfe6d6', 'light'],
  ['night', '#131211', '#131211', 'dark'],
  ['contrast', '#ffffff', '#ffffff', 'light'],
]

describe('a theme', () => {
  it.each(CASES)('%s: %s on a light system, %s on a dark one; the system is %s', (theme, light, dark, system) => {
    expect(backgroundOf(theme, false)).toBe(light)
    expect(backgroundOf(theme, true)).toBe(dark)
    expect(systemThemeFor(theme)).toBe(system)
  })
})
