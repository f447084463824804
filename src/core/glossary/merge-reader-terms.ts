import { mergeLines } from '../lineage/merge-lines.ts'
import { type NamedVersion, rivalsOf } from '../lineage/next-version.ts'
import type { ReaderTerm, ReaderTermVersion } from './reader-term.ts'
import { readerTermLine } from './reader-term-line.ts'

/**
 * Merges the reader's own terms from several copies of a library, as `mergeAnnotations` does annotations. The same term
 * that was defined in two places stays twice, each with its definition.
 */
export function mergeReaderTerms(...lists: readonly (readonly ReaderTerm[])[]): ReaderTerm[] {
  return mergeLines(readerTermLine, lists)
}

/** A term whose versions were made apart and say different things; the one that is shown first. */
export interface ReaderTermConflict {
  readonly id: string
  readonly versions: readonly NamedVersion<ReaderTermVersion>[]
}

/** What waits for the reader to settle it, in the order of the list. */
export function readerTermConflicts(terms: readonly ReaderTerm[]): ReaderTermConflict[] {
  return terms.flatMap((term) => {
    const versions = rivalsOf(readerTermLine, term)
    return versions.length === 0 ? [] : [{ id: term.id, versions }]
  })
}
