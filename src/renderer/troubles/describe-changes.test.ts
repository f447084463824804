import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { describeChanges, isSameList } from './describe-changes.ts'

const NOW = '2026-01-02T03:04:05.000Z'

function annotation(id: string, fields: Partial<Annotation> = {}): Annotation {
  const anchor = { textHash: 'h', start: 3, end: 5, quote: '增长', prefix: '', suffix: '', sectionPath: [] }
  const base = { color: 'indigo', note: '', tags: [], deleted: false, revision: 1 } as const
  return { id, created: NOW, modified: NOW, anchor, ...base, ...fields }
}

const [a, b] = [annotation('a'), annotation('b')]

describe('describeChanges', () => {
  it.each<readonly [what: string, now: readonly Annotation[], added: number, changed: number, removed: number]>([
    ['nothing', [a, b], 0, 0, 0],
    ['another order', [b, a], 0, 0, 0],
    ['a history that says the same', [{ ...a, revision: 7, superseded: ['1-0123456789abcdef'] }, b], 0, 0, 0],
    ['one more', [a, b, annotation('c')], 1, 0, 0],
    ['one less', [b], 0, 0, 1],
    ['one deleted', [{ ...a, deleted: true }, b], 0, 0, 1],
    ['another note', [{ ...a, note: '核' }, b], 0, 1, 0],
    [
      'another colour and other tags',
      [
        { ...a, color: 'rouge' },
        { ...b, tags: ['核'] },
      ],
      0,
      2,
      0,
    ],
    ['another place', [{ ...a, anchor: { ...a.anchor, start: 4 } }, b], 0, 1, 0],
    ['everything', [annotation('c'), { ...a, note: '核' }], 1, 1, 1],
  ])('%s', (_what, now, added, changed, removed) => {
    expect(describeChanges([a, b], now)).toEqual({ added, changed, removed })
  })
})

it('isSameList looks at histories too, and not at the order', () => {
  expect(isSameList([a, b], [b, a])).toBe(true)
  expect(isSameList([a, b], [a])).toBe(false)
  expect(isSameList([a, b], [a, { ...b, revision: 2 }])).toBe(false)
})
