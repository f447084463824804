import { toBlockId } from '../obsidian-names.ts'
import type { Entry, Flavour, TermList } from './entries.ts'
import { FRONT_MATTER } from './front-matter-head.ts'
import { type FileLine, findFenced, isBlank, type LineSpan } from './lines.ts'

/** A block id on a line of its own, as Obsidian wants it after a quote. */
const ID_LINE = /^\^(hl-[A-Za-z0-9-]+)[ \t]*$/
const NOTE_HEAD = /^> \[!note\] 批注[ \t]*$/
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/
const TERMS_HEADING = /^## 术语[ \t]*$/
const TERM = /^- \*\*(.+?)\*\*(?=（|：)/
const LINK = /meipi:\/\/report\/[0-9a-f]+\?a=([^)\s]+)/g

/** Passages as Obsidian's Markdown has them: a quote, `^hl-…` on a line of its own, a callout with the note. */
export const OBSIDIAN: Flavour = {
  gap: [''],
  emptyLine: '这份报告还没有划线。',
  isProperty: () => false,
  isHeading: (line) => HEADING.test(line),
  ...FRONT_MATTER,
  findEntries: (lines) => new ObsidianFile(lines).entries,
  findTerms: (lines) => new ObsidianFile(lines).terms,
}

class ObsidianFile {
  readonly #texts: readonly string[]
  readonly #fenced: readonly boolean[]

  constructor(lines: readonly FileLine[]) {
    this.#texts = lines.map(({ text }) => text)
    this.#fenced = findFenced(this.#texts)
  }

  get entries(): Entry[] {
    const copies = new Map<string, number>()
    const ids = this.#texts.flatMap((_, line) => {
      const id = this.#match(line, ID_LINE)
      if (id === null) return []
      copies.set(id, (copies.get(id) ?? 0) + 1)
      return copies.get(id) === 1 ? [{ id, line }] : []
    })
    const entries: Entry[] = []
    let free = 0
    for (const [index, { id, line }] of ids.entries()) {
      const quote = this.#quoteAbove(id, free, line)
      const limit = ids[index + 1]?.line ?? this.#texts.length
      const note = this.#noteBelow(line + 1, limit)
      // Of two notes it cannot be told which is ours.
      const isNoteBeside =
        note !== null && this.#isBlankBetween(line + 1, note.from) && this.#noteBelow(note.to, limit) === null
      const last = note?.to ?? line + 1
      entries.push({
        id,
        quote,
        note,
        isNoteBeside,
        // With it gone, the reader's copy of it would be taken for it.
        removal: copies.get(id) === 1 ? removalOf(quote, line, isNoteBeside ? note : null) : null,
        span: { from: quote?.from ?? line, to: last },
        quotePlace: line,
        notePlace: line + 1,
        nextPlace: last,
        prefix: '',
      })
      free = last
    }
    return entries.map((entry, index) => ({ ...entry, nextPlace: this.#nextPlace(entry, entries[index + 1]) }))
  }

  get terms(): TermList | null {
    const heading = this.#texts.findIndex((text, line) => !this.#fenced[line] && TERMS_HEADING.test(text))
    if (heading < 0) return null
    const items: (LineSpan & { term: string })[] = []
    for (let line = heading + 1; line < this.#texts.length && this.#match(line, HEADING, 0) === null; line++) {
      const term = this.#match(line, TERM)
      if (term !== null) items.push({ term, from: line, to: this.#endOfItem(line + 1) })
    }
    return { heading, items, end: items.at(-1)?.to ?? heading + 1 }
  }

  #match(line: number, pattern: RegExp, group = 1): string | null {
    if (this.#fenced[line]) return null
    return pattern.exec(this.#texts[line] ?? '')?.[group] ?? null
  }

  /** The nearest quote that links to the passage; without such a link, the one right above the id. */
  #quoteAbove(id: string, free: number, idLine: number): LineSpan | null {
    const quotes: LineSpan[] = []
    for (let line = idLine - 1; line >= free; line--) {
      if (!this.#isQuote(line)) continue
      const to = line + 1
      while (line > free && this.#isQuote(line - 1)) line--
      quotes.push({ from: line, to })
    }
    const linked = quotes.find((quote) => this.#links(quote).includes(id))
    if (linked) return linked
    const [nearest] = quotes
    return nearest && this.#isBlankBetween(nearest.to, idLine) ? nearest : null
  }

  #isQuote(line: number): boolean {
    return !this.#fenced[line] && (this.#texts[line] ?? '').startsWith('>')
  }

  /** The ids of the passages that some lines link to. */
  #links({ from, to }: LineSpan): string[] {
    const text = this.#texts.slice(from, to).join('\n')
    return [...text.matchAll(LINK)].map(([, parameter = '']) => toBlockId(decode(parameter)))
  }

  /** The first callout of ours before the next passage. */
  #noteBelow(from: number, limit: number): LineSpan | null {
    for (let line = from; line < limit; line++) {
      if (this.#match(line, NOTE_HEAD, 0) === null) continue
      let to = line + 1
      while (to < limit && this.#isQuote(to)) to++
      return { from: line, to }
    }
    return null
  }

  #isBlankBetween(from: number, to: number): boolean {
    return this.#texts.slice(from, to).every(isBlank)
  }

  /** Behind what follows a passage up to the next one or a heading: that is taken for the reader's words about it. */
  #nextPlace({ span }: Entry, next: Entry | undefined): number {
    const limit = next?.span.from ?? this.#texts.length
    let place = span.to
    for (let line = span.to; line < limit && this.#match(line, HEADING, 0) === null; line++)
      if (!isBlank(this.#texts[line])) place = line + 1
    return place
  }

  #endOfItem(from: number): number {
    let to = from
    for (let line = from; line < this.#texts.length; line++) {
      const text = this.#texts[line] ?? ''
      if (isBlank(text)) continue
      if (!text.startsWith('  ')) break
      to = line + 1
    }
    return to
  }
}

function removalOf(quote: LineSpan | null, idLine: number, note: LineSpan | null): readonly LineSpan[] {
  return [...(quote ? [quote] : []), { from: idLine, to: idLine + 1 }, ...(note ? [note] : [])]
}

function decode(parameter: string): string {
  try {
    return decodeURIComponent(parameter)
  } catch {
    return parameter
  }
}
