import { isBodyBlock } from '../report/reading-view.ts'
import type { Report } from '../report/report.ts'
import type { SourceRange } from '../text/range.ts'
import type { Headword } from './dictionary.ts'
import { compileTermMatcher } from './term-matcher.ts'

/** A place in a report's body where a headword stands. */
export interface TermPlace extends SourceRange {
  readonly key: string
}

/** Every place in the body of a report where one of the headwords stands, in reading order. Glossary entries and furniture are not looked at. */
export function findTermPlaces(
  headwords: readonly Headword[],
  text: string,
  report: Pick<Report, 'blocks'>,
): TermPlace[] {
  const match = compileTermMatcher(headwords.map((headword) => headword.term))
  return report.blocks
    .filter(isBodyBlock)
    .flatMap((block) =>
      match(text, block).map(({ start, end, term }) => ({ start, end, key: headwords[term]?.key ?? '' })),
    )
}
