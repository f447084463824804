import { describe, expect, it, vi } from 'vitest'
import { textsIn } from '../main/texts.ts'
import { texts } from '../renderer/commands/texts.ts'
import { COMMAND_NAMES } from './command-names.ts'
import { COMMAND_IDS, COMMAND_KEYS } from './commands.ts'
import { LANGUAGES, type Language } from './settings/settings.ts'

vi.mock('../renderer/meipi-api.ts', () => ({ meipi: {} }))

/** A key in one spelling, whatever the order of its modifiers. */
const spell = (accelerator: string) => accelerator.split('+').sort().join('+')

const KEYS = COMMAND_IDS.flatMap((id) => {
  const accelerator = COMMAND_KEYS[id]
  return accelerator === null ? [] : [{ id, accelerator }]
})

describe('the keys of the commands', () => {
  it('are those of one command each', () => {
    const taken = KEYS.map(({ accelerator }) => spell(accelerator))
    expect(taken.filter((key, index) => taken.indexOf(key) !== index)).toEqual([])
  })

  it.each([
    ['Chinese input methods switch 繁简 with it', 'CmdOrCtrl+Shift+F'],
    ['it switches the input method on', 'CmdOrCtrl+Space'],
    ['it copies', 'CmdOrCtrl+C'],
    ['it cuts', 'CmdOrCtrl+X'],
    ['it pastes', 'CmdOrCtrl+V'],
    ['it selects all', 'CmdOrCtrl+A'],
    ['it quits', 'CmdOrCtrl+Q'],
  ])('leave a key alone: %s', (_why, reserved) => {
    expect(KEYS.filter(({ accelerator }) => spell(accelerator) === spell(reserved))).toEqual([])
  })

  it.each(KEYS.map(({ id, accelerator }) => [id, accelerator]))('%s has a key that types nothing: %s', (_id, key) => {
    expect(key).toMatch(/^(?:F\d{1,2}|(?:(?:CmdOrCtrl|Alt|Shift)\+)+(?:[A-Z0-9,-]|Plus|Left|Right|F\d{1,2}))$/)
    // A letter or a digit with Shift alone is one that the reader types.
    expect(key).not.toMatch(/^Shift\+.$/)
  })
})

describe.each(LANGUAGES)('the names of the commands (%s)', (language) => {
  const names = COMMAND_NAMES[language]

  it('are there for every command and for nothing else', () => {
    expect(Object.keys(names).sort()).toEqual([...COMMAND_IDS].sort())
    expect(COMMAND_IDS.filter((id) => names[id].replace('…', '').trim() === '')).toEqual([])
  })

  it('are those of the menu and of the palette', () => {
    expect(textsIn(language).menu.commands).toEqual(names)
    expect(texts[language].labels).toEqual(names)
  })

  it('tell one command from another', () => {
    const all = Object.values(names)
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
  })
})

it('says in both languages which commands ask for more', () => {
  const asking = (language: Language) => COMMAND_IDS.filter((id) => COMMAND_NAMES[language][id].endsWith('…'))
  expect(asking('en')).toEqual(asking('zh'))
})
