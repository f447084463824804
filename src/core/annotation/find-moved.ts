import { type EvidenceText, isSentenceEdge } from './evidence-text.ts'

/**
 * How much on one side of a passage has to be unchanged: as much as an anchor keeps of it (`CONTEXT_LENGTH`), or up to
 * the end of the sentence where that is nearer. What an author changes in a sentence may change what its other words
 * speak of; what is changed in the next one does not.
 */
export const UNCHANGED_SIDE = 32

/** Agreement further away than this tells nothing new; it bounds the work in a text that repeats itself. */
const FARTHEST_CONTEXT = 256

/** Words that stand in a text more often than this are no evidence of a place; it bounds the work too. */
const MOST_REPETITIONS = 10_000

/** A stretch of folded text, half-open. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What two places agree in beside the passage that stands at both, in units of folded text. */
interface Agreement {
  readonly before: number
  readonly after: number
}

/** A place where a passage stands, and how far the two texts agree about it. */
export type MovedStretch = Stretch & Agreement

/**
 * The place to which a passage moved, or null where the evidence does not suffice. It suffices where the passage stands
 * word for word, unchanged on both sides (`UNCHANGED_SIDE`), and no other place, in the old text or in the new, agrees
 * further with either of the two: then it is neither a repetition of the passage nor the passage of which this is one.
 */
export function findMoved(from: EvidenceText, passage: Stretch, to: EvidenceText): MovedStretch | null {
  const length = passage.end - passage.start
  const words = from.folded.slice(passage.start, passage.end)
  const [inOld, inNew] = [placesOf(words, from.folded), placesOf(words, to.folded)]
  if (inOld.length > MOST_REPETITIONS || inNew.length > MOST_REPETITIONS) return null
  const places = inNew.map((start) => ({ start, agreement: agreementOf(from, passage.start, to, start, length) }))
  const [best, ...rivals] = places.sort((a, b) => reachOf(b.agreement) - reachOf(a.agreement))
  if (best === undefined || !suffices(from, passage.start, to, best.start, length, best.agreement)) return null
  const isBest =
    rivals.every(({ agreement }) => surpasses(best.agreement, agreement)) &&
    inOld.every(
      (start) => start === passage.start || surpasses(best.agreement, agreementOf(from, start, to, best.start, length)),
    )
  return isBest ? { start: best.start, end: best.start + length, ...best.agreement } : null
}

/** Every place where these words stand, overlapping ones too. */
export function placesOf(words: string, folded: string): number[] {
  const places: number[] = []
  if (words === '') return places
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) places.push(at)
  return places
}

/** How far two texts agree before and after a passage of `length` that stands in both. */
function agreementOf(
  one: EvidenceText,
  atOne: number,
  other: EvidenceText,
  atOther: number,
  length: number,
): Agreement {
  const [a, b] = [one.folded, other.folded]
  const farthestBefore = Math.min(atOne, atOther, FARTHEST_CONTEXT)
  let before = 0
  while (before < farthestBefore && a.charCodeAt(atOne - before - 1) === b.charCodeAt(atOther - before - 1)) before++
  const [endOne, endOther] = [atOne + length, atOther + length]
  const farthestAfter = Math.min(a.length - endOne, b.length - endOther, FARTHEST_CONTEXT)
  let after = 0
  while (after < farthestAfter && a.charCodeAt(endOne + after) === b.charCodeAt(endOther + after)) after++
  return { before, after }
}

function suffices(
  from: EvidenceText,
  atOld: number,
  to: EvidenceText,
  atNew: number,
  length: number,
  { before, after }: Agreement,
): boolean {
  const isEdge = (offset: number) => isSentenceEdge(from, atOld + offset) && isSentenceEdge(to, atNew + offset)
  const isUnchanged = (extent: number, toOffset: (distance: number) => number) => {
    if (extent >= UNCHANGED_SIDE) return true
    for (let distance = 0; distance <= extent; distance++) if (isEdge(toOffset(distance))) return true
    return false
  }
  return isUnchanged(before, (distance) => -distance) && isUnchanged(after, (distance) => length + distance)
}

/** Whether one agreement reaches further than another on one side and no less far on the other. */
function surpasses(one: Agreement, other: Agreement): boolean {
  return one.before >= other.before && one.after >= other.after && reachOf(one) > reachOf(other)
}

function reachOf({ before, after }: Agreement): number {
  return before + after
}
