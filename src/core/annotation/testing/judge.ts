import { sliceRange, toSourceRange } from '../../text/range.ts'
import { squeeze } from '../../text/white-space.ts'
import { type AnchoredText, describeAnchor } from '../anchor.ts'
import type { Anchor } from '../annotation.ts'
import type { Random } from './random.ts'
import { type Fate, fateOf, type TrackedText, trimmed } from './tracked-text.ts'

/** Where an answer put a passage, beside what became of it. */
export type Verdict = 'right' | 'wrong' | 'not attached'

/** A passage whose way through an edit is known. */
export interface TrackedPassage {
  readonly anchor: Anchor
  readonly fate: Fate
  /** Whether the words and 32 characters on either side of them stand together as they did. */
  readonly contextStands: boolean
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Chooses a passage of 4 to 80 characters. */
export function choosePassage(source: AnchoredText, random: Random): Anchor {
  for (;;) {
    const length = 4 + random.below(77)
    const start = random.below(Math.max(1, source.text.length - length))
    const range = toSourceRange(start, Math.min(source.text.length, start + length))
    if (squeeze(sliceRange(source.text, range)).length < 4) continue
    return describeAnchor(source, range)
  }
}

/** Follows a passage through an edit, by the offsets alone. */
export function followPassage(
  before: string,
  after: TrackedText,
  places: ReadonlyMap<number, number>,
  anchor: Anchor,
): TrackedPassage {
  const { start, end, prefix, suffix } = anchor
  const around = fateOf(before, after, places, start - prefix.length, end + suffix.length)
  return { anchor, fate: fateOf(before, after, places, start, end), contextStands: around.fate === 'stands' }
}

/** Judges where a passage was attached; null is nowhere. Words that stand have one place; of changed ones most has to be there. */
export function judge(after: string, { fate }: TrackedPassage, attached: Place | null): Verdict {
  if (attached === null) return 'not attached'
  if (fate.fate === 'gone') return 'wrong'
  const truth = trimmed(after, fate.start, fate.end)
  const found = trimmed(after, attached.start, attached.end)
  const isSame = truth.start === found.start && truth.end === found.end
  return isSame || (fate.fate === 'changed' && holdsMost(found, fate)) ? 'right' : 'wrong'
}

/** Whether most of what is left of a passage lies in a place that is not much longer than all of it. */
export function holdsMost(place: Place, { start, end, left }: Extract<Fate, { fate: 'stands' | 'changed' }>): boolean {
  const within = left.filter((offset) => place.start <= offset && offset < place.end)
  return 2 * within.length > left.length && place.end - place.start <= 2 * (end - start)
}
