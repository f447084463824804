import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagsSchema } from '../../core/annotation/annotation.ts'
import { parseTags } from './parse-tags.ts'

describe('parseTags', () => {
  it.each([
    ['one', '民生', ['民生']],
    ['several with spaces', '民生 环境', ['民生', '环境']],
    ['every comma that there is', '民生,环境，数据、财政；教育;交通', ['民生', '环境', '数据', '财政', '教育', '交通']],
    ['a comma and a space', '民生， 环境', ['民生', '环境']],
    ['the wide space of Chinese', '民生　环境', ['民生', '环境']],
    ['lines', '民生\n环境\r\n数据\t财政', ['民生', '环境', '数据', '财政']],
    ['with signs as Obsidian writes them', '#民生 #数据/环境', ['民生', '数据/环境']],
    ['with a wide sign, or several', '＃民生 ##环境', ['民生', '环境']],
    ['one under another', '数据/环境/水', ['数据/环境/水']],
    ['each once, where it stands first', '民生 环境 民生 #环境', ['民生', '环境']],
    ['capitals and small letters apart', 'GDP gdp', ['GDP', 'gdp']],
    ['a sign inside a word', 'C# 5G#', ['C#', '5G#']],
    ['nothing of nothing', '', []],
    ['nothing of separators alone', ' ，、;\n', []],
    ['nothing of signs alone', '# ＃ ##', []],
  ])('%s', (_what, written, tags) => {
    expect(parseTags(written)).toEqual(tags)
  })

  it('takes no more tags and no longer ones than can be stored', () => {
    const many = Array.from({ length: 201 }, (_, index) => `标签${index}`)
    expect(parseTags(many.join(' '))).toEqual(many.slice(0, 200))
    expect(parseTags('长'.repeat(201))).toEqual(['长'.repeat(200)])
  })

  it('never cuts a character in two', () => {
    expect(parseTags(`甲${'𠮷'.repeat(100)}`)).toEqual([`甲${'𠮷'.repeat(99)}`])
  })

  it('makes of anything tags that can be stored, and makes the same of those again', () => {
    const written = fc.oneof(
      fc.string({ unit: fc.constantFrom('民', '生', '#', '＃', '/', ' ', '　', '，', ';', '\n', 'a') }),
      fc.string({ unit: 'binary', maxLength: 300 }),
    )
    fc.assert(
      fc.property(written, (text) => {
        const tags = parseTags(text)
        expect(tagsSchema.parse(tags)).toEqual(tags)
        expect(parseTags(tags.join(' '))).toEqual(tags)
        expect(tags.filter((tag) => /[\s,，、;；]|^[#＃]/u.test(tag))).toEqual([])
      }),
    )
  })
})
