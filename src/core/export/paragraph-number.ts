import type { Block } from '../report/report.ts'
import { rangesOverlap, type SourceRange } from '../text/range.ts'

/** First and last paragraph that a range touches, counted from 1. */
export interface ParagraphSpan {
  readonly first: number
  readonly last: number
}

/** Which paragraphs of the body a range stands in, for citing. Paragraphs and list items are counted, nothing else; null where it touches none. */
export function findParagraphs(blocks: readonly Block[], range: SourceRange): ParagraphSpan | null {
  const counted = blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'listItem')
  const first = counted.findIndex((block) => rangesOverlap(block, range))
  const last = counted.findLastIndex((block) => rangesOverlap(block, range))
  return first < 0 ? null : { first: first + 1, last: last + 1 }
}
