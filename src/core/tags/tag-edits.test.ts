import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annotation, type AnnotationVersion, annotationSchema } from '../annotation/annotation.ts'
import { annotationLine } from '../annotation/annotation-line.ts'
import { annotationConflicts, mergeAnnotations } from '../annotation/merge-annotations.ts'
import { makeNextVersion } from '../lineage/next-version.ts'
import { changeAnnotationTags, tagEditsSchema, takeBackAnnotationTags } from './tag-edits.ts'

const [BEFORE, NOW, LATER] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']
const anchor = { textHash: 'a', start: 0, end: 2, quote: '民生', prefix: '', suffix: '', sectionPath: [] }
const rename = { act: 'rename', from: '民生', to: '社会' } as const

function annotation(tags: readonly string[], fields: Partial<Annotation> = {}): Annotation {
  const basis = {
    id: 'n',
    revision: 1,
    created: BEFORE,
    modified: BEFORE,
    anchor,
    color: 'rouge',
    note: '',
    deleted: false,
  }
  return annotationSchema.parse({ ...basis, tags, ...fields })
}
const edit = (entry: Annotation, fields: Partial<AnnotationVersion>, now = LATER) =>
  makeNextVersion(annotationLine, entry, fields, { now })
const tagsOf = (list: readonly Annotation[]) => list.map(({ tags }) => tags)

describe('a change of tags', () => {
  it('is one version made from the one before, and says what it did', () => {
    const first = annotation(['民生/教育', '数据'])
    const other = annotation(['数据'], { id: 'm' })
    const { annotations, edits } = changeAnnotationTags([first, other], rename, NOW)
    expect(annotations).toEqual([
      { ...first, tags: ['社会/教育', '数据'], revision: 2, modified: NOW, superseded: [annotationLine.nameOf(first)] },
      other,
    ])
    expect(annotations[1]).toBe(other)
    const [changed = first] = annotations
    const made = { id: 'n', version: annotationLine.nameOf(changed), before: first.tags, after: ['社会/教育', '数据'] }
    expect(edits).toEqual([made])
    const stored = { reportId: '0123456789abcdef', own: null, annotations: edits }
    expect(tagEditsSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  })

  it('made by two machines is no conflict', () => {
    const first = annotation(['民生'])
    const here = changeAnnotationTags([first], rename, NOW).annotations
    const there = changeAnnotationTags([first], rename, LATER).annotations
    expect(annotationConflicts(mergeAnnotations(here, there))).toEqual([])
    expect(tagsOf(mergeAnnotations(here, there, [first]))).toEqual([['社会']])
  })

  it('leaves tombstones as they are', () => {
    const gone = annotation(['民生'], { deleted: true })
    const { annotations, edits } = changeAnnotationTags([gone], rename, NOW)
    expect(annotations[0]).toBe(gone)
    expect(edits).toEqual([])
  })

  it('is made in both versions of a conflict, which stays one', () => {
    const first = annotation(['民生'])
    const conflict = mergeAnnotations(
      [edit(first, { note: '这里' })],
      [edit(first, { note: '那里', tags: ['民生/教育'] })],
    )
    const { annotations, edits } = changeAnnotationTags(conflict, rename, NOW)
    expect(edits).toHaveLength(2)
    const [{ versions } = { versions: [] }] = annotationConflicts(annotations)
    expect(versions.map(({ note, tags }) => `${note} ${tags}`).sort()).toEqual(['这里 社会', '那里 社会/教育'])
    const back = takeBackAnnotationTags(annotations, edits, LATER)
    const [{ versions: before } = { versions: [] }] = annotationConflicts(back.annotations)
    expect(before.map(({ note, tags }) => `${note} ${tags}`).sort()).toEqual(['这里 民生', '那里 民生/教育'])
  })

  it('settles a conflict that was about the two names alone', () => {
    const first = annotation([])
    const conflict = mergeAnnotations([edit(first, { tags: ['民生'] })], [edit(first, { tags: ['社会'] })])
    expect(annotationConflicts(conflict)).toHaveLength(1)
    const { annotations, edits } = changeAnnotationTags(conflict, rename, NOW)
    expect(annotationConflicts(annotations)).toEqual([])
    // And taken back it is one again: the version that had the new name before keeps it.
    const [{ versions } = { versions: [] }] = annotationConflicts(
      takeBackAnnotationTags(annotations, edits, LATER).annotations,
    )
    expect(versions.map(({ tags }) => tags.join()).sort()).toEqual(['民生', '社会'].sort())
  })
})

describe('taking a change of tags back', () => {
  it('gives each its tags again, also those that were merged', () => {
    const before = [['民生', '社会'], ['社会'], ['民生/教育']].map((tags, index) =>
      annotation(tags, { id: `${index}` }),
    )
    const { annotations, edits } = changeAnnotationTags(before, rename, NOW)
    expect(tagsOf(annotations)).toEqual([['社会'], ['社会'], ['社会/教育']])
    const back = takeBackAnnotationTags(annotations, edits, LATER)
    expect(tagsOf(back.annotations)).toEqual(tagsOf(before))
    expect(back.annotations.map(({ revision }) => revision)).toEqual([3, 1, 3])
    expect(tagsOf(takeBackAnnotationTags(back.annotations, back.edits, LATER).annotations)).toEqual(tagsOf(annotations))
  })

  it('keeps a note that was written since, and leaves tags that were', () => {
    const before = [
      annotation(['民生'], { id: '1' }),
      annotation(['民生'], { id: '2' }),
      annotation(['民生'], { id: '3' }),
    ]
    const { annotations, edits } = changeAnnotationTags(before, rename, NOW)
    const [first = annotation([]), second = annotation([]), third = annotation([])] = annotations
    const since = [
      edit(first, { note: '补记' }),
      edit(second, { tags: ['社会', '数据'] }),
      edit(third, { deleted: true }),
    ]
    const back = takeBackAnnotationTags(since, edits, LATER)
    expect(back.annotations).toMatchObject([
      { note: '补记', tags: ['民生'] },
      { tags: ['社会', '数据'] },
      { tags: ['社会'] },
    ])
    expect(back.edits.map(({ id }) => id)).toEqual(['1'])
  })

  it('is exact for any tags', () => {
    const tag = fc.constantFrom('民生', '民生/教育', '社会', '社会/教育', '数据')
    const lists = fc.array(fc.uniqueArray(tag), { maxLength: 6 })
    fc.assert(
      fc.property(lists, (given) => {
        const before = given.map((tags, index) => annotation(tags, { id: `${index}` }))
        const { annotations, edits } = changeAnnotationTags(before, rename, NOW)
        expect(changeAnnotationTags(annotations, rename, LATER).edits).toEqual([])
        expect(tagsOf(takeBackAnnotationTags(annotations, edits, LATER).annotations)).toEqual(given)
      }),
    )
  })
})
