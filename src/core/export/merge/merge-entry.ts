import type { Entry, Flavour } from './entries.ts'
import { type FileLine, isBlank, type LineEdit, type LineSpan, setApart, textsOf } from './lines.ts'
import { mergeLines } from './merge-lines.ts'
import { strikeOutLines } from './strike-out.ts'

/** What is done with what was deleted: struck out, so that the reader sees it, or taken out. */
export type DeletedAs = 'strike' | 'remove'

/** An entry with the file that it is in. */
export interface EntryIn {
  readonly entry: Entry
  readonly lines: readonly FileLine[]
}

/** The edits that bring a passage up to date, and our lines of it before and after. */
export interface EntryEdit {
  readonly edits: readonly LineEdit[]
  readonly before: string
  readonly after: string
}

/** Brings a passage of the file up to what the export says. A note that the export has no more is treated as deleted. */
export function mergeEntry(file: EntryIn, fresh: EntryIn, flavour: Flavour, deletedAs: DeletedAs): EntryEdit {
  const { entry } = file
  const quote = mergePart(file, entry.quote, contentsOf(fresh, fresh.entry.quote), flavour)
  const note =
    fresh.entry.note === null
      ? dropNote(file, deletedAs)
      : mergePart(file, entry.note, contentsOf(fresh, fresh.entry.note), flavour)
  const edits = [
    ...editOf(file, entry.quote, quote, entry.quotePlace, flavour),
    ...editOf(file, entry.note, note, entry.notePlace, flavour),
  ]
  return { edits, before: wordsOf(file), after: [...quote, ...note].join('\n') }
}

/** Strikes out a passage, or removes it where nothing of the reader's hangs on it. */
export function strikeEntry(file: EntryIn, flavour: Flavour, deletedAs: DeletedAs): EntryEdit {
  const { entry, lines } = file
  const before = wordsOf(file)
  if (deletedAs === 'remove' && entry.removal !== null)
    return { edits: takeOut(lines, entry.removal), before, after: '' }
  const quote = strikeOutLines(contentsOf(file, entry.quote), flavour.isProperty)
  const note = strikeOutLines(contentsOf(file, entry.note))
  const edits = [
    ...editOf(file, entry.quote, quote, entry.quotePlace, flavour),
    ...editOf(file, entry.note, entry.isNoteBeside ? note : contentsOf(file, entry.note), entry.notePlace, flavour),
  ]
  return { edits, before, after: [...quote, ...note].join('\n') }
}

/** The lines of a part without what stands before each of them. */
export function contentsOf({ entry, lines }: EntryIn, span: LineSpan | null): string[] {
  return span === null ? [] : textsOf(lines, span).map((text) => text.slice(entry.prefix.length))
}

function wordsOf(file: EntryIn): string {
  return [...contentsOf(file, file.entry.quote), ...contentsOf(file, file.entry.note)].join('\n')
}

function mergePart(
  file: EntryIn,
  span: LineSpan | null,
  fresh: readonly string[],
  { isProperty }: Flavour,
): readonly string[] {
  return span === null ? fresh : mergeLines(contentsOf(file, span), fresh, isProperty)
}

/** The note's lines where the export has none. One that stands apart may be the reader's: it stays. */
function dropNote(file: EntryIn, deletedAs: DeletedAs): readonly string[] {
  const { note, isNoteBeside } = file.entry
  const contents = contentsOf(file, note)
  if (note === null || !isNoteBeside) return contents
  return deletedAs === 'remove' ? [] : strikeOutLines(contents)
}

/** The edit that gives a part these lines; none where it has them. A part that is missing is put at `place`, apart from its neighbours. */
function editOf(
  file: EntryIn,
  span: LineSpan | null,
  contents: readonly string[],
  place: number,
  { gap }: Flavour,
): LineEdit[] {
  const { lines, entry } = file
  const { prefix } = entry
  const indented = contents.map((content) => (content === '' ? '' : prefix + content))
  if (span === null) {
    if (contents.length === 0) return []
    const belongsTo = place > entry.span.from ? 'above' : 'below'
    return [{ from: place, to: place, lines: setApart(lines, place, indented, gap), belongsTo }]
  }
  const before = contentsOf(file, span)
  if (before.length === contents.length && before.every((line, index) => line === contents[index])) return []
  if (contents.length === 0) return takeOut(lines, [span])
  // The first line may carry the bullet.
  const opening = (lines[span.from]?.text ?? '').slice(0, prefix.length)
  return [{ ...span, lines: [opening + (contents[0] ?? ''), ...indented.slice(1)] }]
}

/** The edits that take spans out, each with the blank lines before it. What was apart stays apart. */
function takeOut(lines: readonly FileLine[], spans: readonly LineSpan[]): LineEdit[] {
  const joined: LineSpan[] = []
  for (const { from, to } of spans) {
    const last = joined.at(-1)
    const begin = skipBlanksBefore(lines, from)
    if (last && last.to >= begin) joined.splice(-1, 1, { from: last.from, to })
    else joined.push({ from: begin, to })
  }
  return joined.map(({ from, to }) => {
    const isApart = isBlank(lines[from - 1]?.text ?? '') || isBlank(lines[to]?.text ?? '')
    return { from, to, lines: isApart ? [] : [''] }
  })
}

function skipBlanksBefore(lines: readonly FileLine[], line: number): number {
  let from = line
  while (from > 0 && isBlank(lines[from - 1]?.text)) from--
  return from
}
