import type { FrontMatterValue } from '../front-matter.ts'
import type { FieldChange } from './front-matter-fields.ts'
import type { FileLine, LineSpan } from './lines.ts'

/**
 * One passage in an exported file, as far as it is ours: the lines of its quote, of its id and of its note. Everything
 * else belongs to the reader, what stands between them as well.
 */
export interface Entry {
  /** The block id that names it, without the caret: `hl-…`. */
  readonly id: string
  /** All lines from the first that is ours to the last. */
  readonly span: LineSpan
  /** The quote with its locator; null where the reader took it out. */
  readonly quote: LineSpan | null
  /** The note's block; null where there is none. */
  readonly note: LineSpan | null
  /** Whether the note is ours for sure: nothing stands before it, and there is no second one. */
  readonly isNoteBeside: boolean
  /** The line before which a quote goes that is missing, and the one before which a missing note goes. */
  readonly quotePlace: number
  readonly notePlace: number
  /** The line before which the next new passage goes: after what the reader wrote about this one. */
  readonly nextPlace: number
  /** The lines that go when the passage is removed; null where something of the reader's hangs on them. */
  readonly removal: readonly LineSpan[] | null
  /** What stands before every line of it: the indentation of a list item. */
  readonly prefix: string
}

/** The list of terms at the end of a file. */
export interface TermList {
  /** The line of its heading. */
  readonly heading: number
  /** Each term with its lines. */
  readonly items: readonly (LineSpan & { readonly term: string })[]
  /** The line before which a further term goes. */
  readonly end: number
}

/** A file's fields: what it says about itself before its first words. */
export interface Head {
  /** How many lines of the file it takes, from the first; 0 where there is none. */
  readonly length: number
  /** The report that the file was made from; null where it does not say. */
  readonly reportId: string | null
}

/** How a kind of file holds fields, passages and terms. What is found is found in the lines after the head. */
export interface Flavour {
  readonly readHead: (lines: readonly FileLine[]) => Head
  /** The fields of an export; null where they cannot be read. */
  readonly readFields: (head: readonly FileLine[]) => Readonly<Record<string, FrontMatterValue>> | null
  /** A head with its fields brought up to date. Throws a `FrontMatterError`. */
  readonly mergeHead: (
    head: readonly FileLine[],
    fields: Readonly<Record<string, FrontMatterValue>>,
    lineBreak: '\n' | '\r\n',
  ) => { readonly text: string; readonly changes: readonly FieldChange[] }
  /** The passages of a file, in their order in it. Of two with one id, the second is taken for the reader's. */
  readonly findEntries: (lines: readonly FileLine[]) => readonly Entry[]
  /** Where the report's own definitions are listed; null where the file has no such list. */
  readonly findTerms: (lines: readonly FileLine[]) => TermList | null
  /** Whether a line among a passage's own says something about its block: such a line is never replaced or struck out. */
  readonly isProperty: (content: string) => boolean
  /** Whether a line begins another part of the file than the passages. */
  readonly isHeading: (line: string) => boolean
  /** What stands between two blocks. */
  readonly gap: readonly string[]
  /** The line that an export without passages has in their place. */
  readonly emptyLine: string
}
