import { type SourceOffset, toSourceOffset, toSourceRange } from '../text/range.ts'
import { type AnchoredText, describeAnchor, type TextVersion } from './anchor.ts'
import type { Anchor, Annotation } from './annotation.ts'
import { type AnchorMatch, type MatchAnchor, prepareMatching } from './match-anchor.ts'
import { reanchor } from './reanchor.ts'

/** An annotation in a new text version, with the answer that was found for its anchor. */
export interface CarriedAnnotation {
  readonly annotation: Annotation
  readonly match: AnchorMatch
}

/**
 * Carries annotations over to a new text version. One whose passage moved is described anew there, in a version of its
 * own (`reanchor`); the time of its change stays, for it was not the reader who changed it. Every other one keeps the
 * anchor that it has, which speaks of another text: it waits for the reader (`isInPlace`). Deleted ones and versions that
 * were made apart are carried in the same way, so that bringing one back brings it to its place.
 */
export function carryAnnotations(
  annotations: readonly Annotation[],
  from: readonly TextVersion[],
  to: AnchoredText,
): CarriedAnnotation[] {
  const match = matchVersions(from, to)
  return annotations.map((before) => {
    const answers = new Map<Anchor, AnchorMatch>()
    const annotation = reanchor(before, (anchor) => {
      const answer = match(anchor)
      const after = anchorAfter(anchor, answer, to)
      answers.set(after, answer)
      return after
    })
    return { annotation, match: answers.get(annotation.anchor) ?? match(annotation.anchor) }
  })
}

/** Matches anchors that speak of several versions of a text; of those that are not given, as of lost ones. */
export function matchVersions(from: readonly TextVersion[], to: AnchoredText): MatchAnchor {
  const matching = prepareMatching(to)
  const matchers = new Map<string, MatchAnchor>()
  return (anchor) => {
    const { textHash } = anchor
    let match = matchers.get(textHash)
    if (match === undefined) {
      match = matching(from.find((version) => version.textHash === textHash) ?? null)
      matchers.set(textHash, match)
    }
    return match(anchor)
  }
}

/** The anchor that an answer leads to: described anew where the passage moved, else the one that there was. */
export function anchorAfter(anchor: Anchor, match: AnchorMatch, to: AnchoredText): Anchor {
  return match.answer === 'moved' ? describeAnchor(to, match.range) : anchor
}

/** How much of the text a reading place is known by, in UTF-16 code units. */
const PLACE_LENGTH = 64

/** A reading place in a new text version: where its words are, or as far into the text as it was. */
export function carryPlace(offset: number, from: TextVersion, to: AnchoredText): SourceOffset {
  const before = Math.min(offset, from.text.length)
  const words = from.text.slice(before, before + PLACE_LENGTH)
  if (words.trim() !== '') {
    const range = toSourceRange(before, before + words.length)
    const answer = matchVersions([from], to)(describeAnchor({ ...from, outline: [] }, range))
    if ('range' in answer) return answer.range.start
    // A place is no work of the reader's: a likely one is better than none.
    if (answer.answer === 'ambiguous' && answer.candidates[0]) return answer.candidates[0].range.start
  }
  return toSourceOffset(Math.floor((before / Math.max(1, from.text.length)) * to.text.length))
}
