import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layer } from '../../core/annotation/segments.ts'
import type { Block } from '../../core/report/report.ts'
import { rangesOverlap, toSourceRange } from '../../core/text/range.ts'
import { sortIntoBlocks } from './block-layers.ts'

describe('sortIntoBlocks', () => {
  it('gives each block the layers that touch it', () => {
    const gaps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
    const layers = fc.array(fc.tuple(fc.nat(80), fc.nat(30)), { maxLength: 12 })
    fc.assert(
      fc.property(gaps, layers, (gapsAndLengths, places) => {
        let at = 0
        const blocks = gapsAndLengths.map(([gap, length]): Block => {
          const start = at + gap
          at = start + length
          return { kind: 'paragraph', ...toSourceRange(start, at) }
        })
        const given = places.map(
          ([start, length], index): Layer => ({
            kind: 'highlight',
            id: String(index),
            ...toSourceRange(start, start + length),
          }),
        )
        const ids = (list: readonly Layer[] | undefined) => (list ?? []).map(({ id }) => id).sort()
        const sorted = sortIntoBlocks(blocks, given)
        expect(sorted).toHaveLength(blocks.length)
        blocks.forEach((block, index) => {
          const touching = given.filter((layer) => layer.start < layer.end && rangesOverlap(block, layer))
          expect(ids(sorted[index]?.filter((layer) => layer.start < layer.end))).toEqual(ids(touching))
        })
      }),
    )
  })
})
