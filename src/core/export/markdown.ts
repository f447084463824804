import {
  type ExportedPassage,
  type ExportedReport,
  type ExportedTerm,
  type ExportInput,
  toExportModel,
} from './export-model.ts'
import { toFrontMatter } from './front-matter.ts'
import { escapeInline, LINE_BREAK, toParagraphs } from './markdown-escape.ts'
import { toObsidianTags } from './obsidian-names.ts'

/**
 * A report's highlights and notes as one Markdown file in Obsidian's flavour: front matter, title, every passage in
 * reading order as a quote that ends with where it stands and is followed by its block id and its note, and the
 * report's own definitions of the terms quoted. There are no headings between the passages, so that the headings of
 * the file are the reader's to make. The template `obsidian` writes the same, byte for byte.
 */
export function exportMarkdown(input: ExportInput): string {
  const { report, exported, passages, terms } = toExportModel(input)
  const parts = [
    toFrontMatter(describeFile(report, exported)),
    `# ${escapeInline(report.heading)}`,
    ...(report.citation === null ? [] : [`引用：${escapeInline(report.citation)}`]),
    ...(passages.length > 0 ? passages.map(toPassage) : ['这份报告还没有划线。']),
    ...(terms.length > 0 ? ['## 术语', terms.map(toDefinition).join('\n')] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function describeFile(report: ExportedReport, exported: string) {
  const { id, title, region, year, delivered, tags, aliases, textHash } = report
  return {
    title,
    region,
    year,
    delivered,
    tags: toObsidianTags(tags),
    aliases,
    meipi_report: id,
    text_hash: textHash,
    exported,
  }
}

/**
 * Quote, block id, note. The locator is the quote's last line, so that a passage embedded in another note
 * (`![[file#^hl-…]]`) brings its source with it; the id of a quote stands on a line of its own between blank lines.
 */
function toPassage(passage: ExportedPassage): string {
  const quote = [...toParagraphs(passage.quote), toLocator(passage)].join('\n>\n> ')
  const parts = [`> ${quote}`, `^${passage.blockId}`]
  if (passage.note.trim() !== '') parts.push(toNote(passage.note))
  return parts.join('\n\n')
}

function toLocator({ section, paragraph, inPlace, colorName, tags, link }: ExportedPassage): string {
  const parts = [
    section.map(escapeInline).join(' › '),
    paragraph === null ? '' : `¶ ${paragraph}`,
    inPlace ? '' : '位置待核对',
    escapeInline(colorName),
    toObsidianTags(tags)
      .map((tag) => `#${tag}`)
      .join(' '),
    `[回到原文](${link})`,
  ]
  return `—— ${parts.filter((part) => part !== '').join(' · ')}`
}

/** The reader's own Markdown, as it is, in a callout that no line of it leaves. */
export function toNote(note: string): string {
  const lines = note.trimEnd().split(LINE_BREAK)
  return ['> [!note] 批注', ...lines.map((line) => (line === '' ? '>' : `> ${line}`))].join('\n')
}

function toDefinition({ term, number, definition }: ExportedTerm): string {
  const source = number === null ? '' : `（注释 ${escapeInline(number)}）`
  const paragraphs = toParagraphs(definition)
  const said = paragraphs.length > 0 ? paragraphs.join('\n\n  ') : '原文没有给出解释。'
  return `- **${escapeInline(term)}**${source}：${said}`
}
