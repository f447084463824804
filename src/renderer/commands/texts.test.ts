import { describe, expect, it, vi } from 'vitest'
import { COMMAND_IDS, COMMAND_KEYS } from '../../core/commands.ts'
import { LANGUAGES } from '../../core/settings/settings.ts'
import { texts } from './texts.ts'

vi.mock('../meipi-api.ts', () => ({ meipi: {} }))

describe.each(LANGUAGES)('the list of keys (%s)', (language) => {
  const { labels, pageKeys } = texts[language]

  it('says each thing once: a key of a command is in its list already', () => {
    const commands = COMMAND_IDS.filter((id) => COMMAND_KEYS[id] !== null).map((id) => labels[id].replace(/…$/, ''))
    const said = [...commands, ...pageKeys.map(([, what]) => what)]
    expect(said.filter((what, index) => said.indexOf(what) !== index)).toEqual([])
  })
})

it('has a list of the same keys in both languages', () => {
  expect(texts.en.pageKeys.map(([keys]) => keys)).toEqual(texts.zh.pageKeys.map(([keys]) => keys))
})
