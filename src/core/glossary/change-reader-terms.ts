import { foldKey } from '../text/fold.ts'
import { bareTerm } from './dictionary.ts'
import type { ReaderTerm, ReaderTermChange } from './reader-term.ts'

/** A change to the reader's own terms that cannot be made; `message` is for the reader. */
export class ReaderTermError extends Error {
  override readonly name = 'ReaderTermError'
}

/** The matcher finds nothing shorter (see `compileTermMatcher`): such a term would never be marked. */
const SHORTEST_KEY = 2

/**
 * Makes one change to the reader's own terms and returns the whole new list with the changed one. Two live terms never
 * fold alike. Throws a `ReaderTermError` when the change cannot be made.
 */
export function changeReaderTerms(
  terms: readonly ReaderTerm[],
  change: ReaderTermChange,
  now: string,
): { terms: ReaderTerm[]; changed: ReaderTerm } {
  if (change.act === 'add') {
    const changed = addTerm(terms, change, now)
    return { terms: [...terms, changed], changed }
  }
  const index = terms.findIndex((term) => term.id === change.id)
  const before = terms[index]
  if (!before || (change.act === 'edit' && before.deleted)) throw new ReaderTermError('这个术语已经不在了。')
  const changed: ReaderTerm = { ...before, ...fieldsOf(change), revision: before.revision + 1, modified: now }
  if (!changed.deleted) refuseTaken(terms, changed)
  return { terms: terms.with(index, changed), changed }
}

function addTerm(
  terms: readonly ReaderTerm[],
  { id, term, definition, cited }: Extract<ReaderTermChange, { act: 'add' }>,
  now: string,
): ReaderTerm {
  if (terms.some((known) => known.id === id)) throw new ReaderTermError('这个术语已经存在。')
  const added = { id, revision: 1, created: now, modified: now, term, definition, cited, deleted: false }
  refuseTaken(terms, added)
  return added
}

function fieldsOf(change: Exclude<ReaderTermChange, { act: 'add' }>): Partial<ReaderTerm> {
  if (change.act === 'edit') {
    const { term, definition, cited } = change
    return { term, definition, ...(cited === undefined ? {} : { cited }) }
  }
  return { deleted: change.act === 'delete' }
}

/** Refuses a term that says nothing, or that another live one of the reader's is in all but print. */
function refuseTaken(terms: readonly ReaderTerm[], { id, term }: ReaderTerm): void {
  const key = foldKey(term)
  if (key.length < SHORTEST_KEY) throw new ReaderTermError('术语至少要有两个字，引号和空格不算。')
  const other = terms.find((known) => known.id !== id && !known.deleted && foldKey(known.term) === key)
  if (other) throw new ReaderTermError(`已经定义过“${bareTerm(other.term)}”。请修改那一条，或换一个术语。`)
}

/** The terms that are not deleted, in the order in which they were added. */
export function liveReaderTerms(terms: readonly ReaderTerm[]): ReaderTerm[] {
  return terms.filter((term) => !term.deleted)
}
