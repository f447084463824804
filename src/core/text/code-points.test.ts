import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodePointIndex } from './code-points.ts'

describe('CodePointIndex', () => {
  it.each([
    ['', 0, 0],
    ['五源共治', 2, 2],
    ['𠮷a', 2, 1],
    ['𠮷a', 3, 2],
    ['a😀𠮷b', 5, 3],
    // Two pairs joined by U+200D and half a pair: a code point is not what a reader takes for a character.
    ['👩‍👧', 5, 3],
    ['a\ud842b', 2, 2],
    // Inside a pair.
    ['𠮷a', 1, 1],
  ])('%j: %i code units are %i code points', (text, units, codePoints) => {
    expect(new CodePointIndex(text).toCodePoints(units)).toBe(codePoints)
  })

  it('tells where a pair is cut', () => {
    const index = new CodePointIndex('a😀\ude00b')
    expect([0, 1, 2, 3, 4, 5].filter((unit) => index.isBoundary(unit))).toEqual([0, 1, 3, 4, 5])
  })

  it('counts as the language itself does, there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = before + after
        const index = new CodePointIndex(text)
        expect(index.length).toBe([...text].length)
        const codePoints = [...before].length
        // Two halves that were apart may have become one pair.
        if (codePoints + [...after].length !== index.length) return
        expect(index.toCodePoints(before.length)).toBe(codePoints)
        expect(index.toCodeUnits(codePoints)).toBe(before.length)
      }),
    )
  })
})
