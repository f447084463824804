import { type SourceRange, toSourceRange } from '../text/range.ts'
import type { Block } from './report.ts'

/** A short first sentence without a pause, with more behind it: 生态保护纵深推进。总投资16亿元… */
const LEAD = /^\s*([^，。；：、！？,;:!?\s]{4,16})。(?=\s*\S)/u

/** A few such paragraphs are chance; a report that opens its paragraphs so does it throughout. */
const FEWEST = 4
const LEAST_SHARE = 0.08

/**
 * The sentences that open paragraphs and say what they are about, without their full stop. They work as headings to the
 * eye, though they are no part of the outline. Empty for a report that does not write so.
 */
export function findLeadSentences(text: string, blocks: readonly Block[]): SourceRange[] {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'listItem')
  const leads = paragraphs.flatMap((block) => {
    const match = LEAD.exec(text.slice(block.start, Math.min(block.end, block.start + 40)))
    const start = block.start + (match?.[0].indexOf(match[1] ?? '') ?? 0)
    return match?.[1] === undefined ? [] : [toSourceRange(start, start + match[1].length)]
  })
  return leads.length >= Math.max(FEWEST, paragraphs.length * LEAST_SHARE) ? leads : []
}
