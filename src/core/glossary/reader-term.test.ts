import { describe, expect, it } from 'vitest'
import { readerTermChangeSchema, readerTermSchema } from './reader-term.ts'

const ID = '3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b'
const NOW = '2025-01-08T01:02:03.000Z'

const stored = {
  id: ID,
  revision: 1,
  created: NOW,
  modified: NOW,
  term: '五源共治',
  definition: '五类污染源',
  cited: { reportId: '0123456789abcdef', number: '4' },
  deleted: false,
}

describe('a term of the reader’s as it is stored', () => {
  it.each([
    ['as it is', {}],
    ['deleted', { deleted: true, revision: 7 }],
    ['in the reader’s own words', { cited: null }],
    ['from a glossary without numbers', { cited: { reportId: '0123456789abcdef', number: null } }],
    ['of two characters', { term: '双减' }],
    ['as long as can be', { term: '长'.repeat(60), definition: '长'.repeat(10_000) }],
    ['with an id of another kind', { id: 'term-1' }],
  ])('is taken %s', (_how, fields) => {
    expect(readerTermSchema.parse({ ...stored, ...fields })).toEqual({ ...stored, ...fields })
  })

  it.each([
    ['one character', { term: '稳' }],
    ['one character and white space', { term: ' 稳　' }],
    ['a term too long', { term: '长'.repeat(61) }],
    ['no definition', { definition: ' \n' }],
    ['a definition too long', { definition: '长'.repeat(10_001) }],
    ['no id', { id: '' }],
    ['an id without end', { id: 'a'.repeat(65) }],
    ['no revision', { revision: 0 }],
    ['half a revision', { revision: 1.5 }],
    ['a day for a moment', { created: '2025-01-08' }],
    ['a moment of some zone', { modified: '2025-01-08T09:02:03+08:00' }],
    ['nothing of whether it is deleted', { deleted: undefined }],
    ['nothing of where it is from', { cited: undefined }],
    ['half a source', { cited: { reportId: '0123456789abcdef' } }],
  ])('is refused with %s', (_what, fields) => {
    expect(readerTermSchema.safeParse({ ...stored, ...fields }).success).toBe(false)
  })
})

describe('a change to the reader’s terms', () => {
  const add = { act: 'add', id: ID, term: '五源共治', definition: '五类污染源', cited: null }

  it.each([
    ['add', add],
    ['add with a source', { ...add, cited: { reportId: '0123456789abcdef', number: '4' } }],
    ['edit', { act: 'edit', id: 'term-1', term: '双减', definition: '减' }],
    ['delete', { act: 'delete', id: ID }],
    ['restore', { act: 'restore', id: ID }],
  ])('can be to %s', (_act, change) => {
    expect(readerTermChangeSchema.parse(change)).toEqual(change)
  })

  it.each([
    ['an act that is not known', { ...add, act: 'merge' }],
    ['a new id that is none', { ...add, id: 'term-1' }],
    ['one character', { ...add, term: '稳' }],
    ['no definition', { ...add, definition: '' }],
    ['nothing of where it is from', { act: 'add', id: ID, term: '双减', definition: '减' }],
    ['a source longer than the id of a report', { ...add, cited: { reportId: '0'.repeat(17), number: null } }],
    ['a number without end', { ...add, cited: { reportId: '0123456789abcdef', number: '1'.repeat(21) } }],
    ['an edit of nothing', { act: 'edit', id: '', term: '双减', definition: '减' }],
    ['an edit without a definition', { act: 'edit', id: ID, term: '双减' }],
    ['a deletion of nothing', { act: 'delete' }],
  ])('is refused with %s', (_what, change) => {
    expect(readerTermChangeSchema.safeParse(change).success).toBe(false)
  })

  it('is taken without the white space around its words', () => {
    expect(readerTermChangeSchema.parse({ ...add, term: ' 五源共治　', definition: '\n五类污染源 ' })).toEqual(add)
  })
})
