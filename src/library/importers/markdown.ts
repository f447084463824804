import type { ImportHints } from '../../core/report/import-hints.ts'
import { decodeText } from './decode-text.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Importer } from './importer.ts'
import { readMarkdownLine } from './markdown-line.ts'

/**
 * Markdown as reports are kept in it: front matter, # headings, ** bold, comments. Its marks are dropped and become
 * hints. No full Markdown parser: in these files four spaces are an indent and no code block, `1.` is the number of
 * an item that must stay as printed, and a line break is a line break.
 */
export const markdownImporter: Importer = {
  format: 'md',
  extensions: ['md', 'markdown'],
  read(bytes, fileName) {
    const raw = decodeText(bytes)
    const { end, title, source } = readFrontMatter(raw)
    const body = dropComments(raw.slice(end))
    const { text, headings, bold } = readBody(body)
    const hints: ImportHints = {
      fileName,
      ...(title === undefined ? {} : { title }),
      ...(source === undefined ? {} : { source }),
      ...(headings.length === 0 ? {} : { headings }),
      ...(bold.length === 0 ? {} : { bold }),
    }
    return { format: 'md', encoding: 'utf-8', text, hints }
  },
}

/** A comment is not visible text. One that is never closed is kept. */
function dropComments(text: string): string {
  return text.replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '')
}

function readBody(body: string) {
  const headings: { start: number; end: number; level: number }[] = []
  const bold: { start: number; end: number }[] = []
  const lines: string[] = []
  let at = 0
  for (const raw of body.split('\n')) {
    const line = readMarkdownLine(raw)
    if (line.level !== null) headings.push({ start: at, end: at + line.text.length, level: line.level })
    for (const { start, end } of line.bold) bold.push({ start: at + start, end: at + end })
    lines.push(line.text)
    at += line.text.length + 1
  }
  return { text: lines.join('\n'), headings, bold }
}
