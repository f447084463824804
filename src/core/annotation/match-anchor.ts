import type { SourceRange } from '../text/range.ts'
import { toSourceRange } from '../text/range.ts'
import type { AnchoredText } from './anchor.ts'
import type { Anchor } from './annotation.ts'
import { type Candidate, prepareCandidates } from './candidates.ts'
import { type EvidenceText, foldEvidence, toFoldedOffset, toSourceStretch } from './evidence-text.ts'
import { findMoved } from './find-moved.ts'
import { isSameReport } from './same-report.ts'

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
 * Makes ready for matching many anchors to one text: that is folded and indexed once. The function returned is given
 * the text version that anchors speak of, null where it is lost, and makes that ready in the same way.
 */
export function prepareMatching(to: AnchoredText): (from: { readonly text: string } | null) => MatchAnchor {
  const target = foldEvidence(to.text)
  const candidatesIn = prepareCandidates(to, target)
  return (from) => {
    const source = from && foldEvidence(from.text)
    const sameReport = source !== null && isSameReport(source.folded, target.folded)
    return (anchor) => {
      const { start, end, quote } = anchor
      if (anchor.textHash === to.textHash && to.text.slice(start, end) === quote)
        return { answer: 'exact', range: toSourceRange(start, end) }
      // A text in which the words do not stand where the anchor says is not the one that it speaks of.
      const own = source?.text.slice(start, end) === quote ? source : null
      const moved = own && sameReport ? moveAnchor(anchor, own, target) : null
      if (moved) return { answer: 'moved', range: moved }
      const candidates = candidatesIn(anchor)
      return {
        answer: (candidates[0]?.score ?? 0) >= LIKELY_SCORE ? 'ambiguous' : 'orphan',
        doubt: own === null ? 'old-text-missing' : sameReport ? 'changed-or-repeated' : 'another-report',
        candidates,
      }
    }
  }
}

/** Matches one anchor. For many of one text use `prepareMatching`, which does what they have in common once. */
export function matchAnchor(anchor: Anchor, from: { readonly text: string } | null, to: AnchoredText): AnchorMatch {
  return prepareMatching(to)(from)(anchor)
}

function moveAnchor({ start, end }: Anchor, from: EvidenceText, to: EvidenceText): SourceRange | null {
  const passage = { start: toFoldedOffset(from, start), end: toFoldedOffset(from, end) }
  if (passage.start === passage.end) return null
  const moved = findMoved(from, passage, to)
  return moved && toSourceStretch(to, moved.start, moved.end)
}
