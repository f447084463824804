import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headsOf } from '../lineage/line.ts'
import { makeNextVersion } from '../lineage/next-version.ts'
import type { Annotation, AnnotationVersion } from './annotation.ts'
import { annotationLine } from './annotation-line.ts'
import { takeInAnnotations } from './take-in.ts'

const TIME = '2025-01-20T00:00:00.000Z'

function annotate(id: string, revision: number, note = '', deleted = false): Annotation {
  const anchor = { textHash: 'h', start: 0, end: 1, quote: '字', prefix: '', suffix: '', sectionPath: [] }
  return { id, revision, created: TIME, modified: TIME, anchor, color: 'indigo', note, tags: [], deleted }
}

const next = (annotation: Annotation, fields: Partial<AnnotationVersion>) =>
  makeNextVersion(annotationLine, annotation, fields, { now: TIME })

describe('takeInAnnotations', () => {
  const first = annotate('a', 1, '原先')
  const shown = next(first, { note: '本地' })
  const kept = annotate('gone', 1, '旧')
  const gone = next(kept, { deleted: true })
  const here = [shown, gone]

  it.each<[string, Annotation, string, readonly string[]]>([
    ['a new one', annotate('b', 1), 'added', ['']],
    ['a new tombstone', annotate('b', 1, '', true), 'added', ['']],
    ['the same again', shown, 'same', ['本地']],
    ['the same with another history', annotate('a', 9, '本地'), 'same', ['本地', '本地']],
    ['what was made from ours', next(shown, { note: '改过' }), 'updated', ['改过']],
    ['a tombstone made from ours', next(shown, { deleted: true }), 'updated', ['本地']],
    ['what ours was made from', first, 'older', ['本地']],
    ['what was made apart from ours', next(first, { note: '别处' }), 'conflict', ['本地', '别处']],
    ['one of which nobody knows the history', annotate('a', 7, '别处'), 'conflict', ['别处', '本地']],
    ['one deleted here since', kept, 'deleted', ['旧']],
    ['one deleted here and changed there', next(kept, { note: '新' }), 'conflict', ['旧', '新']],
  ])('%s', (_what, incoming, outcome, notes) => {
    const taken = takeInAnnotations(here, [incoming])
    expect(taken.outcomes).toEqual([outcome])
    const after = taken.annotations.find(({ id }) => id === incoming.id)
    const said = after ? headsOf(annotationLine, after).map(({ note }) => note) : []
    expect(outcome === 'conflict' ? said.toSorted() : said).toEqual(outcome === 'conflict' ? notes.toSorted() : notes)
    if (outcome === 'older' || outcome === 'deleted') expect(taken.annotations).toBe(here)
    expect(taken.annotations.find(({ id }) => id === 'gone')?.deleted).toBe(true)
  })

  it('a second time changes nothing, and no version is lost', () => {
    const some = fc.array(
      fc
        .record({ id: fc.constantFrom('a', 'b'), revision: fc.integer({ min: 1, max: 3 }), note: fc.string() })
        .map(({ id, revision, note }) => annotate(id, revision, note)),
      { maxLength: 6 },
    )
    const known = some.map((list) => [...new Map(list.map((each) => [each.id, each])).values()])
    fc.assert(
      fc.property(known, some, (before, incoming) => {
        const once = takeInAnnotations(before, incoming)
        expect(takeInAnnotations(once.annotations, incoming).annotations).toBe(once.annotations)
        const names = new Set(
          once.annotations.flatMap((each) => [
            ...headsOf(annotationLine, each).map(annotationLine.nameOf),
            ...(each.superseded ?? []),
          ]),
        )
        for (const each of [...before, ...incoming])
          expect(names).toContain(annotationLine.nameOf(annotationLine.shownBy(each)))
      }),
    )
  })
})
