/**
 * Turns positions in a text from UTF-16 code units, which Meipi counts in, to Unicode code points, which the Web
 * Annotation model counts in (W3C Recommendation of 2017, 4.2.4: "in terms of unicode code points"), and back. Half a
 * surrogate pair that stands alone is one code point.
 */
export class CodePointIndex {
  /** Where a surrogate pair begins, in code units, in order. */
  readonly #pairs: readonly number[]
  readonly #units: number

  constructor(text: string) {
    const pairs: number[] = []
    for (let at = 0; at < text.length; at++) {
      if ((text.codePointAt(at) ?? 0) <= 0xffff) continue
      pairs.push(at)
      at++
    }
    this.#pairs = pairs
    this.#units = text.length
  }

  /** Length of the text in code points. */
  get length(): number {
    return this.#units - this.#pairs.length
  }

  /** Code points before a position in code units. A position inside a pair is taken for the one behind it. */
  toCodePoints(unit: number): number {
    return unit - this.#countPairs((begin) => begin + 1 < unit)
  }

  /** Code units before a position in code points. */
  toCodeUnits(codePoint: number): number {
    return codePoint + this.#countPairs((begin, index) => begin - index < codePoint)
  }

  /** Whether a position in code units is one in code points too: not inside a pair. */
  isBoundary(unit: number): boolean {
    return this.toCodeUnits(this.toCodePoints(unit)) === unit
  }

  /** How many pairs are before a place. `isBefore` holds for the first ones and for none after them. */
  #countPairs(isBefore: (begin: number, index: number) => boolean): number {
    let least = 0
    let most = this.#pairs.length
    while (least < most) {
      const middle = (least + most) >> 1
      if (isBefore(this.#pairs[middle] ?? 0, middle)) least = middle + 1
      else most = middle
    }
    return least
  }
}
