import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../../core/annotation/anchor.ts'
import type { Annotation } from '../../core/annotation/annotation.ts'
import type { AnchorMatch } from '../../core/annotation/match-anchor.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { countLive, joinParts, liveWaiting, partByPlace } from './part-by-place.ts'

const TEXT = '改造老旧小区二十九个，惠及居民六千户。'
const HERE = { text: TEXT, textHash: 'here', outline: [] }
const MATCH: AnchorMatch = { answer: 'orphan', doubt: 'changed-or-repeated', candidates: [] }

const annotation = (id: string, start: number, { former = false, deleted = false } = {}): Annotation => ({
  id,
  revision: 1,
  created: '2025-01-08T00:00:00.000Z',
  modified: '2025-01-08T00:00:00.000Z',
  anchor: { ...describeAnchor(HERE, toSourceRange(start, start + 4)), textHash: former ? 'former' : 'here' },
  color: 'indigo',
  note: '',
  tags: [],
  deleted,
})

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('partByPlace', () => {
  it('lets wait what speaks of another text, and what does not stand where it says', () => {
    const amiss = annotation('amiss', 4)
    const all = [
      annotation('here', 0),
      annotation('former', 0, { former: true }),
      { ...amiss, anchor: { ...amiss.anchor, quote: '别的文字' } },
    ]
    const { annotations, waiting } = partByPlace(all, HERE, () => MATCH)
    expect(ids(annotations)).toEqual(['here'])
    expect(ids(waiting.map((each) => each.annotation))).toEqual(['former', 'amiss'])
    expect(waiting.map(({ match }) => match)).toEqual([MATCH, MATCH])
  })

  it('asks for the answer of those alone that wait', () => {
    const asked: string[] = []
    partByPlace([annotation('here', 0), annotation('former', 0, { former: true })], HERE, ({ id }) => {
      asked.push(id)
      return MATCH
    })
    expect(asked).toEqual(['former'])
  })

  it('loses nothing and doubles nothing', () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.uuid(), start: fc.nat(12), former: fc.boolean(), deleted: fc.boolean() }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map(({ id, start, ...state }) => annotation(id, start, state))
        const parts = partByPlace(all, HERE, () => MATCH)
        expect(ids(joinParts(parts)).sort()).toEqual(ids(all).sort())
        expect(countLive(parts)).toBe(all.filter(({ deleted }) => !deleted).length)
      }),
    )
  })
})

describe('liveWaiting', () => {
  it('are those that are not deleted, as they stood in the old text', () => {
    const all = [
      annotation('late', 9, { former: true }),
      annotation('gone', 0, { former: true, deleted: true }),
      annotation('early', 2, { former: true }),
      annotation('here', 1),
    ]
    const parts = partByPlace(all, HERE, () => MATCH)
    expect(ids(liveWaiting(parts).map((each) => each.annotation))).toEqual(['early', 'late'])
    expect(countLive(parts)).toBe(3)
  })
})
