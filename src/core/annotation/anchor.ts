import type { OutlineItem } from '../report/report.ts'
import { type SourceRange, sliceRange, toSourceRange } from '../text/range.ts'
import type { Anchor } from './annotation.ts'
import { sectionAt } from './section-path.ts'

/** How much of the text on either side is kept as evidence, in UTF-16 code units. The Web Annotation model leaves it open. */
export const CONTEXT_LENGTH = 32

/** A text version with its sha256, by which anchors know it. */
export interface TextVersion {
  readonly text: string
  readonly textHash: string
}

/** A text version, as an anchor is described in it. */
export interface AnchoredText extends TextVersion {
  readonly outline: readonly OutlineItem[]
}

/**
 * Writes down the evidence for a passage. White space at its ends is left out. Throws a RangeError when the range
 * leaves the text or holds nothing but white space.
 */
export function describeAnchor({ text, textHash, outline }: AnchoredText, range: SourceRange): Anchor {
  if (range.end > text.length) throw new RangeError(`range ends after the text: ${range.end} > ${text.length}`)
  const { start, end } = trimRange(text, range)
  return {
    textHash,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    sectionPath: sectionAt(outline, start).map((item) => item.text),
  }
}

/** Whether an anchor's words stand in a text where it says. An annotation whose words do not waits for the reader. */
export function isInPlace({ start, end, quote, textHash }: Anchor, version: TextVersion): boolean {
  return textHash === version.textHash && version.text.slice(start, end) === quote
}

/** The range without the white space at its ends. Throws a RangeError when nothing is left. */
export function trimRange(text: string, range: SourceRange): SourceRange {
  const slice = sliceRange(text, range)
  const start = range.start + slice.length - slice.trimStart().length
  const end = range.end - slice.length + slice.trimEnd().length
  if (start >= end) throw new RangeError('a passage needs at least one character')
  return toSourceRange(start, end)
}
