import { toBlockId } from '../obsidian-names.ts'
import type { Entry, Flavour, TermList } from './entries.ts'
import { type FileLine, findFenced, isBlank, type LineSpan } from './lines.ts'
import { PAGE_PROPERTIES } from './page-properties.ts'

const BULLET = /^([ \t]*)- ?(.*)$/
const ID = /^id:: ([0-9a-f-]{36})[ \t]*$/
const OTHER_ID = /^meipi-id:: (hl-[A-Za-z0-9-]+)[ \t]*$/
const PROPERTY = /^[^\s:]+:: /
const NOTE_BEGIN = /^#\+BEGIN_NOTE[ \t]*$/i
const NOTE_END = /^#\+END_NOTE[ \t]*$/i
const TERMS_HEADING = /^## 术语[ \t]*$/
const TERM = /^\*\*(.+?)\*\*(?=（|：)/

/** Passages as Logseq's Markdown has them: a block each, with `id::`, the quote, and the note between `#+BEGIN_NOTE` and `#+END_NOTE`. */
export const LOGSEQ: Flavour = {
  gap: [],
  isProperty: (content) => PROPERTY.test(content),
  isHeading: (line) => /^- #{1,6} /.test(line),
  ...PAGE_PROPERTIES,
  emptyLine: '- 这份报告还没有划线。',
  findEntries: (lines) => findBlocks(lines).entries,
  findTerms: (lines) => findBlocks(lines).terms,
}

/** A bullet with the lines that continue it, without its children. */
interface Block {
  readonly from: number
  /** Behind its own lines. */
  readonly to: number
  /** Behind its last child. */
  readonly end: number
  /** What stands before its lines: the bullet's indentation and two more characters. */
  readonly prefix: string
  /** Its own lines without that. */
  readonly contents: readonly string[]
}

function findBlocks(lines: readonly FileLine[]): { entries: readonly Entry[]; terms: TermList | null } {
  const blocks = readBlocks(lines.map(({ text }) => text))
  const byId = new Map<string, Entry>()
  for (const block of blocks) {
    const id = idOf(block)
    if (id === null) continue
    const first = byId.get(id)
    // With it gone, the reader's copy of it would be taken for it.
    byId.set(id, first ? { ...first, removal: null } : toEntry(id, block))
  }
  const entries = [...byId.values()]
  return { entries, terms: findTerms(blocks) }
}

function readBlocks(texts: readonly string[]): Block[] {
  const starts = findStarts(texts)
  const widths = starts.map((line) => (BULLET.exec(texts[line] ?? '')?.[1] ?? '').length)
  return starts.map((from, index) => {
    const width = widths[index] ?? 0
    const to = withoutBlanks(texts, from + 1, starts[index + 1] ?? texts.length)
    let after = index + 1
    while (after < starts.length && (widths[after] ?? 0) > width) after++
    const end = withoutBlanks(texts, to, starts[after] ?? texts.length)
    const prefix = `${(texts[from] ?? '').slice(0, width)}  `
    return { from, to, end, prefix, contents: texts.slice(from, to).map((text) => text.slice(prefix.length)) }
  })
}

/** The lines that begin a block: none in a note, none in fenced code. What a note opens ends with it. */
function findStarts(texts: readonly string[]): number[] {
  const inNote = findNotes(texts)
  const fenced = findFenced(texts.map((text, line) => (inNote[line] ? '' : text.replace(/^[ \t]*(?:- )?/, ''))))
  return texts.flatMap((text, line) => (inNote[line] || fenced[line] || !BULLET.test(text) ? [] : [line]))
}

/** Which lines belong to a note that is closed. */
function findNotes(texts: readonly string[]): boolean[] {
  const inNote = texts.map(() => false)
  let begin = -1
  for (const [line, text] of texts.entries()) {
    const content = text.trim()
    if (begin < 0 && NOTE_BEGIN.test(content)) begin = line
    else if (begin >= 0 && NOTE_END.test(content)) {
      inNote.fill(true, begin, line + 1)
      begin = -1
    }
  }
  return inNote
}

function withoutBlanks(texts: readonly string[], from: number, to: number): number {
  let end = to
  while (end > from && isBlank(texts[end - 1])) end--
  return end
}

function idOf({ contents }: Block): string | null {
  for (const content of contents) {
    const uuid = ID.exec(content)?.[1]
    if (uuid !== undefined) return toBlockId(uuid)
    const other = OTHER_ID.exec(content)?.[1]
    if (other !== undefined) return other
    if (NOTE_BEGIN.test(content)) return null
  }
  return null
}

function toEntry(id: string, { from, to, end, prefix, contents }: Block): Entry {
  const quote = findQuote(contents)
  const noteBegin = contents.findIndex((content) => NOTE_BEGIN.test(content))
  const noteEnd = contents.findIndex((content, index) => index > noteBegin && NOTE_END.test(content))
  const note = noteBegin >= 0 && noteEnd >= 0 ? { from: noteBegin, to: noteEnd + 1 } : null
  const properties = contents.findIndex((content) => !PROPERTY.test(content))
  const inFile = (span: LineSpan | null) => span && { from: from + span.from, to: from + span.to }
  const isOurs = (content: string, index: number) =>
    PROPERTY.test(content) || isIn(index, quote) || isIn(index, note) || isBlank(content)
  const hasMore = end > to || !contents.every(isOurs)
  const quotePlace = from + (properties < 0 ? contents.length : properties)
  return {
    id,
    span: { from, to },
    quote: inFile(quote),
    note: inFile(note),
    isNoteBeside: true,
    removal: hasMore ? null : [{ from, to }],
    quotePlace,
    notePlace: quote === null ? quotePlace : from + quote.to,
    nextPlace: end,
    prefix,
  }
}

function isIn(line: number, span: LineSpan | null): boolean {
  return span !== null && span.from <= line && line < span.to
}

/** The lines of the quote. Where it begins in the bullet's own line, Logseq puts the properties behind its first line. */
function findQuote(contents: readonly string[]): LineSpan | null {
  const from = contents.findIndex((content) => content.startsWith('>'))
  if (from < 0) return null
  let to = from + 1
  for (let line = to; line < contents.length; line++) {
    const content = contents[line] ?? ''
    if (content.startsWith('>')) to = line + 1
    else if (!PROPERTY.test(content)) break
  }
  return { from, to }
}

function findTerms(blocks: readonly Block[]): TermList | null {
  const heading = blocks.find(({ contents }) => TERMS_HEADING.test(contents[0] ?? ''))
  if (!heading) return null
  const items = blocks.flatMap(({ from, end, contents }) => {
    const term = from > heading.from && from < heading.end ? TERM.exec(contents[0] ?? '')?.[1] : undefined
    return term === undefined ? [] : [{ term, from, to: end }]
  })
  return { heading: heading.from, items, end: items.at(-1)?.to ?? heading.to }
}
