import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationSchema } from '../annotation/annotation.ts'
import { annotationLine } from '../annotation/annotation-line.ts'
import { readerTermSchema } from '../glossary/reader-term.ts'
import { readerTermLine } from '../glossary/reader-term-line.ts'
import type { Line, LineForm, Version } from './line.ts'
import { compareVersionIds, isVersionId, versionId } from './version-id.ts'

describe('versionId', () => {
  it('is the revision and the sha256 of what the version says', () => {
    const content = ['五源共治', 3, null, ['标签'], false]
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    expect(versionId(12, content)).toBe(`12-${hash.slice(0, 16)}`)
  })

  it('has the form that is checked, and an order', () => {
    const id = fc
      .tuple(fc.integer({ min: 1, max: 99_999 }), fc.string())
      .map(([revision, said]) => versionId(revision, [said]))
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(isVersionId(a)).toBe(true)
        expect(Math.sign(compareVersionIds(a, b))).toBe(-Math.sign(compareVersionIds(b, a)) + 0)
        expect(compareVersionIds(a, b) === 0).toBe(a === b)
        if (Number.parseInt(a, 10) < Number.parseInt(b, 10)) expect(compareVersionIds(a, b)).toBeLessThan(0)
      }),
    )
    for (const other of [
      '',
      '1',
      '0-0123456789abcdef',
      '1-0123456789ABCDEF',
      '1-0123456789abcde',
      'x-0123456789abcdef',
    ])
      expect(isVersionId(other)).toBe(false)
  })
})

/** Fields that tell which line an entry is, or when and in which order: they are no part of what a version says. */
const NOT_SAID = ['id', 'created', 'superseded', 'conflicts', 'revision', 'modified']

function expectAllSaid<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  fields: readonly string[],
  entry: T,
  other: T,
): void {
  for (const field of fields.filter((each) => !NOT_SAID.includes(each))) {
    const changed = { ...entry, [field]: Reflect.get(other, field) }
    expect({ field, name: form.nameOf(form.shownBy(changed)) }).not.toEqual({
      field,
      name: form.nameOf(form.shownBy(entry)),
    })
  }
}

it('names every field that says something: one that were left out could be lost in a merge', () => {
  const times = { created: '2025-01-01T00:00:00Z', modified: '2025-01-01T00:00:00Z', revision: 1, id: 'a' }
  const anchor = { textHash: '', start: 0, end: 2, quote: '五源', prefix: '', suffix: '', sectionPath: [] }
  expectAllSaid(
    annotationLine,
    Object.keys(annotationSchema.unwrap().shape),
    { ...times, anchor, color: 'indigo', note: '', tags: [], deleted: false },
    { ...times, anchor: { ...anchor, start: 1 }, color: 'rouge', note: '甲', tags: ['乙'], deleted: true },
  )
  expectAllSaid(
    readerTermLine,
    Object.keys(readerTermSchema.unwrap().shape),
    { ...times, term: '五源', definition: '甲', cited: null, deleted: false },
    { ...times, term: '三命', definition: '乙', cited: { reportId: 'x', number: null }, deleted: true },
  )
})
