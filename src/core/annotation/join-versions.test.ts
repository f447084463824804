import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinTexts, joinVersions } from './join-versions.ts'

describe('joinTexts', () => {
  it.each<readonly [what: string, texts: readonly string[], joined: string]>([
    ['two notes', ['口径不同', '待核'], '口径不同\n\n待核'],
    ['one that goes on where the other ends', ['口径不同', '口径不同，待核'], '口径不同，待核'],
    ['the same twice', ['待核', '待核'], '待核'],
    ['an empty one', ['', '待核', ' \n'], '待核'],
    ['nothing at all', ['', ''], ''],
    ['three', ['甲', '乙', '丙'], '甲\n\n乙\n\n丙'],
  ])('%s', (_what, texts, joined) => {
    expect(joinTexts(texts)).toBe(joined)
  })

  it('holds every text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '\n', ' '), maxLength: 6 })), (texts) => {
        const joined = joinTexts(texts)
        for (const text of texts) expect(joined).toContain(text.trim())
      }),
    )
  })
})

it('joinVersions has each tag once, in the order in which they come', () => {
  const joined = joinVersions([
    { note: '甲', tags: ['提法', '数据/环境'] },
    { note: '乙', tags: ['数据/环境', '待核'] },
  ])
  expect(joined).toEqual({ note: '甲\n\n乙', tags: ['提法', '数据/环境', '待核'] })
})
