import { type EvidenceText, isSentenceEdge } from './evidence-text.ts'

/**
 * How much on one side of a passage has to be unchanged: as much as an anchor keeps of it (`CONTEXT_LENGTH`), or up to
 * the end of the sentence where that is nearer. What an author changes in a sentence may change what its other words
 * speak of; what is changed in the next one does not.
 */
export const UNCHANGED_SIDE = 32

/** Agreement further away than this tells nothing new. */
const FARTHEST_CONTEXT = 1000

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

/**
 * The place to which a passage moved, or null where the evidence does not suffice. It suffices where the passage stands
 * word for word, unchanged on both sides (`UNCHANGED_SIDE`), and no other place, in the old text or in the new, agrees
 * further with either of the two: then it is neither a repetition of the passage nor the passage of which this is one.
 */
export function findMoved(from: EvidenceText, passage: Stretch, to: EvidenceText): Stretch | null {
  const length = passage.end - passage.start
  const words = from.folded.slice(passage.start, passage.end)
  const places = placesOf(words, to.folded).map((start) => ({
    start,
    agreement: agreementOf(from, passage.start, to, start, length),
  }))
  const found = places.find(({ start, agreement }) => suffices(from, passage.start, to, start, length, agreement))
  if (found === undefined) return null
  const rivalsInNew = places.filter((place) => place !== found).map(({ agreement }) => agreement)
  const rivalsInOld = placesOf(words, from.folded)
    .filter((start) => start !== passage.start)
    .map((start) => agreementOf(from, start, to, found.start, length))
  const isBest = [...rivalsInNew, ...rivalsInOld].every((rival) => surpasses(found.agreement, rival))
  return isBest ? { start: found.start, end: found.start + length } : null
}

/** Every place where these words stand, overlapping ones too. */
export function placesOf(words: string, folded: string): number[] {
  const places: number[] = []
  if (words === '') return places
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) places.push(at)
  return places
}

/** How far two texts agree before and after a passage of `length` that stands in both. */
export function agreementOf(
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
  return one.before >= other.before && one.after >= other.after && one.before + one.after > other.before + other.after
}
