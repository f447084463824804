import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from './annotation.ts'
import { takeInAnnotations } from './take-in.ts'

function annotate(id: string, revision: number, note = '', deleted = false): Annotation {
  const time = '2025-01-20T00:00:00.000Z'
  const anchor = { textHash: 'h', start: 0, end: 1, quote: '字', prefix: '', suffix: '', sectionPath: [] }
  return { id, revision, created: time, modified: time, anchor, color: 'indigo', note, tags: [], deleted }
}

describe('takeInAnnotations', () => {
  const here = [annotate('a', 2, '本地'), annotate('gone', 3, '旧', true)]

  it.each([
    ['a new one', annotate('b', 1), 'added'],
    ['a new tombstone', annotate('b', 1, '', true), 'added'],
    ['the same again', annotate('a', 2, '本地'), 'same'],
    ['the same with another history', annotate('a', 9, '本地'), 'same'],
    ['a newer one', annotate('a', 3, '改过'), 'updated'],
    ['a newer tombstone', annotate('a', 3, '本地', true), 'updated'],
    ['an older one', annotate('a', 1, '原先'), 'older'],
    ['another of the same revision', annotate('a', 2, '别处'), 'conflict'],
    ['one deleted here since', annotate('gone', 2, '旧'), 'older'],
  ] as const)('%s', (_what, incoming, outcome) => {
    const taken = takeInAnnotations(here, [incoming])
    expect(taken.outcomes).toEqual([outcome])
    const isTaken = outcome === 'added' || outcome === 'updated'
    expect(taken.annotations.find(({ id }) => id === incoming.id)).toEqual(
      isTaken ? incoming : here.find(({ id }) => id === incoming.id),
    )
    if (!isTaken) expect(taken.annotations).toBe(here)
  })

  it('a second time changes nothing, and nothing is lost', () => {
    const some = fc.array(
      fc
        .record({ id: fc.constantFrom('a', 'b', 'c'), revision: fc.integer({ min: 1, max: 3 }), note: fc.string() })
        .map(({ id, revision, note }) => annotate(id, revision, note)),
      { maxLength: 6 },
    )
    const known = some.map((list) => [...new Map(list.map((each) => [each.id, each])).values()])
    fc.assert(
      fc.property(known, some, (before, incoming) => {
        const once = takeInAnnotations(before, incoming)
        const twice = takeInAnnotations(once.annotations, incoming)
        expect(twice.annotations).toBe(once.annotations)
        for (const { id, revision } of before)
          expect(once.annotations.find((each) => each.id === id)?.revision).toBeGreaterThanOrEqual(revision)
        expect(new Set(once.annotations.map(({ id }) => id))).toEqual(
          new Set([...before, ...incoming].map(({ id }) => id)),
        )
      }),
    )
  })
})
