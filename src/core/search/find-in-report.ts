import type { Block } from '../report/report.ts'
import { type FoldCharacter, foldKey, foldText } from '../text/fold.ts'
import { type SourceRange, sliceRange, toSourceRange } from '../text/range.ts'

export interface FindOptions {
  /** Folds single characters further, as from traditional to simplified (see `simplifyCharacter`). */
  readonly further?: FoldCharacter
}

/** Finds every place of a query in the text that it was made for. */
export type ReportFinder = (query: string) => SourceRange[]

/** Stands between two blocks: white space is folded away, so no query holds it. */
const BETWEEN_BLOCKS = '\n'

/**
 * Makes a finder of every place in the given blocks where a query stands, in their order, none overlapping another and
 * none running from one block into the next. Text and query are compared folded (see `foldText`); a query of which
 * nothing is left when it is folded stands nowhere. The blocks are folded once: each query then costs no more than a
 * search in a string.
 */
export function prepareFind(text: string, blocks: readonly Block[], { further }: FindOptions = {}): ReportFinder {
  const parts = blocks.map((block) => ({ offset: block.start, ...foldText(sliceRange(text, block), further) }))
  const folded = parts.map((part) => part.folded).join(BETWEEN_BLOCKS)
  const starts = new Uint32Array(folded.length)
  const ends = new Uint32Array(folded.length)
  let at = 0
  for (const part of parts) {
    for (let unit = 0; unit < part.folded.length; unit++) {
      starts[at + unit] = part.offset + (part.starts[unit] ?? 0)
      ends[at + unit] = part.offset + (part.ends[unit] ?? 0)
    }
    at += part.folded.length + BETWEEN_BLOCKS.length
  }
  return (query) => {
    const sought = foldKey(query, further)
    if (sought === '') return []
    const found: SourceRange[] = []
    for (let from = folded.indexOf(sought); from >= 0; from = folded.indexOf(sought, from + sought.length)) {
      const start = starts[from] ?? 0
      // A character that folds to two units (İ) may be the end of one hit and the beginning of the next.
      if (start < (found.at(-1)?.end ?? 0)) continue
      found.push(toSourceRange(start, ends[from + sought.length - 1] ?? start))
    }
    return found
  }
}
