import { describe, expect, it } from 'vitest'
import { changeReaderTerms, liveReaderTerms, ReaderTermError } from './change-reader-terms.ts'
import { mergeReaderTerms, readerTermConflicts } from './merge-reader-terms.ts'
import { type ReaderTerm, type ReaderTermChange, readerTermSchema } from './reader-term.ts'
import { readerTermLine } from './reader-term-line.ts'

const NOW = '2025-01-08T01:02:03.000Z'
const ID = '3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b'
const OTHER = '4f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b'

const change = (terms: readonly ReaderTerm[], act: ReaderTermChange) => changeReaderTerms(terms, act, NOW).terms
const define = (definition: string, id = ID) =>
  change([], { act: 'add', id, term: '五源共治', definition, cited: { reportId: 'r', number: '4' } })
const redefine = (terms: readonly ReaderTerm[], definition: string) =>
  change(terms, { act: 'edit', id: ID, term: '五源共治', definition })
const definitions = ([term]: readonly ReaderTerm[]) =>
  term && [term, ...(term.conflicts ?? [])].map(({ definition }) => definition).sort()

describe('mergeReaderTerms', () => {
  const base = define('一')
  const conflict = mergeReaderTerms(redefine(base, '甲'), redefine(base, '乙'))

  it('takes the later definition, and keeps both of two that were given apart', () => {
    expect(definitions(mergeReaderTerms(base, redefine(base, '二')))).toEqual(['二'])
    expect(definitions(conflict)).toEqual(['乙', '甲'].sort())
    expect(mergeReaderTerms(redefine(base, '乙'), redefine(base, '甲'))).toEqual(conflict)
    expect(readerTermSchema.array().parse(JSON.parse(JSON.stringify(conflict)))).toEqual(conflict)
  })

  it('keeps a deleted term deleted', () => {
    const merged = mergeReaderTerms(change(base, { act: 'delete', id: ID }), redefine(base, '甲'))
    expect(liveReaderTerms(merged)).toEqual([])
    expect(readerTermConflicts(merged)[0]?.versions.map(({ definition }) => definition)).toEqual(['一', '甲'])
  })

  it('keeps a term twice that was defined in two places', () => {
    expect(liveReaderTerms(mergeReaderTerms(define('甲'), define('乙', OTHER)))).toHaveLength(2)
  })

  it('is settled by the reader, once', () => {
    const [keep = '1-', ...drop] = readerTermConflicts(conflict)[0]?.versions.map(({ versionId }) => versionId) ?? []
    const settle = { act: 'settle', id: ID, keep, drop, definition: '甲、乙' } as const
    const settled = change(conflict, settle)
    expect(definitions(settled)).toEqual(['甲、乙'])
    expect(readerTermConflicts(settled)).toEqual([])
    expect(mergeReaderTerms(conflict, settled)).toEqual(settled)
    expect(() => change(settled, settle)).toThrow(ReaderTermError)
    const versions = readerTermConflicts(conflict)[0]?.versions ?? []
    const [made] = settled
    const reopen = {
      act: 'reopen',
      id: ID,
      settled: made ? readerTermLine.nameOf(readerTermLine.shownBy(made)) : '1-',
      versions,
    } as const
    expect(definitions(change(settled, reopen))).toEqual(definitions(conflict))
    expect(() => change(redefine(settled, '丙'), reopen)).toThrow('不能撤销')
    expect(definitions(change(conflict, { ...settle, definition: undefined }))).toEqual([conflict[0]?.definition])
  })
})
