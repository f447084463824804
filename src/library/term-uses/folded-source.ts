import { foldText } from '../../core/text/fold.ts'
import { type SourceRange, toSourceRange } from '../../core/text/range.ts'

/** A stretch of the folded text, half-open, in UTF-16 units. */
export interface FoldedRange {
  readonly from: number
  readonly to: number
}

/**
 * A source text folded as terms are, with the way back, small enough to keep thousands: where folding left the text as
 * it is, source and folded text count up together, so that only the places are kept where they part.
 */
export class FoldedSource {
  readonly folded: string
  /** Where a stretch begins that runs along with the source, in the folded text. Ordered. */
  readonly #runs: Uint32Array
  /** For each of them, where it begins in the source. Ordered. */
  readonly #sources: Uint32Array

  constructor(text: string) {
    const { folded, starts, ends } = foldText(text)
    const runs: number[] = []
    const sources: number[] = []
    let expected = -1
    for (const [unit, start] of starts.entries()) {
      // Both units of a character outside the basic plane are said to start where it does; they run along all the same.
      const second = unit > 0 && starts[unit - 1] === start && (ends[unit] ?? 0) - start === 2
      const source = second ? start + 1 : start
      if (source !== expected) {
        runs.push(unit)
        sources.push(source)
      }
      expected = source + 1
    }
    this.folded = folded
    this.#runs = Uint32Array.from(runs)
    this.#sources = Uint32Array.from(sources)
  }

  /** How much it takes, in characters of a string. */
  get size(): number {
    // Two numbers of four bytes a run; a character of a string takes two.
    return this.folded.length + this.#runs.length * 4
  }

  /** The part of the folded text that a range of the source became. */
  toFolded({ start, end }: SourceRange): FoldedRange {
    return { from: this.#foldedFrom(start), to: this.#foldedFrom(end) }
  }

  /** The characters of the source that a part of the folded text came from; it has at least one. */
  toSource({ from, to }: FoldedRange): SourceRange {
    return toSourceRange(this.#sourceOf(from), this.#sourceOf(to - 1) + 1)
  }

  /** Whether nothing was folded away between a unit and the one before it. */
  continues(unit: number): boolean {
    return this.#runs[lastUpTo(this.#runs, unit)] !== unit
  }

  #sourceOf(unit: number): number {
    const run = lastUpTo(this.#runs, unit)
    return (this.#sources[run] ?? 0) + unit - (this.#runs[run] ?? 0)
  }

  /** The first unit that came from this place of the source or from after it. */
  #foldedFrom(source: number): number {
    const run = lastUpTo(this.#sources, source - 1)
    const next = this.#runs[run + 1] ?? this.folded.length
    if (run < 0) return this.#runs[0] ?? this.folded.length
    return Math.min((this.#runs[run] ?? 0) + source - (this.#sources[run] ?? 0), next)
  }
}

/** Index of the last of some ordered numbers that is not greater than `value`; -1 where all are. */
function lastUpTo(numbers: Uint32Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
