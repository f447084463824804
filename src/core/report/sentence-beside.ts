import type { SourceRange } from '../text/range.ts'
import { trimRange } from '../text/white-space.ts'
import { readingBlocks } from './reading-view.ts'
import type { Block, Report } from './report.ts'

/** A sentence ends after one of these, with the quotation marks and brackets that close behind it. */
const SENTENCE = /[^。！？!?；;]*(?:[。！？!?；;]+[”’」』）)]*|$)/gu

/**
 * The first sentence of the reading view that begins at or after a position (`step` 1), or the last one that ends at or
 * before it (-1); null where there is none. A sentence never runs from one block into the next.
 */
export function sentenceBeside(
  text: string,
  report: Pick<Report, 'blocks'>,
  offset: number,
  step: 1 | -1,
): SourceRange | null {
  const blocks = readingBlocks(report)
  const near =
    step === 1 ? blocks.filter(({ end }) => end > offset) : blocks.filter(({ start }) => start < offset).reverse()
  for (const block of near) {
    const sentences = sentencesOf(text, block)
    const found =
      step === 1 ? sentences.find(({ start }) => start >= offset) : sentences.findLast(({ end }) => end <= offset)
    if (found) return found
  }
  return null
}

function sentencesOf(text: string, block: Block): SourceRange[] {
  return [...text.slice(block.start, block.end).matchAll(SENTENCE)].flatMap((match) => {
    const start = block.start + match.index
    const range = match[0] === '' ? null : trimRange(text, start, start + match[0].length)
    return range ? [range] : []
  })
}
