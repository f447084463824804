import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import type { Annotation } from './annotation.ts'
import { annotationSchema } from './annotation.ts'
import {
  AnnotationChangeError,
  annotationChangeSchema,
  changeAnnotations,
  liveAnnotations,
} from './annotation-change.ts'
import { annotationLine } from './annotation-line.ts'

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

  it('takes attaching back: a new version with the anchor that there was', () => {
    const waiting: Annotation = { ...add(0, 6).changed, anchor: { ...add(0, 6).changed.anchor, textHash: 'former' } }
    const attached = changeAnnotations([waiting], { act: 'attach', id, start: 22, end: 28 }, source, NOW).changed
    const { anchor } = waiting
    const { changed } = changeAnnotations([attached], { act: 'detach', id, anchor }, source, NOW)
    expect(changed).toMatchObject({ anchor, revision: 3, color: waiting.color, note: waiting.note })
    expect(changed.superseded).toContain(annotationLine.nameOf(annotationLine.shownBy(attached)))
    expect(changed.conflicts).toBeUndefined()
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

  it('attaches one to another passage, whatever text it spoke of', () => {
    const [added] = add(10, 14).annotations
    const waiting = { ...added, note: '待核', anchor: { ...added?.anchor, textHash: 'old' } } as Annotation
    const later = '2025-02-01T00:00:00.000Z'
    const { changed } = changeAnnotations([waiting], { act: 'attach', id, start: 21, end: 28 }, source, later)
    expect(changed).toEqual({
      ...waiting,
      revision: 2,
      modified: later,
      superseded: [annotationLine.nameOf(annotationLine.shownBy(waiting))],
      anchor: {
        textHash: 'hash',
        start: 22,
        end: 28,
        quote: '二、工作安排',
        prefix: '一、工作回顾\n实施“五源共治”，成效明显。\n',
        suffix: '',
        sectionPath: ['二、工作安排'],
      },
    })
  })

  it.each([
    ['only white space', 6, 7],
    ['a passage that ends after the text', 20, text.length + 1],
    ['a passage that ends before it begins', 9, 8],
  ])('refuses to attach to %s', (_what, start, end) => {
    expect(() => changeAnnotations(add(0, 6).annotations, { act: 'attach', id, start, end }, source, NOW)).toThrow(
      new AnnotationChangeError('选中的文字不在这份报告里。'),
    )
  })

  it.each([
    ['a negative start', { act: 'attach', id, start: -1, end: 3 }],
    ['half a character', { act: 'attach', id, start: 0.5, end: 3 }],
    ['no end', { act: 'attach', id, start: 0 }],
    ['no id', { act: 'attach', start: 0, end: 3 }],
    ['no anchor to go back to', { act: 'detach', id }],
    ['an anchor of nothing', { act: 'detach', id, anchor: { ...add(0, 6).changed.anchor, quote: '' } }],
    ['an anchor that ends before it begins', { act: 'detach', id, anchor: { ...add(0, 6).changed.anchor, end: 0 } }],
  ])('has no act with %s', (_what, act) => {
    expect(annotationChangeSchema.safeParse(act).success).toBe(false)
  })

  it.each(['edit', 'delete', 'restore'] as const)('refuses to %s what is not there', (act) => {
    expect(() => changeAnnotations([], { act, id }, source, NOW)).toThrow(AnnotationChangeError)
    expect(() => changeAnnotations([], { act: 'attach', id, start: 0, end: 6 }, source, NOW)).toThrow('已经不在了')
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
