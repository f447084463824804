import { rangesOverlap, type SourceRange, toSourceRange } from '../text/range.ts'
import { type AnchoredText, isInPlace } from './anchor.ts'
import type { Anchor } from './annotation.ts'
import { type Candidate, prepareCandidates } from './candidates.ts'
import { type EvidenceText, foldEvidence, toFoldedOffset, toSourceStretch } from './evidence-text.ts'
import { findMoved } from './find-moved.ts'
import { DRIFT, indexStretches, type SharedStretches, shareStretches } from './shared-stretches.ts'
import { hasDoubleNearby } from './similar-places.ts'

/** Why a passage is not attached by itself. */
export type Doubt =
  /** The text that the anchor speaks of is lost: nobody can tell a passage that moved from one that recurs. */
  | 'old-text-missing'
  /** The two texts are not versions of one report: what stands in both is a formula. */
  | 'another-report'
  /** The words, or what stands right beside them, were changed, are gone, or stand there more than once. */
  | 'changed-or-repeated'

/**
 * Where the passage of an anchor stands in a text (DESIGN, idea 3). `exact` and `moved` may be used as they are; an
 * `ambiguous` passage has a likely place, an `orphan` has none: both are for the reader to settle. Candidates are
 * sorted, the best first.
 */
export type AnchorMatch =
  | { readonly answer: 'exact' | 'moved'; readonly range: SourceRange }
  | { readonly answer: 'ambiguous' | 'orphan'; readonly doubt: Doubt; readonly candidates: readonly Candidate[] }

/** Matches anchors that all speak of one text version. */
export type MatchAnchor = (anchor: Anchor) => AnchorMatch

/** From which score on a candidate is a likely place. */
export const LIKELY_SCORE = 0.6

/**
 * Which share of a passage's surroundings has to stand about the place it moved to. A sentence alone that was copied, or
 * that another year's report has as well, keeps less: up to 0.19 of 43,000 passages (docs/adr/0010).
 */
export const LEAST_SURROUNDINGS = 0.3

/**
 * From this share on there is no need to look whether a place far off is likely too: most of what stands around the
 * passage stands here and nowhere else.
 */
export const CLEAR_SURROUNDINGS = 0.6

/**
 * Makes ready for matching many anchors to one text: that is folded and indexed once. The function returned is given
 * the text version that anchors speak of, null where it is lost, and makes that ready in the same way.
 */
export function prepareMatching(to: AnchoredText): (from: { readonly text: string } | null) => MatchAnchor {
  const target = foldEvidence(to.text)
  const stretches = indexStretches(target.folded)
  const candidatesIn = prepareCandidates(to, target)
  return (from) => {
    const source = from && foldEvidence(from.text)
    const shared = source && shareStretches(source.folded, stretches, target.folded.length)
    return (anchor) => {
      const { start, end, quote } = anchor
      if (isInPlace(anchor, to)) return { answer: 'exact', range: toSourceRange(start, end) }
      // A text in which the words do not stand where the anchor says is not the one that it speaks of.
      const own = source?.text.slice(start, end) === quote ? source : null
      const moved = own && shared?.sameReport ? moveAnchor(anchor, own, target, shared) : null
      if (moved && moved.surroundings >= CLEAR_SURROUNDINGS) return { answer: 'moved', range: moved.range }
      const candidates = candidatesIn(anchor)
      const likely = candidates.filter(({ score }) => score >= LIKELY_SCORE)
      if (moved && likely.every(({ range }) => rangesOverlap(range, moved.range)))
        return { answer: 'moved', range: moved.range }
      return {
        answer: likely.length > 0 ? 'ambiguous' : 'orphan',
        doubt: own === null ? 'old-text-missing' : shared?.sameReport ? 'changed-or-repeated' : 'another-report',
        candidates,
      }
    }
  }
}

/** Whether two texts are versions of one report, and not of two years or two cities. */
export function isSameReport(one: string, other: string): boolean {
  const target = foldEvidence(other).folded
  return shareStretches(foldEvidence(one).folded, indexStretches(target), target.length).sameReport
}

/** Matches one anchor. For many of one text use `prepareMatching`, which does what they have in common once. */
export function matchAnchor(anchor: Anchor, from: { readonly text: string } | null, to: AnchoredText): AnchorMatch {
  return prepareMatching(to)(from)(anchor)
}

function moveAnchor(
  { start, end }: Anchor,
  from: EvidenceText,
  to: EvidenceText,
  shared: SharedStretches,
): { readonly range: SourceRange; readonly surroundings: number } | null {
  const passage = { start: toFoldedOffset(from, start), end: toFoldedOffset(from, end) }
  if (passage.start === passage.end) return null
  const moved = findMoved(from, passage, to)
  if (moved === null) return null
  const surroundings = shared.surroundings(passage.start, passage.end, moved.start)
  // A copy that stands so near has the same surroundings: then they do not tell which of the two it is.
  return surroundings < LEAST_SURROUNDINGS || hasDoubleNearby(to.folded, moved, DRIFT)
    ? null
    : { range: toSourceStretch(to, moved.start, moved.end), surroundings }
}
