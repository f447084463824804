import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldKey, foldText } from './fold.ts'

describe('foldText', () => {
  it.each([
    ['“五源共治”', '五源共治'],
    ['「五源共治」', '五源共治'],
    ['"五源共治"', '五源共治'],
    ['五源　共 治', '五源共治'],
    ['五源\u200b共\ufeff治', '五源共治'],
    ['５Ｇ＋工业互联网', '5g+工业互联网'],
    ['“1+2+N”', '1+2+n'],
    ['𠮷祥', '𠮷祥'],
    ['', ''],
  ])('%s → %s', (text, folded) => {
    expect(foldKey(text)).toBe(folded)
  })

  it('maps every unit back to the character it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, starts, ends } = foldText(text)
        expect(starts).toHaveLength(folded.length)
        expect(ends).toHaveLength(folded.length)
        for (let unit = 0; unit < folded.length; unit++) {
          const source = text.slice(starts[unit], ends[unit])
          expect(foldKey(source)).toContain(folded.charAt(unit))
        }
      }),
    )
  })

  it('folds what is folded to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldKey(foldKey(text)) === foldKey(text)))
  })
})
