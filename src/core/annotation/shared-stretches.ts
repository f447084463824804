/** Length in characters of the stretches by which two texts are compared: long enough that few stand in a text twice. */
const STRETCH = 16

/**
 * From which share of one of two texts on, standing in the other in stretches, the two are versions of one report.
 * Measured on 4,000 pairs of reports of one city in different years: at most 0.14 (a report and its copy: 0.999). With a
 * misprint in every 25 characters 0.86 of a text still stands in stretches (docs/adr/0010).
 */
export const SAME_REPORT_SHARE = 0.5

/** How far on either side of a passage its surroundings reach, in characters: a paragraph or two. */
export const SURROUNDINGS = 300

/** How much further or nearer than the passage its surroundings may have gone: what was inserted or deleted between. */
export const DRIFT = 200

const NOWHERE = -1
const REPEATED = -2

/** Where the stretches of a text begin; `REPEATED` for one that stands there more than once. */
export type StretchIndex = ReadonlyMap<string, number>

/** Makes an index of a folded text. */
export function indexStretches(folded: string): StretchIndex {
  const index = new Map<string, number>()
  for (let at = 0; at + STRETCH <= folded.length; at++) {
    const stretch = folded.slice(at, at + STRETCH)
    index.set(stretch, index.has(stretch) ? REPEATED : at)
  }
  return index
}

/** What two versions of a text have in common. */
export interface SharedStretches {
  /** Whether they are versions of one report and not, say, the reports of two years. */
  readonly sameReport: boolean
  /**
   * Which share of what stands around `[start, end)` of the old text stands around a place of the new text, and in
   * stretches that stand nowhere else; from 0 to 1.
   */
  readonly surroundings: (start: number, end: number, place: number) => number
}

/** Compares a folded text with the index of another, which is `length` units long. */
export function shareStretches(folded: string, index: StretchIndex, length: number): SharedStretches {
  const places = new Int32Array(Math.max(0, folded.length - STRETCH + 1))
  for (const at of places.keys()) places[at] = index.get(folded.slice(at, at + STRETCH)) ?? NOWHERE
  const starts = [...places.keys()].filter((at) => places[at] !== NOWHERE)
  const targets = [...new Set(places)].filter((place) => place >= 0).sort((a, b) => a - b)
  const share = Math.max(covered(starts) / folded.length, covered(targets) / length)
  return {
    sameReport: share >= SAME_REPORT_SHARE,
    surroundings: (start, end, place) => {
      const first = Math.max(0, start - SURROUNDINGS)
      const around = places.subarray(first, end + SURROUNDINGS)
      let near = 0
      for (const [offset, target] of around.entries())
        if (target >= 0 && Math.abs(target - (first + offset) - (place - start)) <= DRIFT) near++
      return around.length === 0 ? 0 : near / around.length
    },
  }
}

/** How many characters the stretches that begin at these places cover; the places are sorted. */
function covered(starts: readonly number[]): number {
  let count = 0
  let end = 0
  for (const start of starts) {
    count += start + STRETCH - Math.max(start, end)
    end = start + STRETCH
  }
  return count
}
