import type { Place } from '../gazetteer/place.ts'
import type { SourceRange } from '../text/range.ts'

/** What a stretch of a report's source text is. */
export const BLOCK_KINDS = [
  'title',
  'byline',
  'salutation',
  'heading',
  'paragraph',
  'listItem',
  'table',
  'glossaryHeading',
  'glossaryEntry',
  'boilerplate',
  'other',
] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

/**
 * A stretch of the source text with one role. Blocks are ordered and disjoint, begin and end at a character that is
 * not white space, and together cover every such character of the text. A block that begins in mid-line continues the
 * one before it.
 */
export interface Block extends SourceRange {
  readonly kind: BlockKind
  /** For headings alone: 1 is the highest. */
  readonly level?: number
}

/** A heading, or a lead sentence (`runIn`) that opens a paragraph and works as one. */
export interface OutlineItem extends SourceRange {
  /** The characters of its range; the range leaves out a lead sentence's closing full stop. */
  readonly text: string
  readonly level: number
  readonly runIn: boolean
}

/** One explained term of a report's own appendix (名词解释). The range covers number, term and definition. */
export interface GlossaryEntry extends SourceRange {
  /** As printed, in ASCII digits; null where the list has no numbers. */
  readonly number: string | null
  /** As printed, with its quotation marks; null for a note on data that explains no term. */
  readonly term: string | null
  /** As printed, line breaks kept. */
  readonly definition: string
}

export interface Glossary {
  /** The heading line as printed; null where the report has no glossary. */
  readonly heading: string | null
  readonly entries: readonly GlossaryEntry[]
}

/** A note marker in the body, `[4]`, that points into the glossary. */
export interface NoteMarker extends SourceRange {
  readonly number: string
  /** Index into the glossary's entries; null where no entry has that number. */
  readonly entry: number | null
}

/** Something that the parser is not sure of, for the reader to look at. */
export interface Diagnostic extends SourceRange {
  /** A short stable name, e.g. `year-masked`. */
  readonly code: string
  /** One sentence in Chinese that says what is doubtful. */
  readonly message: string
}

/** What is known about a report; null where neither text nor hints tell. */
export interface ReportMetadata {
  readonly title: string | null
  /** The last unit of the reporting government: 洪湖市, 江岸区. */
  readonly region: string | null
  /** Province, city and county of that government; null where the region is unknown or none of these. */
  readonly place: Place | null
  /** The year that the report plans, not the one it looks back on. */
  readonly year: number | null
  /** ISO date (YYYY-MM-DD) on which it was delivered. */
  readonly delivered: string | null
  readonly meeting: string | null
  readonly speaker: string | null
}

/** A reading of a source text: everything in it points at the text or is derived from it and the importer's hints. */
export interface Report extends ReportMetadata {
  readonly blocks: readonly Block[]
  readonly outline: readonly OutlineItem[]
  readonly glossary: Glossary
  readonly markers: readonly NoteMarker[]
  readonly diagnostics: readonly Diagnostic[]
}
