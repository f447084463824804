import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceRange, toSourceRange } from '../text/range.ts'
import { type AnchoredText, describeAnchor, isInPlace } from './anchor.ts'
import type { Annotation } from './annotation.ts'
import { carryAnnotations, carryPlace } from './carry-annotations.ts'
import { misprint } from './testing/edits.ts'
import { makeReport } from './testing/made-report.ts'
import { makeRandom } from './testing/random.ts'
import { trackText } from './testing/tracked-text.ts'

const versionOf = (text: string): AnchoredText => ({ text, textHash: text, outline: [] })
const [first, second] = [versionOf(makeReport(1, 2024)), versionOf(makeReport(2, 2024))]
const merged = {
  ...versionOf(`${second.text}${first.text}`),
  outline: [{ text: '合编', level: 1, runIn: false, ...toSourceRange(0, 1) }],
}

function annotate(source: AnchoredText, start: number, end: number, fields: Partial<Annotation> = {}): Annotation {
  return {
    id: `${source.text.length}-${start}`,
    revision: 3,
    created: '2025-01-08T01:02:03.000Z',
    modified: '2025-01-09T01:02:03.000Z',
    anchor: describeAnchor(source, toSourceRange(start, end)),
    color: 'indigo',
    note: '对照上年',
    tags: ['民生'],
    deleted: false,
    ...fields,
  }
}

describe('carryAnnotations', () => {
  it('describes anew what moved, each from the version that it speaks of, and deleted ones too', () => {
    const before = [annotate(first, 2000, 2030), annotate(second, 1500, 1520, { deleted: true })]
    const carried = carryAnnotations(before, [second, first], merged)
    expect(carried.map(({ match }) => match.answer)).toEqual(['moved', 'moved'])
    for (const [index, { annotation }] of carried.entries()) {
      const { anchor } = annotation
      expect(annotation).toEqual({ ...before[index], revision: 4, anchor, superseded: [expect.stringMatching(/^3-/)] })
      expect(anchor).toMatchObject({ quote: before[index]?.anchor.quote, textHash: merged.text, sectionPath: ['合编'] })
      expect(isInPlace(anchor, merged)).toBe(true)
    }
  })

  it('carries versions that were made apart, and answers for the one that is shown', () => {
    const { revision, modified, color, note, tags, deleted } = annotate(first, 2000, 2030)
    const anchor = describeAnchor(second, toSourceRange(1500, 1520))
    const apart = { revision, modified, anchor, color, note: '另一处', tags, deleted }
    const lost = { ...apart, anchor: { ...anchor, textHash: '已失' }, note: '不在了', revision: 2 }
    const before = annotate(first, 2000, 2030, { conflicts: [apart, lost], note, deleted })
    const [carried] = carryAnnotations([before], [first, second], merged)
    const versions = [carried?.annotation, ...(carried?.annotation.conflicts ?? [])]
    expect(versions.map((version) => version && isInPlace(version.anchor, merged))).toEqual([true, true, false])
    expect(carried?.match).toMatchObject({ answer: 'moved', range: { start: carried?.annotation.anchor.start } })
  })

  it('leaves what is in place, what is doubtful and what speaks of a lost text as it is', () => {
    const before = [
      annotate(merged, 10, 30),
      annotate(versionOf(`${first.text.slice(0, 2500)}已撤销的内容${first.text.slice(2500)}`), 2500, 2506),
      annotate(first, 2000, 2030),
    ]
    const carried = carryAnnotations(before, [second], merged)
    expect(carried.map(({ annotation }) => annotation)).toEqual(before)
    expect(carried.map(({ match }) => match.answer)).toEqual(['exact', 'orphan', 'ambiguous'])
  })

  it('carries there and back again to where it was', () => {
    const other = versionOf(misprint(trackText(first.text), makeRandom(2), 1 / 100).text)
    fc.assert(
      fc.property(fc.nat(first.text.length - 60), fc.integer({ min: 4, max: 50 }), (start, length) => {
        const range = toSourceRange(start, start + length)
        if (sliceRange(first.text, range).trim() === '') return
        const annotation = annotate(first, range.start, range.end)
        const [there] = carryAnnotations([annotation], [first], other)
        const [back] = there ? carryAnnotations([there.annotation], [other], first) : []
        const { start: from, end: to } = annotation.anchor
        if (back?.match.answer === 'moved') expect(back.annotation.anchor).toEqual(annotation.anchor)
        // What waited speaks of this very text.
        if (there?.match.answer !== 'moved')
          expect(back?.match).toEqual({ answer: 'exact', range: toSourceRange(from, to) })
      }),
    )
  })
})

describe('carryPlace', () => {
  it.each([
    ['goes with its words', 2000, first, merged, second.text.length + 2000],
    ['stays as far into another text', first.text.length, first, second, second.text.length],
    ['is found from a place after the end', 99_999_999, first, second, second.text.length],
    ['is the beginning in an empty text', 10, first, versionOf(''), 0],
    ['is the beginning from an empty text', 0, versionOf(''), first, 0],
  ])('%s', (_what, offset, from, to, expected) => {
    expect(carryPlace(offset, from, to)).toBe(expected)
  })
})
