import type { SourceRange } from '../text/range.ts'
import { type AnchorMatch, LIKELY_SCORE } from './match-anchor.ts'

/**
 * Where the words of an annotation that waits stand as they were, in a version of the same report, while no other place is
 * likely: only what is beside them was changed. Null for every other one. It is for the reader to accept, many at a time:
 * of 774 such places in edited reports all were right, of 35 in a report half of which was made of a later one 33
 * (docs/adr/0010).
 */
export function solePlace(match: AnchorMatch): SourceRange | null {
  if (match.answer !== 'ambiguous' || match.doubt !== 'changed-or-repeated') return null
  const verbatim = match.candidates.filter(({ difference }) => difference === 'none' || difference === 'form')
  const likely = match.candidates.filter(({ score }) => score >= LIKELY_SCORE)
  const [only] = likely
  return only && likely.length === 1 && verbatim.length === 1 && verbatim[0] === only ? only.range : null
}
