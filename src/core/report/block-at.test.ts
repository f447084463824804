import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import { blockAt } from './block-at.ts'
import type { Block } from './report.ts'

const paragraph = (start: number, end: number): Block => ({ kind: 'paragraph', ...toSourceRange(start, end) })

describe('blockAt', () => {
  const blocks = [paragraph(2, 5), paragraph(5, 6), paragraph(9, 12)]

  it.each([
    ['before the first', 1, null],
    ['at the start of the first', 2, 2],
    ['at its last character', 4, 2],
    ['where one ends and the next begins', 5, 5],
    ['between two', 6, null],
    ['at the last character of all', 11, 9],
    ['after the last', 12, null],
    ['far after the last', 999, null],
    ['before the text', -1, null],
  ])('%s', (_where, offset, start) => {
    expect(blockAt(blocks, offset)?.start ?? null).toBe(start)
  })

  it('finds nothing among no blocks', () => {
    expect(blockAt([], 0)).toBeNull()
  })

  it('agrees with looking at one block after the other', () => {
    const gapsAndLengths = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 })), { maxLength: 20 })
    fc.assert(
      fc.property(gapsAndLengths, (given) => {
        let at = 0
        const many = given.map(([gap, length]) => {
          const start = at + gap
          at = start + length
          return paragraph(start, at)
        })
        for (let offset = -1; offset <= at + 1; offset++) {
          const found = many.find(({ start, end }) => start <= offset && offset < end) ?? null
          expect(blockAt(many, offset)).toBe(found)
        }
      }),
    )
  })
})
