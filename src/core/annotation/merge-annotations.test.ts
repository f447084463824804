import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_SUPERSEDED } from '../lineage/next-version.ts'
import { type VersionId, versionId } from '../lineage/version-id.ts'
import { type Annotation, annotationSchema } from './annotation.ts'
import { type AnnotationChange, changeAnnotations, liveAnnotations } from './annotation-change.ts'
import { annotationLine } from './annotation-line.ts'
import { annotationConflicts, mergeAnnotations } from './merge-annotations.ts'
import { reanchor } from './reanchor.ts'

const TEXT = { text: '实施“五源共治”，成效明显。', textHash: 'hash', outline: [] }
const NOW = '2025-01-08T01:02:03.000Z'
const LATER = '2025-02-01T00:00:00.000Z'
const ID = '3f2b8c6e-0c1d-4e5f-8a9b-000000000001'

const change = (list: readonly Annotation[], act: AnnotationChange, now = NOW) =>
  changeAnnotations(list, act, TEXT, now).annotations
const add = (note = '', id = ID) => change([], { act: 'add', id, start: 2, end: 8, color: 'indigo', note })
const edit = (list: readonly Annotation[], note: string, base?: VersionId) =>
  change(list, { act: 'edit', id: ID, base, note })
const remove = (list: readonly Annotation[]) => change(list, { act: 'delete', id: ID })
const restore = (list: readonly Annotation[]) => change(list, { act: 'restore', id: ID })
const nameOf = (annotation: Annotation | undefined) => annotation && annotationLine.nameOf(annotation)
/** The notes of a list's only annotation, the one that is shown first; a deleted one in brackets. */
const notes = ([annotation]: readonly Annotation[]) =>
  annotation && [annotation, ...(annotation.conflicts ?? [])].map(({ note, deleted }) => (deleted ? `[${note}]` : note))

const base = add('一')
const CASES: readonly (readonly [what: string, lists: readonly (readonly Annotation[])[], notes: readonly string[]])[] =
  [
    ['a later version takes the place of the one it was made from', [base, edit(base, '二')], ['二']],
    ['so it does over many', [base, edit(edit(edit(base, '二'), '三'), '四')], ['四']],
    ['two edits made apart are both kept', [edit(base, '甲'), edit(base, '乙')], ['乙', '甲']],
    ['so they are with the copy that both were made from', [edit(base, '甲'), base, edit(base, '乙')], ['乙', '甲']],
    ['one edit against several', [edit(base, '甲'), edit(edit(base, '乙'), '丙')], ['丙', '甲']],
    ['three made apart', [edit(base, '甲'), edit(base, '乙'), edit(base, '丙')], ['丙', '乙', '甲']],
    ['the same edit in two places is one', [edit(base, '甲'), edit(base, '甲')], ['甲']],
    ['a deleted one stays deleted', [remove(base), base], ['[一]']],
    [
      'a deleted one stays deleted, and what was edited meanwhile is kept',
      [remove(base), edit(base, '甲')],
      ['[一]', '甲'],
    ],
    ['so it is where the edits were many', [remove(base), edit(edit(base, '甲'), '乙')], ['[一]', '乙']],
    ['one that was restored is there again', [restore(remove(base)), remove(base), base], ['一']],
    ['what was restored here was deleted there', [restore(remove(base)), remove(base)], ['一']],
    ['deleted in both places', [remove(edit(base, '甲')), remove(base)], ['[甲]', '[一]']],
  ]

