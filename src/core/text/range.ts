/** A position in a report's source text, in UTF-16 code units. Branded, so that it is not mistaken for a position in a block or in normalised text. */
export type SourceOffset = number & { readonly __text: 'source' }

/** A half-open range `[start, end)` of a report's source text, in UTF-16 code units. */
export interface SourceRange {
  readonly start: SourceOffset
  readonly end: SourceOffset
}

/** Says that a number is a position in the source text. */
export function toSourceOffset(offset: number): SourceOffset {
  return offset as SourceOffset
}

/** Makes a range of the source text from two numbers. Throws a RangeError when they are not whole, negative or out of order. */
export function toSourceRange(start: number, end: number): SourceRange {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start)
    throw new RangeError(`not a range: ${start}–${end}`)
  return { start: toSourceOffset(start), end: toSourceOffset(end) }
}

/** The characters of `text` that a range covers. */
export function sliceRange(text: string, range: SourceRange): string {
  return text.slice(range.start, range.end)
}

/** Whether two ranges share at least one character. */
export function rangesOverlap(a: SourceRange, b: SourceRange): boolean {
  return a.start < b.end && b.start < a.end
}
