import { describe, expect, it, vi } from 'vitest'
import { textsIn } from '../main/texts.ts'
import { texts } from '../renderer/commands/texts.ts'
import { COMMAND_IDS, COMMAND_KEYS } from './commands.ts'
import { LANGUAGES } from './settings/settings.ts'

vi.mock('../renderer/meipi-api.ts', () => ({ meipi: {} }))

/** The keys in one spelling, whatever the order of the modifiers. */
const KEYS = COMMAND_IDS.flatMap((id) => {
  const accelerator = COMMAND_KEYS[id]
  return accelerator === null ? [] : [{ id, parts: accelerator.split('+').sort().join('+') }]
})

describe('the keys of the commands', () => {
  it('are those of one command each', () => {
    const taken = KEYS.map(({ parts }) => parts)
    expect(taken.filter((parts, index) => taken.indexOf(parts) !== index)).toEqual([])
  })

  it.each([
    ['Chinese input methods switch 繁简 with it', 'CmdOrCtrl+F+Shift'],
    ['it switches the input method on', 'CmdOrCtrl+Space'],
    ['it copies', 'C+CmdOrCtrl'],
    ['it cuts', 'CmdOrCtrl+X'],
    ['it pastes', 'CmdOrCtrl+V'],
    ['it selects all', 'A+CmdOrCtrl'],
    ['it quits', 'CmdOrCtrl+Q'],
  ])('leave a key alone: %s', (_why, parts) => {
    expect(KEYS.filter((key) => key.parts === parts)).toEqual([])
  })

  it.each(KEYS.map(({ id }) => [id, COMMAND_KEYS[id]]))('%s has a key that is no letter alone: %s', (_id, key) => {
    expect(key).toMatch(/^(?:F\d{1,2}|(?:(?:CmdOrCtrl|Alt|Shift)\+)+(?:[A-Z0-9,-]|Plus|Left|Right|F\d{1,2}))$/)
    // A letter or a digit with Shift alone is one that the reader types.
    expect(key).not.toMatch(/^Shift\+.$/)
  })
})

describe.each(LANGUAGES)('the names of the commands (%s)', (language) => {
  const labels = texts[language].labels
  const menu = textsIn(language).menu.commands

  it('are there for every command and for nothing else', () => {
    expect(Object.keys(labels).sort()).toEqual([...COMMAND_IDS].sort())
    expect(Object.keys(menu).sort()).toEqual([...COMMAND_IDS].sort())
    expect(COMMAND_IDS.filter((id) => labels[id].trim() === '' || menu[id].trim() === '')).toEqual([])
  })

  it('are the same in the menu and in the palette', () => {
    expect(menu).toEqual(labels)
  })

  it('tell one command from another', () => {
    const names = Object.values(labels)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

it('says in both languages which commands ask for more', () => {
  const asking = (language: (typeof LANGUAGES)[number]) =>
    COMMAND_IDS.filter((id) => texts[language].labels[id].endsWith('…'))
  expect(asking('en')).toEqual(asking('zh'))
})
