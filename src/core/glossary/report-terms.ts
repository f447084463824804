import { isBodyBlock } from '../report/reading-view.ts'
import type { Report } from '../report/report.ts'
import type { FoldCharacter } from '../text/fold.ts'
import type { SourceRange } from '../text/range.ts'
import { entryIn, type Headword } from './dictionary.ts'
import { compileTermMatcher, type TermPlace } from './term-matcher.ts'

/** A place in a report's body where a headword stands, with the shorter ones inside it. */
export interface HeadwordPlace extends SourceRange {
  readonly key: string
  readonly nested: readonly (SourceRange & { readonly key: string })[]
}

/** Finds the places of a dictionary's headwords in a report's body. */
export type HeadwordFinder = (text: string, report: Pick<Report, 'blocks'>) => HeadwordPlace[]

/**
 * Compiles a dictionary into a finder of every place in the body of a report where one of its headwords stands, in
 * reading order. Glossary entries and furniture are not looked at; a term never runs from one block into the next.
 */
export function compileHeadwordFinder(headwords: readonly Headword[], further?: FoldCharacter): HeadwordFinder {
  const match = compileTermMatcher(
    headwords.map(({ key }) => key),
    further,
  )
  const named = ({ start, end, term }: TermPlace) => ({ start, end, key: headwords[term]?.key ?? '' })
  return (text, report) =>
    report.blocks
      .filter(isBodyBlock)
      .flatMap((block) => match(text, block).map((hit) => ({ ...named(hit), nested: hit.nested.map(named) })))
}

/** The headwords that a report uses and does not define, each with a definition from elsewhere; with their places. */
export function findBorrowedTerms(
  headwords: readonly Headword[],
  places: readonly HeadwordPlace[],
  reportId: string,
): { readonly headword: Headword; readonly places: readonly HeadwordPlace[] }[] {
  const byKey = new Map<string, HeadwordPlace[]>()
  for (const place of places) byKey.set(place.key, [...(byKey.get(place.key) ?? []), place])
  return headwords.flatMap((headword) => {
    const found = byKey.get(headword.key) ?? []
    return found.length > 0 && entryIn(headword, reportId) === null ? [{ headword, places: found }] : []
  })
}
