import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'
import { languageBeforeStart, SettingsStore } from './settings-store.ts'

let path = ''
let log = vi.spyOn(console, 'error')
beforeEach(() => {
  path = join(temporaryFolder(), 'settings.json')
  log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('SettingsStore', () => {
  it('begins with the defaults, and finds again what was changed', async () => {
    const first = await SettingsStore.open(path)
    expect(first.settings).toEqual(DEFAULT_SETTINGS)
    expect(await first.change({ theme: 'night', textSize: 20 })).toMatchObject({ theme: 'night', textSize: 20 })
    await first.change({ language: 'en' })
    const { settings } = await SettingsStore.open(path)
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'night', textSize: 20, language: 'en' })
    expect(log).not.toHaveBeenCalled()
  })

  it('knows the language before the app is ready, and the default where the file says nothing', async () => {
    expect(languageBeforeStart(path)).toBe('zh')
    await (await SettingsStore.open(path)).change({ language: 'en' })
    expect(languageBeforeStart(path)).toBe('en')
    for (const text of ['{', '[]', 'null', JSON.stringify({ schemaVersion: 1, settings: { language: 'de' } })]) {
      writeFileSync(path, text)
      expect(languageBeforeStart(path)).toBe('zh')
    }
  })

  it('leaves alone what a change names without a value', async () => {
    const store = await SettingsStore.open(path)
    await store.change({ font: 'kai' })
    expect(await store.change({ font: undefined, citeCopies: false })).toMatchObject({ font: 'kai', citeCopies: false })
  })

  it('takes the default for a setting that the file does not know yet', async () => {
    writeFileSync(path, JSON.stringify({ schemaVersion: 1, settings: { theme: 'eyecare' } }))
    expect((await SettingsStore.open(path)).settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'eyecare' })
  })

  it.each([
    ['no JSON', '{'],
    ['no record', '[]'],
    ['an unknown theme', JSON.stringify({ schemaVersion: 1, settings: { theme: 'neon' } })],
    ['letters too large', JSON.stringify({ schemaVersion: 1, settings: { textSize: 400 } })],
    ['a newer form', JSON.stringify({ schemaVersion: 99, settings: { theme: 'night' } })],
  ])('falls back on the defaults with %s, says so on the console, and can be changed', async (_what, content) => {
    writeFileSync(path, content)
    const store = await SettingsStore.open(path)
    expect(store.settings).toEqual(DEFAULT_SETTINGS)
    expect(log).toHaveBeenCalled()
    await store.change({ language: 'en' })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ settings: { language: 'en' } })
  })
})
