import type { Annotation, ColorId } from '../annotation/annotation.ts'
import type { Report } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { describeReport } from './export-file-name.ts'
import { toFrontMatter } from './front-matter.ts'
import { escapeInline, LINE_BREAK, toParagraphs } from './markdown-escape.ts'
import { toBlockId, toMeipiLink, toObsidianTags } from './obsidian-names.ts'
import { findParagraphs } from './paragraph-number.ts'
import { findQuotedTerms, type TermEntry } from './quoted-terms.ts'

/** What a report's Markdown is made of. */
export interface MarkdownExport {
  /** 16 hex digits. */
  readonly reportId: string
  readonly report: Report
  /** The source text that the report was read from. */
  readonly text: string
  /** sha256 of `text`. */
  readonly textHash: string
  /** In any order; deleted ones are left out. */
  readonly annotations: readonly Annotation[]
  readonly colorNames: Readonly<Record<ColorId, string>>
  /** When it is written, ISO 8601. */
  readonly exported: string
  /** The reader's tags for the report as a whole. */
  readonly tags: readonly string[]
}

/**
 * A report's highlights and notes as one Markdown file in Obsidian's flavour: front matter, title, every passage in
 * reading order as a quote that ends with where it stands and is followed by its block id and its note, and the
 * report's own definitions of the terms quoted. There are no headings between the passages, so that the headings of
 * the file are the reader's to make.
 */
export function exportMarkdown(input: MarkdownExport): string {
  const { report } = input
  const passages = sortByPlace(input)
  const terms = findQuotedTerms(
    report.glossary.entries,
    passages.map(({ annotation }) => annotation.anchor.quote),
  )
  const parts = [
    toFrontMatter(describeFile(input)),
    `# ${escapeInline(report.title?.trim() || describeReport(report))}`,
    ...(passages.length > 0 ? passages.map((passage) => toPassage(passage, input)) : ['这份报告还没有划线。']),
    ...(terms.length > 0 ? ['## 术语', terms.map(toDefinition).join('\n')] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** An annotation, and whether its words stand in the text at hand where it says. If not, its position says nothing here. */
interface Passage {
  readonly annotation: Annotation
  readonly inPlace: boolean
}

/** Live annotations in reading order, with those that stand in another version of the text after the others. */
function sortByPlace({ annotations, text, textHash }: MarkdownExport): readonly Passage[] {
  return annotations
    .filter((annotation) => !annotation.deleted)
    .map((annotation) => {
      const { anchor } = annotation
      return {
        annotation,
        inPlace: anchor.textHash === textHash && text.slice(anchor.start, anchor.end) === anchor.quote,
      }
    })
    .sort(
      ({ annotation: a, inPlace: aInPlace }, { annotation: b, inPlace: bInPlace }) =>
        Number(bInPlace) - Number(aInPlace) ||
        a.anchor.start - b.anchor.start ||
        a.anchor.end - b.anchor.end ||
        (a.id < b.id ? -1 : 1),
    )
}

function describeFile({ report, reportId, textHash, exported, tags }: MarkdownExport) {
  const { title, region, year, delivered } = report
  const alias = region !== null && year !== null ? `${region} ${year}` : null
  return {
    title,
    region,
    year,
    delivered,
    tags: toObsidianTags(tags),
    aliases: alias === null || alias === title ? [] : [alias],
    meipi_report: reportId,
    text_hash: textHash,
    exported,
  }
}

/**
 * Quote, block id, note. The locator is the quote's last line, so that a passage embedded in another note
 * (`![[file#^hl-…]]`) brings its source with it; the id of a quote stands on a line of its own between blank lines.
 */
function toPassage(passage: Passage, input: MarkdownExport): string {
  const { id, anchor, note } = passage.annotation
  const quote = [...toParagraphs(anchor.quote), toLocator(passage, input)].join('\n>\n> ')
  const parts = [`> ${quote}`, `^${toBlockId(id)}`]
  if (note.trim() !== '') parts.push(toNote(note))
  return parts.join('\n\n')
}

function toLocator({ annotation, inPlace }: Passage, { report, reportId, colorNames }: MarkdownExport): string {
  const { id, anchor, color, tags } = annotation
  const place = inPlace ? findParagraphs(report.blocks, toSourceRange(anchor.start, anchor.end)) : null
  const parts = [
    anchor.sectionPath.map(escapeInline).join(' › '),
    place === null ? '' : place.first === place.last ? `¶ ${place.first}` : `¶ ${place.first}–${place.last}`,
    inPlace ? '' : '位置待核对',
    escapeInline(colorNames[color]),
    toObsidianTags(tags)
      .map((tag) => `#${tag}`)
      .join(' '),
    `[回到原文](${toMeipiLink(reportId, id)})`,
  ]
  return `—— ${parts.filter((part) => part !== '').join(' · ')}`
}

/** The reader's own Markdown, as it is, in a callout that no line of it leaves. */
function toNote(note: string): string {
  const lines = note.trimEnd().split(LINE_BREAK)
  return ['> [!note] 批注', ...lines.map((line) => (line === '' ? '>' : `> ${line}`))].join('\n')
}

function toDefinition({ term, number, definition }: TermEntry): string {
  const source = number === null ? '' : `（注释 ${escapeInline(number)}）`
  const paragraphs = toParagraphs(definition)
  const said = paragraphs.length > 0 ? paragraphs.join('\n\n  ') : '原文没有给出解释。'
  return `- **${escapeInline(term)}**${source}：${said}`
}
