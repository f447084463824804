import { beforeEach, expect, it } from 'vitest'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { annotationConflicts } from '../../core/annotation/merge-annotations.ts'
import { followConflict, keepJoinDraft, showConflicts, useConflicts } from './conflict-store.ts'

const NOW = '2026-01-02T03:04:05.000Z'
const anchor = { textHash: 'h', start: 3, end: 5, quote: '增长', prefix: '', suffix: '', sectionPath: [] }
const version = { revision: 2, modified: NOW, anchor, color: 'indigo', note: '甲', tags: [], deleted: false } as const

function annotation(id: string, others: readonly string[]): Annotation {
  const conflicts = others.map((note) => ({ ...version, note }))
  return { id, created: NOW, ...version, ...(conflicts.length > 0 ? { conflicts } : {}) }
}

/** The notes of each conflict that is shown. */
const shown = () => useConflicts.getState().annotations.map(({ versions }) => versions.map(({ note }) => note))

beforeEach(() => {
  showConflicts(annotationConflicts([annotation('a', ['乙']), annotation('b', ['丙'])]))
})

it('follows an annotation that was settled, edited, or came into conflict', () => {
  followConflict(annotation('a', []))
  expect(shown()).toEqual([['甲', '丙']])
  followConflict(annotation('b', ['丙', '丁']))
  expect(shown()).toEqual([['甲', '丙', '丁']])
  followConflict(annotation('c', []))
  expect(shown()).toEqual([['甲', '丙', '丁']])
  followConflict(annotation('c', ['戊']))
  expect(shown()).toEqual([
    ['甲', '丙', '丁'],
    ['甲', '戊'],
  ])
})

it('keeps what is written for each conflict until it is thrown away', () => {
  keepJoinDraft('a', { text: '甲、乙', tags: '' })
  keepJoinDraft('b', { text: '甲、丙', tags: '核' })
  showConflicts([])
  keepJoinDraft('b', null)
  expect(useConflicts.getState().drafts).toEqual({ a: { text: '甲、乙', tags: '' } })
  keepJoinDraft('a', null)
  expect(useConflicts.getState().drafts).toEqual({})
})
