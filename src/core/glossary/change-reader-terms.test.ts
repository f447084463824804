import { describe, expect, it } from 'vitest'
import { changeReaderTerms, liveReaderTerms, ReaderTermError } from './change-reader-terms.ts'
import { type ReaderTerm, readerTermSchema } from './reader-term.ts'

const NOW = '2025-01-08T01:02:03.000Z'
const LATER = '2025-02-01T00:00:00.000Z'
const FIRST = '3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b'
const SECOND = '4f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b'

const add = (term: string, before: readonly ReaderTerm[] = [], id = FIRST) =>
  changeReaderTerms(before, { act: 'add', id, term, definition: '五类污染源', cited: null }, NOW)
const remove = (before: readonly ReaderTerm[], id = FIRST) => changeReaderTerms(before, { act: 'delete', id }, NOW)

describe('changeReaderTerms', () => {
  it('adds a term in the form that is stored', () => {
    const { terms, changed } = add('五源共治')
    expect(terms).toEqual([changed])
    expect(readerTermSchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed)
    expect(changed).toMatchObject({ revision: 1, created: NOW, modified: NOW, deleted: false })
  })

  it('edits what is there', () => {
    const { terms } = add('五源共治')
    const { changed } = changeReaderTerms(
      terms,
      { act: 'edit', id: FIRST, term: '“五源共治”', definition: '新的解释' },
      LATER,
    )
    expect(changed).toMatchObject({
      ...terms[0],
      term: '“五源共治”',
      definition: '新的解释',
      revision: 2,
      modified: LATER,
    })
  })

  it('keeps a deleted one as a tombstone and brings it back', () => {
    const { terms } = add('五源共治')
    const deleted = remove(terms).terms
    expect(deleted).toHaveLength(1)
    expect(liveReaderTerms(deleted)).toEqual([])
    expect(liveReaderTerms(changeReaderTerms(deleted, { act: 'restore', id: FIRST }, NOW).terms)).toMatchObject([
      { ...terms[0], revision: 3 },
    ])
  })

  it.each(['五源共治', '“五源 共治”', '「五源共治」'])('refuses %s where a term that folds alike is live', (term) => {
    const { terms } = add('“五源共治”')
    expect(() => add(term, terms, SECOND)).toThrow('“五源共治”')
    const two = add('三命共识', terms, SECOND).terms
    expect(() => changeReaderTerms(two, { act: 'edit', id: SECOND, term, definition: '同' }, NOW)).toThrow(
      ReaderTermError,
    )
  })

  it('takes a term again that was deleted, and then refuses to restore the old one', () => {
    const deleted = remove(add('５Ｇ网络').terms).terms
    const again = add('5g网络', deleted, SECOND).terms
    expect(() => changeReaderTerms(again, { act: 'restore', id: FIRST }, NOW)).toThrow('5g网络')
    expect(liveReaderTerms(again).map(({ id }) => id)).toEqual([SECOND])
  })

  it.each(['“”', '“五”', ' 　'])('refuses %j: nothing would ever be marked', (term) => {
    expect(() => add(term)).toThrow('两个字')
  })

  it('refuses a second term of the same id', () => {
    expect(() => add('三命共识', add('五源共治').terms)).toThrow(ReaderTermError)
  })

  it('refuses to change what is not there', () => {
    const edit = { act: 'edit', id: FIRST, term: '五源共治', definition: '解释' } as const
    for (const change of [edit, { act: 'delete', id: FIRST }, { act: 'restore', id: FIRST }] as const)
      expect(() => changeReaderTerms([], change, NOW)).toThrow(ReaderTermError)
    const deleted = remove(add('五源共治').terms).terms
    expect(() => changeReaderTerms(deleted, edit, NOW)).toThrow(ReaderTermError)
  })
})