describe('mergeAnnotations', () => {
  it.each(CASES)('%s', (_what, lists, expected) => {
    // Which of two that were made apart is shown depends on their names alone.
    for (const merged of [mergeAnnotations(...lists), mergeAnnotations(...lists.toReversed())]) {
      expect(notes(merged)?.toSorted()).toEqual([...expected].sort())
      expect(merged[0]?.deleted).toBe(expected[0]?.startsWith('[') ?? false)
      expect(annotationSchema.array().parse(JSON.parse(JSON.stringify(merged)))).toEqual(merged)
    }
  })

  it('puts annotations of several copies side by side, in the order in which they were made', () => {
    const later = { ...add('二', 'b')[0], created: LATER } as Annotation
    const [first = later] = add('一', 'c')
    const [same = later] = add('三', 'a')
    expect(mergeAnnotations([later, first], [same, first]).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  })

  it('takes what was changed by hand in the file for an edit made apart', () => {
    const edited = edit(base, '甲')
    const byHand = edited.map((annotation) => ({ ...annotation, note: '手改' }))
    expect(notes(mergeAnnotations(edited, byHand))?.toSorted()).toEqual(['手改', '甲'])
  })

  it('does not take another time, or other words about the place, for another version', () => {
    const [annotation] = base as [Annotation]
    const other = { ...annotation, modified: LATER, anchor: { ...annotation.anchor, sectionPath: ['一、回顾'] } }
    expect(mergeAnnotations(base, [other])).toEqual([other])
    expect(mergeAnnotations([other], base)).toEqual([other])
  })

  it('keeps both of two that no line of descent connects, as records of the first form may be', () => {
    const first = edit(edit(base, '甲'), '乙').map(({ superseded: _, ...annotation }) => annotation)
    expect(notes(mergeAnnotations(first, base))).toEqual(['乙', '一'])
  })

  it('keeps what a record that was tampered with shows', () => {
    const [annotation] = base as [Annotation]
    const tampered = { ...annotation, superseded: [annotationLine.nameOf(annotation)] }
    expect(notes(mergeAnnotations([tampered], base))).toEqual(['一'])
  })

  it('shows one thing where a version was moved to another text in both places, and the other edited', () => {
    const moved = (list: readonly Annotation[]) =>
      list.map((annotation) => reanchor(annotation, (anchor) => ({ ...anchor, textHash: 'new', start: 12, end: 18 })))
    expect(mergeAnnotations(moved(base), moved(base))).toEqual(moved(base))
    expect(notes(mergeAnnotations(base, edit(moved(base), '甲')))).toEqual(['甲'])
    const conflict = mergeAnnotations(edit(base, '甲'), edit(base, '乙'))
    const [carried] = moved(conflict)
    expect(notes(moved(conflict))).toHaveLength(2)
    expect([carried, ...(carried?.conflicts ?? [])].map((version) => version?.anchor.textHash)).toEqual(['new', 'new'])
    expect(mergeAnnotations(conflict, moved(conflict))).toEqual(moved(conflict))
    expect(reanchor(carried as Annotation, (anchor) => anchor)).toBe(carried)
  })
})

describe('annotationConflicts', () => {
  it('has nothing to settle where all versions say the same, or the others were deleted', () => {
    const back = edit(edit(base, '甲'), '一')
    const apart = edit(change(base, { act: 'edit', id: ID, color: 'rouge' }), '一')
    const recoloured = change(apart, { act: 'edit', id: ID, color: 'indigo' })
    expect(mergeAnnotations(back, recoloured)[0]?.conflicts).toHaveLength(1)
    expect(annotationConflicts(mergeAnnotations(back, recoloured))).toEqual([])
    expect(annotationConflicts(mergeAnnotations(remove(base), remove(edit(base, '甲'))))).toEqual([])
    expect(annotationConflicts(base)).toEqual([])
  })

  it('offers the versions by name, a deletion first', () => {
    const edited = edit(base, '甲')
    const [conflict] = annotationConflicts(mergeAnnotations(remove(base), edited))
    expect(conflict).toMatchObject({ id: ID, versions: [{ deleted: true }, { deleted: false, note: '甲' }] })
    expect(conflict?.versions[1]?.versionId).toBe(nameOf(edited[0]))
  })
})

describe('changes of an annotation that is in conflict', () => {
  const mine = edit(base, '甲')
  const theirs = edit(base, '乙')
  const conflict = mergeAnnotations(mine, theirs)
  const names = annotationConflicts(conflict)[0]?.versions.map(({ versionId }) => versionId) ?? []
  const [shown = '1-', other = '1-'] = names
  const settle = (act: Partial<Extract<AnnotationChange, { act: 'settle' }>> = {}) =>
    change(conflict, { act: 'settle', id: ID, keep: shown, drop: [other], ...act })

  it('is settled by keeping the one, the other, or words made of both', () => {
    expect(notes(settle())).toEqual([conflict[0]?.note])
    expect(notes(settle({ keep: other, drop: [shown] }))).toEqual([conflict[0]?.conflicts?.[0]?.note])
    expect(notes(settle({ note: '甲、乙' }))).toEqual(['甲、乙'])
    // In every copy, whichever of the versions it has.
    for (const copy of [base, mine, theirs, conflict])
      expect(mergeAnnotations(settle({ note: '甲、乙' }), copy)).toEqual(settle({ note: '甲、乙' }))
  })

  it('keeps a version that the reader was not shown', () => {
    const third = mergeAnnotations(conflict, edit(base, '丙'))
    const names = annotationConflicts(conflict)[0]?.versions.map(({ versionId }) => versionId) ?? []
    const [keep = '1-', ...drop] = names
    const settled = change(third, { act: 'settle', id: ID, keep, drop, note: '甲、乙' })
    expect(notes(settled)).toEqual(['甲、乙', '丙'])
    expect(() => change(settled, { act: 'settle', id: ID, keep, drop })).toThrow('再选一次')
  })

  it('is settled for the deletion, or for what was edited', () => {
    const deleted = mergeAnnotations(remove(base), mine)
    const [tombstone = '1-', live = '1-'] =
      annotationConflicts(deleted)[0]?.versions.map((each) => each.versionId) ?? []
    expect(notes(change(deleted, { act: 'settle', id: ID, keep: live, drop: [tombstone] }))).toEqual(['甲'])
    expect(notes(change(deleted, { act: 'settle', id: ID, keep: tombstone, drop: [live] }))).toEqual(['[一]'])
  })

  it('is open again when the settlement is taken back, in every copy, and only while nothing was made of it', () => {
    const versions = annotationConflicts(conflict)[0]?.versions ?? []
    const settled = settle({ note: '甲、乙' })
    const act = { act: 'reopen', id: ID, settled: nameOf(settled[0]) ?? '1-', versions } as const
    const reopened = change(settled, act)
    expect(notes(reopened)).toEqual(notes(conflict))
    expect(annotationConflicts(reopened)[0]?.versions.map(({ modified }) => modified)).toEqual(
      versions.map(({ modified }) => modified),
    )
    for (const copy of [base, mine, theirs, conflict, settled])
      expect(mergeAnnotations(reopened, copy)).toEqual(reopened)
    expect(() => change(edit(settled, '丙'), act)).toThrow('不能撤销')
    // What another copy made of the settlement meanwhile stands beside the two.
    expect(notes(mergeAnnotations(reopened, edit(settled, '丙')))).toHaveLength(3)
  })

  it('goes on while it is edited, deleted and restored', () => {
    expect(notes(edit(conflict, '新'))).toEqual(['新', conflict[0]?.conflicts?.[0]?.note])
    expect(notes(remove(conflict))).toEqual([`[${conflict[0]?.note}]`, conflict[0]?.conflicts?.[0]?.note])
    expect(notes(restore(remove(conflict)))).toEqual(notes(conflict))
    // Deleted in two places and restored in one: it is back.
    expect(notes(restore(mergeAnnotations(remove(mine), remove(theirs))))).toHaveLength(1)
  })

  it('does not write over a version that the reader has not seen', () => {
    const seen = nameOf(base[0])
    // Another copy came in between what the reader saw and what the reader wrote.
    expect(notes(edit(edit(base, '别处'), '这里', seen))).toEqual(['这里', '别处'])
    expect(notes(edit(remove(base), '这里', seen))).toEqual(['[一]', '这里'])
    expect(notes(change(edit(base, '别处'), { act: 'delete', id: ID, base: seen }))).toEqual(['[别处]', '别处'])
    // The one that the reader saw is a head still, but no longer the one that is shown.
    expect(notes(edit(conflict, '新', other))).toEqual(['新', conflict[0]?.note])
    expect(notes(edit(mergeAnnotations(remove(base), mine), '新', nameOf(mine[0])))).toEqual(['[一]', '新'])
    // One that nobody knows was made of what was alive: a deletion elsewhere is not taken over by it.
    expect(notes(edit(base, '新', versionId(9, [])))).toEqual(['新'])
    expect(notes(edit(mergeAnnotations(remove(base), mine), '新', versionId(9, [])))).toEqual(['[一]', '新'])
  })

  it('keeps the names of a bounded number of versions; a copy that is further behind is asked about', () => {
    let list = base
    for (let count = 0; count <= MOST_SUPERSEDED; count++) list = edit(list, `第 ${count} 次`)
    expect(list[0]?.superseded).toHaveLength(MOST_SUPERSEDED)
    expect(notes(mergeAnnotations(list, base))).toEqual([`第 ${MOST_SUPERSEDED} 次`, '一'])
  })
})

/** One thing that happens to several copies of a list: an act of a reader in one of them, or a merge of one into another. */
const eventOf = (copies: number) =>
  fc.oneof(
    fc.record({
      act: fc.constantFrom('add', 'edit', 'delete', 'restore', 'settle', 'reopen', 'late edit'),
      copy: fc.nat(copies - 1),
      id: fc.constantFrom('a', 'b'),
      note: fc.constantFrom('甲', '乙', '丙', '丁'),
    }),
    fc.record({ act: fc.constant('merge'), copy: fc.nat(copies - 1), from: fc.nat(copies - 1) }),
  )

/** Versions by name, with the names of those that were made from them. */
type Descent = Map<string, Set<string>>

const COPIES = 4
const history = fc.array(eventOf(COPIES), { maxLength: 40 })
type Event = (typeof history extends fc.Arbitrary<infer T> ? T : never)[number]

/** Plays a history on copies of a list; `written` tells of what each change by a reader took the place. */
function play(events: readonly Event[]) {
  const copies: Annotation[][] = Array.from({ length: COPIES }, () => [])
  const written: Descent = new Map()
  const deleted = new Set<string>()
  const key = (id: string, name: string) => `${id} ${name}`
  let first: { readonly id: string; readonly name: VersionId }[] = []
  for (const event of events) {
    const before = copies[event.copy] ?? []
    if ('from' in event) {
      copies[event.copy] = mergeAnnotations(before, copies[event.from] ?? [])
      continue
    }
    const { act, id, note } = event
    const annotation = before.find((each) => each.id === id)
    const after = attempt(before, annotation, act, id, note, first.find((seen) => seen.id === id)?.name)
    if (!after) continue
    copies[event.copy] = after
    const now = after.find((each) => each.id === id)
    if (!now) continue
    const had = new Set((annotation ? [annotation, ...(annotation.conflicts ?? [])] : []).map(annotationLine.nameOf))
    for (const head of [now, ...(now.conflicts ?? [])]) {
      const name = annotationLine.nameOf(head)
      if (had.has(name)) continue
      if (act === 'add') first = [...first, { id, name }]
      if (head.deleted) deleted.add(key(id, name))
      const still = new Set([now, ...(now.conflicts ?? [])].map(annotationLine.nameOf))
      const taken = [...had].filter((each) => !still.has(each))
      written.set(
        key(id, name),
        new Set([...(written.get(key(id, name)) ?? []), ...taken.map((each) => key(id, each))]),
      )
    }
  }
  return { copies, written, deleted, key }
}

function attempt(
  list: readonly Annotation[],
  annotation: Annotation | undefined,
  act: string,
  id: string,
  note: string,
  seen: VersionId | undefined,
): Annotation[] | null {
  if (act === 'add') return annotation ? null : change(list, { act, id, start: 2, end: 8, color: 'indigo', note: '始' })
  if (!annotation) return null
  if (act === 'settle' || act === 'reopen') {
    const versions = annotationConflicts([annotation])[0]?.versions ?? []
    const [keep, ...drop] = versions.map((each) => each.versionId)
    if (keep === undefined) return null
    const settled = change(list, { act: 'settle', id, keep, drop, note })
    if (act === 'settle') return settled
    return change(settled, { act, id, settled: nameOf(settled.find((each) => each.id === id)) ?? '1-', versions })
  }
  if (act === 'delete' || act === 'restore') return change(list, { act, id })
  return change(list, { act: 'edit', id, note, ...(act === 'late edit' ? { base: seen } : {}) })
}

describe('laws of merging, over histories of several copies', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(history, (events) => {
        const [a = [], b = [], c = []] = play(events).copies
        const ab = mergeAnnotations(a, b)
        expect(mergeAnnotations(b, a)).toEqual(ab)
        expect(mergeAnnotations(ab, c)).toEqual(mergeAnnotations(a, mergeAnnotations(b, c)))
        expect(mergeAnnotations(a, b, c)).toEqual(mergeAnnotations(ab, c))
        expect(mergeAnnotations(ab, a)).toEqual(ab)
        expect(mergeAnnotations(ab, ab)).toEqual(ab)
        expect(annotationSchema.array().parse(JSON.parse(JSON.stringify(ab)))).toEqual(ab)
      }),
      { numRuns: 400 },
    )
  })

  it('loses nothing: every version is a head, or one of a greater revision was made from it', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { copies, written, key } = play(events)
        const heads = new Set(
          mergeAnnotations(...copies).flatMap((each) =>
            [each, ...(each.conflicts ?? [])].map((head) => key(each.id, annotationLine.nameOf(head))),
          ),
        )
        const madeFrom = new Map<string, string[]>()
        for (const [name, from] of written)
          for (const each of from) madeFrom.set(each, [...(madeFrom.get(each) ?? []), name])
        const revision = (name: string) => Number.parseInt(name.split(' ')[1] ?? '', 10)
        for (const name of written.keys()) {
          const later = madeFrom.get(name) ?? []
          expect({ name, kept: heads.has(name) || later.length > 0 }).toEqual({ name, kept: true })
          for (const each of later) expect(revision(each)).toBeGreaterThan(revision(name))
          // And nothing that was superseded comes back.
          if (later.length > 0) expect(heads.has(name)).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never shows what was deleted and not restored', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { copies, deleted, key } = play(events)
        for (const annotation of mergeAnnotations(...copies)) {
          const heads = [annotation, ...(annotation.conflicts ?? [])]
          const tombstone = heads.some((head) => deleted.has(key(annotation.id, annotationLine.nameOf(head))))
          expect(annotation.deleted).toBe(tombstone)
          expect(liveAnnotations([annotation])).toHaveLength(tombstone ? 0 : 1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('does not fall over records that say anything at all', () => {
    const version = fc.record({
      revision: fc.integer({ min: 1, max: 3 }),
      modified: fc.constantFrom(NOW, LATER),
      note: fc.constantFrom('甲', '乙'),
      deleted: fc.boolean(),
    })
    const names = ['甲', '乙'].flatMap((note) =>
      [1, 2, 3].map((revision) => nameOf({ ...(base[0] as Annotation), note, revision }) ?? '1-'),
    )
    const entry = fc
      .record({
        shown: version,
        conflicts: fc.array(version, { maxLength: 2 }),
        superseded: fc.array(fc.constantFrom(...names), { maxLength: 3 }),
      })
      .map(({ shown, conflicts, superseded }): Annotation => {
        const whole = { ...(base[0] as Annotation), ...shown, superseded }
        return { ...whole, conflicts: conflicts.map((each) => ({ ...annotationLine.shownBy(whole), ...each })) }
      })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), fc.array(entry, { maxLength: 3 }), (a, b) => {
        const merged = mergeAnnotations(a, b)
        expect(mergeAnnotations(b, a)).toEqual(merged)
        expect(merged).toHaveLength(a.length + b.length > 0 ? 1 : 0)
        expect(annotationSchema.array().parse(merged)).toEqual(merged)
      }),
    )
  })
})
