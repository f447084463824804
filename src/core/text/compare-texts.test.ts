import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from './compare-texts.ts'

const differing = (text: string, other: string) =>
  compareTexts(text, other)
    .filter(({ differs }) => differs)
    .map((piece) => piece.text)

describe('compareTexts', () => {
  it.each<readonly [what: string, text: string, other: string, differs: readonly string[]]>([
    ['the same', '与年鉴核对', '与年鉴核对', []],
    ['words that were put in', '增速高于全国，待核', '增速高于全国', ['，待核']],
    ['words that were taken out', '增速高于全国', '增速高于全国，待核', []],
    ['another word', '增长6.1%', '增长6.3%', ['6.1']],
    ['punctuation, which a note may be about', '“口径”不同', '口径不同', ['“', '”']],
    ['line breaks', '年鉴\n口径', '年鉴口径', ['\n']],
    ['nothing', '', '全部', []],
    ['everything', '全部', '', ['全部']],
  ])('%s', (_what, text, other, differs) => {
    expect(differing(text, other)).toEqual(differs)
  })

  it('marks everything where too little is the same', () => {
    const [one, two] = [
      [...Array(1200).keys()].map((n) => `a${n}`).join(' '),
      [...Array(1200).keys()].map((n) => `b${n}`).join(' '),
    ]
    expect(compareTexts(one ?? '', two ?? '')).toEqual([{ text: one, differs: true }])
  })

  it('keeps every character, and marks none of a text that is the same', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '发展', '。', ' ', '\n', 'a', '😀'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (one, two) => {
        const pieces = compareTexts(one, two)
        expect(pieces.map((piece) => piece.text).join('')).toBe(one)
        expect(pieces.some(({ differs }) => differs) && one === two).toBe(false)
        // Where neither has anything that the other lacks they are the same.
        if (differing(one, two).length === 0 && differing(two, one).length === 0) expect(one).toBe(two)
      }),
    )
  })
})
