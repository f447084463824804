import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import type { Annotation } from './annotation.ts'
import { annotationSchema } from './annotation.ts'
import { AnnotationChangeError, changeAnnotations, liveAnnotations } from './annotation-change.ts'

const text = '一、工作回顾\n实施“五源共治”，成效明显。\n二、工作安排'
const source = {
  text,
  textHash: 'hash',
  outline: [
    { text: '一、工作回顾', level: 1, runIn: false, ...toSourceRange(0, 6) },
    { text: '二、工作安排', level: 1, runIn: false, ...toSourceRange(22, 28) },
  ],
}
const NOW = '2025-01-08T01:02:03.000Z'
const id = '3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b'

const add = (start: number, end: number, before: readonly Annotation[] = []) =>
  changeAnnotations(before, { act: 'add', id, start, end, color: 'indigo', note: '' }, source, NOW)

describe('changeAnnotations', () => {
  it('writes down the evidence for a new highlight', () => {
    const { changed } = add(10, 14)
    expect(changed.anchor).toEqual({
      textHash: 'hash',
      start: 10,
      end: 14,
      quote: '五源共治',
      prefix: '一、工作回顾\n实施“',
      suffix: '”，成效明显。\n二、工作安排',
      sectionPath: ['一、工作回顾'],
    })
    expect(annotationSchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed)
  })

  it('leaves white space at the ends out', () => {
    expect(add(6, 9).changed.anchor.quote).toBe('实施')
  })

  it.each([
    ['only white space', 6, 7],
    ['a passage that ends after the text', 20, text.length + 1],
    ['a passage that ends before it begins', 9, 8],
  ])('refuses %s', (_what, start, end) => {
    expect(() => add(start, end)).toThrow(AnnotationChangeError)
  })

  it('refuses a second annotation of the same id', () => {
    expect(() => add(10, 14, add(0, 6).annotations)).toThrow(AnnotationChangeError)
  })

  it('edits what is asked for and nothing else', () => {
    const before = add(10, 14).annotations
    const { changed } = changeAnnotations(
      before,
      { act: 'edit', id, note: '对照上年' },
      source,
      '2025-02-01T00:00:00.000Z',
    )
    expect(changed).toEqual({
      ...before[0],
      note: '对照上年',
      revision: 2,
      modified: '2025-02-01T00:00:00.000Z',
      superseded: [expect.stringMatching(/^1-/)],
    })
  })

  it('keeps a deleted one as a tombstone and brings it back', () => {
    const added = add(10, 14).annotations
    const deleted = changeAnnotations(added, { act: 'delete', id }, source, NOW)
    expect(deleted.annotations).toHaveLength(1)
    expect(liveAnnotations(deleted.annotations)).toEqual([])
    const restored = changeAnnotations(deleted.annotations, { act: 'restore', id }, source, NOW)
    expect(liveAnnotations(restored.annotations)).toMatchObject([{ ...added[0], revision: 3 }])
  })

  it.each(['edit', 'delete', 'restore'] as const)('refuses to %s what is not there', (act) => {
    expect(() => changeAnnotations([], { act, id }, source, NOW)).toThrow(AnnotationChangeError)
  })
})

describe('liveAnnotations', () => {
  it('are in reading order', () => {
    const late = { ...add(22, 28).changed, id: 'b' }
    const long = { ...add(0, 6).changed, id: 'c' }
    const short = { ...add(0, 4).changed, id: 'a' }
    expect(liveAnnotations([late, long, short]).map((annotation) => annotation.id)).toEqual(['a', 'c', 'b'])
  })
})
