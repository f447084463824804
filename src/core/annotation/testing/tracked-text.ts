import { toSourceRange } from '../../text/range.ts'
import { trimRange } from '../../text/white-space.ts'

/** An edited text that knows of each UTF-16 unit where it stood before the edit. */
export interface TrackedText {
  readonly text: string
  /** For each unit of `text` its offset in the text before, or -1 for one that is new. */
  readonly origins: readonly number[]
}

/** What became of a passage: its words stand there still (in another form perhaps), were changed, or are gone. `left` is where each character of it stands that is left. */
export type Fate =
  | {
      readonly fate: 'stands' | 'changed'
      readonly start: number
      readonly end: number
      readonly left: readonly number[]
    }
  | { readonly fate: 'gone' }

/** A text that nothing was done to yet. */
export function trackText(text: string): TrackedText {
  return { text, origins: Array.from(text, (_unit, index) => index) }
}

/** A text of which nothing stood in the one before. */
export function foreignText(text: string): TrackedText {
  return { text, origins: new Array(text.length).fill(-1) }
}

export function sliceTracked({ text, origins }: TrackedText, start: number, end?: number): TrackedText {
  return { text: text.slice(start, end), origins: origins.slice(start, end) }
}

export function joinTracked(parts: readonly TrackedText[]): TrackedText {
  return { text: parts.map(({ text }) => text).join(''), origins: parts.flatMap(({ origins }) => origins) }
}

/** Gives each unit another form, one unit or several; the first of them is where the old one went. */
export function mapUnits(
  { text, origins }: TrackedText,
  change: (unit: string, offset: number) => string,
): TrackedText {
  const units: string[] = []
  const moved: number[] = []
  for (let offset = 0; offset < text.length; offset++) {
    const unit = change(text.charAt(offset), offset)
    units.push(unit)
    for (let place = 0; place < unit.length; place++) moved.push(place === 0 ? (origins[offset] ?? -1) : -1)
  }
  return { text: units.join(''), origins: moved }
}

/** Where each offset of the text before stands now. */
export function placesNow({ origins }: TrackedText): ReadonlyMap<number, number> {
  return new Map(origins.flatMap((origin, place) => (origin < 0 ? [] : [[origin, place] as const])))
}

/**
 * What became of `[start, end)` of the text before. White space is nothing that could be changed. What is left of a
 * passage that was cut apart is where more than half of it stands together.
 */
export function fateOf(
  before: string,
  after: TrackedText,
  places: ReadonlyMap<number, number>,
  start: number,
  end: number,
): Fate {
  const now: (number | undefined)[] = []
  for (let offset = start; offset < end; offset++) if (before.charAt(offset).trim() !== '') now.push(places.get(offset))
  const kept = now.filter((place) => place !== undefined)
  const together = longestRun(kept, (from, to) => to > from && to - from <= 2 * (end - start))
  const [first, last] = [together[0], together.at(-1)]
  if (first === undefined || last === undefined || 2 * together.length <= now.length) return { fate: 'gone' }
  const unbroken = longestRun(kept, (from, to) => to > from && after.text.slice(from + 1, to).trim() === '')
  return { fate: unbroken.length === now.length ? 'stands' : 'changed', start: first, end: last + 1, left: together }
}

/** The longest part of a list of places in which each follows the one before. */
function longestRun(places: readonly number[], follows: (from: number, to: number) => boolean): readonly number[] {
  let longest: readonly number[] = []
  let run: number[] = []
  for (const place of places) {
    const last = run.at(-1)
    if (last === undefined || !follows(last, place)) run = []
    run.push(place)
    if (run.length > longest.length) longest = [...run]
  }
  return longest
}

/** A range without the white space at its ends. */
export function trimmed(text: string, start: number, end: number) {
  return trimRange(text, start, end) ?? toSourceRange(start, end)
}
