import type { SourceRange } from '../../core/text/range.ts'
import type { FoldedRange, FoldedSource } from './folded-source.ts'

/** In how many places a term stands, and the first of them. */
export interface PlaceCount {
  readonly count: number
  readonly first: SourceRange
}

const ALPHANUMERIC = /[0-9a-z]/

/**
 * Counts the places of a term inside some stretches of a folded text, which are ordered and disjoint; null where there
 * is none. `key` is the term folded. The places are those that `compileTermMatcher` finds for this term alone: without
 * overlaps, none over the end of a stretch, none that begins or ends inside a Latin word or a number.
 */
export function countPlaces(source: FoldedSource, body: readonly FoldedRange[], key: string): PlaceCount | null {
  const { folded } = source
  let count = 0
  let first: FoldedRange | null = null
  let stretch = 0
  for (let from = folded.indexOf(key); from >= 0; ) {
    const place = { from, to: from + key.length }
    while (stretch < body.length && (body[stretch]?.to ?? 0) < place.to) stretch++
    const within = body[stretch]
    if (within === undefined) break
    const found = within.from <= place.from && !cutsWord(source, place, within)
    if (found) {
      count++
      first ??= place
    }
    from = folded.indexOf(key, found ? place.to : Math.max(from + 1, within.from))
  }
  return first === null ? null : { count, first: source.toSource(first) }
}

function cutsWord(source: FoldedSource, { from, to }: FoldedRange, within: FoldedRange): boolean {
  const joins = (left: number) =>
    ALPHANUMERIC.test(source.folded.charAt(left)) &&
    ALPHANUMERIC.test(source.folded.charAt(left + 1)) &&
    source.continues(left + 1)
  return (from > within.from && joins(from - 1)) || (to < within.to && joins(to - 1))
}
