import { assertNever } from '../assert-never.ts'
import { makeNextVersion, reopenLine, settleLine } from '../lineage/next-version.ts'
import { foldKey } from '../text/fold.ts'
import { bareTerm } from './dictionary.ts'
import type { ReaderTerm, ReaderTermChange, ReaderTermVersion } from './reader-term.ts'
import { readerTermLine } from './reader-term-line.ts'

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
  const changed = nextTerm(before, change, now)
  if (!changed.deleted) refuseTaken(terms, changed)
  return { terms: terms.with(index, changed), changed }
}

function nextTerm(before: ReaderTerm, change: Exclude<ReaderTermChange, { act: 'add' }>, now: string): ReaderTerm {
  if (change.act === 'reopen') {
    const reopened = reopenLine(readerTermLine, before, change.settled, change.versions)
    if (!reopened) throw new ReaderTermError('这个术语后来又改过，不能撤销了。可以直接修改它。')
    return reopened
  }
  const fields = fieldsOf(change)
  if (change.act !== 'settle') return makeNextVersion(readerTermLine, before, fields, { base: change.base, now })
  const settled = settleLine(readerTermLine, before, change, fields, now)
  if (!settled) throw new ReaderTermError('这处冲突又有了新的内容。请看过以后，再选一次。')
  return settled
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

function fieldsOf(change: Exclude<ReaderTermChange, { act: 'add' | 'reopen' }>): Partial<ReaderTermVersion> {
  switch (change.act) {
    case 'edit': {
      const { term, definition, cited } = change
      return { term, definition, ...(cited === undefined ? {} : { cited }) }
    }
    case 'settle':
      return change.definition === undefined ? {} : { definition: change.definition }
    case 'delete':
    case 'restore':
      return { deleted: change.act === 'delete' }
    default:
      return assertNever(change)
  }
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
