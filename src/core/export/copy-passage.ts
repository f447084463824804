import { readingBlocks } from '../report/reading-view.ts'
import type { Block, Report } from '../report/report.ts'
import { rangesOverlap, type SourceRange, sliceRange } from '../text/range.ts'
import { trimRange } from '../text/white-space.ts'
import { describeSource } from './describe-source.ts'
import { escapeInline, LINE_BREAK, toParagraphs } from './markdown-escape.ts'

/** A passage that is to be copied. */
export interface CopiedPassage {
  /** The source text that the report was read from. */
  readonly text: string
  readonly report: Report
  /** Name of the report's file, which stands for a title that is not known. */
  readonly file: string
  readonly range: SourceRange
  /** Whether the copy says where it comes from. */
  readonly cite: boolean
}

/** One passage in the forms that a clipboard carries. */
export interface ClipboardPassage {
  readonly plain: string
  readonly html: string
  readonly markdown: string
}

/**
 * A passage as the report has it: each block a paragraph, note markers as printed, furniture left out unless nothing else
 * was selected. With its citation it is a quote with a line below that names report, date, heading and paragraph. All
 * forms are empty where the range holds nothing.
 */
export function copyPassage(passage: CopiedPassage): ClipboardPassage {
  const paragraphs = findPassage(passage)
  if (paragraphs.length === 0) return { plain: '', html: '', markdown: '' }
  const citation = passage.cite ? `——${describeSource(passage, passage.range)}` : null
  return {
    plain: [...paragraphs, ...(citation === null ? [] : [citation])].join('\n'),
    html: toHtml(paragraphs, citation),
    markdown: toMarkdown(paragraphs, citation),
  }
}

function findPassage({ text, report, range }: CopiedPassage): string[] {
  const isIn = (block: Block) => rangesOverlap(block, range)
  const shown = readingBlocks(report).filter(isIn)
  return (shown.length > 0 ? shown : report.blocks.filter(isIn)).flatMap((block) => {
    const own = trimRange(text, Math.max(block.start, range.start), Math.min(block.end, range.end))
    return own === null ? [] : [sliceRange(text, own)]
  })
}

/** One paragraph alone has no element of its own, so that it can be pasted into a line. */
function toHtml(paragraphs: readonly string[], citation: string | null): string {
  const [only, ...others] = paragraphs.map((words) => words.split(LINE_BREAK).map(escapeHtml).join('<br>'))
  if (citation === null && only !== undefined && others.length === 0) return only
  const elements = [only, ...others].map((words) => `<p>${words}</p>`).join('')
  return citation === null ? elements : `<blockquote>${elements}</blockquote><p>${escapeHtml(citation)}</p>`
}

function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function toMarkdown(paragraphs: readonly string[], citation: string | null): string {
  const lines = paragraphs.flatMap(toParagraphs)
  if (citation === null) return lines.join('\n\n')
  return `> ${[...lines, escapeInline(citation)].join('\n>\n> ')}`
}
