import type { ImportHints } from '../core/report/import-hints.ts'

/** What a format knew about places of its text: ranges, kept apart from what it knew about the whole. */
type PlacedHints = Pick<ImportHints, 'headings' | 'bold'>

/** Hints of a text that was put after another of this length. */
export function shiftHints({ headings, bold }: PlacedHints, shift: number): PlacedHints {
  const move = <T extends { start: number; end: number }>(range: T): T => ({
    ...range,
    start: range.start + shift,
    end: range.end + shift,
  })
  return {
    ...(headings === undefined ? {} : { headings: headings.map(move) }),
    ...(bold === undefined ? {} : { bold: bold.map(move) }),
  }
}

/** Hints of the part `[start, end)` of a text, counted from its start. What crosses an edge is cut there. */
export function cutHints({ headings, bold }: PlacedHints, start: number, end: number): PlacedHints {
  const cut = <T extends { start: number; end: number }>(ranges: readonly T[]): T[] =>
    ranges
      .filter((range) => range.start < end && start < range.end)
      .map((range) => ({ ...range, start: Math.max(range.start, start), end: Math.min(range.end, end) }))
  return shiftHints(
    {
      ...(headings === undefined ? {} : { headings: cut(headings) }),
      ...(bold === undefined ? {} : { bold: cut(bold) }),
    },
    -start,
  )
}

/** Hints of two texts that are read as one: about the whole the first is believed. `second` counts in the joined text. */
export function mergeHints(first: ImportHints, second: ImportHints): ImportHints {
  const headings = [...(first.headings ?? []), ...(second.headings ?? [])]
  const bold = [...(first.bold ?? []), ...(second.bold ?? [])]
  return {
    ...second,
    ...first,
    ...(headings.length === 0 ? {} : { headings }),
    ...(bold.length === 0 ? {} : { bold }),
  }
}
