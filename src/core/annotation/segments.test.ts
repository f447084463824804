import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import { cutSegments, type Layer } from './segments.ts'

const layer = (id: string, start: number, end: number): Layer => ({
  kind: 'highlight',
  id,
  ...toSourceRange(start, end),
})

const shown = (layers: Layer[], start: number, end: number) =>
  cutSegments(layers, toSourceRange(start, end)).map(
    (segment) => `${segment.start}-${segment.end}:${segment.layers.map(({ id }) => id).join('')}`,
  )

describe('cutSegments', () => {
  it.each([
    ['one', [layer('a', 2, 5)], ['2-5:a']],
    ['two apart', [layer('a', 2, 4), layer('b', 6, 8)], ['2-4:a', '6-8:b']],
    ['two that meet', [layer('a', 2, 4), layer('b', 4, 8)], ['2-4:a', '4-8:b']],
    ['two that overlap', [layer('a', 2, 6), layer('b', 4, 8)], ['2-4:a', '4-6:ab', '6-8:b']],
    ['one in another', [layer('a', 2, 8), layer('b', 4, 6)], ['2-4:a', '4-6:ab', '6-8:a']],
    ['the same twice', [layer('a', 2, 4), layer('b', 2, 4)], ['2-4:ab']],
    ['one that leaves the block', [layer('a', 0, 99)], ['1-9:a']],
    ['one outside', [layer('a', 9, 12)], []],
    ['none', [], []],
  ])('%s', (_what, layers, expected) => {
    expect(shown(layers, 1, 9)).toEqual(expected)
  })

  it('gives ordered, disjoint segments, each with exactly the layers that cover it', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(12)).map(([start, length]) => [start, start + length] as const)
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), range, (ranges, [from, to]) => {
        const layers = ranges.map(([start, end], index) => layer(String(index), start, end))
        const segments = cutSegments(layers, toSourceRange(from, to))
        for (let place = from; place < to; place++) {
          const covering = layers.filter(({ start, end }) => start <= place && place < end)
          const here = segments.filter(({ start, end }) => start <= place && place < end)
          expect(here).toHaveLength(covering.length > 0 ? 1 : 0)
          if (here[0]) expect(here[0].layers).toEqual(covering)
        }
        segments.forEach((segment, index) => {
          expect(segment.end).toBeGreaterThan(segment.start)
          expect(segment.start).toBeGreaterThanOrEqual(Math.max(from, segments[index - 1]?.end ?? from))
          expect(segment.end).toBeLessThanOrEqual(to)
        })
      }),
    )
  })
})
