import { toSafeName } from './export-file-name.ts'
import { toYamlString } from './front-matter.ts'
import { toLogseqIdLine, toLogseqNote, toLogseqTag } from './logseq-names.ts'
import { escapeInline, LINE_BREAK, toParagraphs } from './markdown-escape.ts'
import { toObsidianTags } from './obsidian-names.ts'

/** A filter of export templates: what comes in on the left of the bar, and the words behind the filter's name. */
export type TemplateFilter = (value: unknown, argument: unknown) => string | readonly string[]

/**
 * The filters that export templates have besides Liquid's own (docs/templates.md). Whatever comes in, they answer with
 * text: a template cannot make them fail.
 */
export const TEMPLATE_FILTERS: Readonly<Record<string, TemplateFilter>> = {
  /** Printed words in the middle of a line of Markdown; line breaks become spaces. */
  md: (value) => escapeInline(toText(value)),
  /** Printed words as the paragraphs that they have, each one line of Markdown. */
  md_lines: (value) => toParagraphs(toText(value)),
  /** A value for a YAML field; a list in brackets. */
  yaml: (value) => (Array.isArray(value) ? `[${value.map((item) => toYaml(item)).join(', ')}]` : toYaml(value)),
  /** Words for the name of a note inside `[[…]]`: what Obsidian cannot have there becomes its full-width sister. */
  wikilink_safe: (value) => toSafeName(toText(value)),
  /** Tags as Obsidian can hold them, without `#`. */
  obsidian_tags: (value) => toObsidianTags(toList(value)),
  /** Tags for Logseq's `tags::`, those with spaces or commas in double brackets. */
  logseq_tags: (value) => [...new Set(toList(value).map(toLogseqTag))].filter((tag) => tag !== ''),
  /** The property line that names a passage's block in Logseq. */
  logseq_id: (value) => toLogseqIdLine(toText(value)),
  /** A note of the reader's that stays inside its block in Logseq. */
  logseq_note: (value) => toLogseqNote(toText(value)),
  /** Words in the middle of a `key:: value` line. */
  one_line: (value) =>
    toText(value)
      .replace(/[\s\u0085]+/g, ' ')
      .trim(),
  /** Every line with the same words before it; an empty line gets them without the space at their end. */
  prefix_lines: (value, prefix) =>
    toText(value)
      .trimEnd()
      .split(LINE_BREAK)
      .map((line) => (line === '' ? toText(prefix).trimEnd() : toText(prefix) + line))
      .join('\n'),
}

function toYaml(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : toYamlString(toText(value))
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(toText).join(' ') : ''
}

function toList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(toText) : [toText(value)].filter((text) => text !== '')
}
