import type { Block, GlossaryEntry } from '../report/report.ts'
import { rangesOverlap, type SourceRange, sliceRange, toSourceRange } from '../text/range.ts'
import { trimInvisible, trimRange } from '../text/white-space.ts'
import { readEntries } from './read-entries.ts'

/** What stands between term and definition. A hyphen before a figure is its sign. */
const GAP = /^(?:[\s：:—–―─]|-(?!\d))+/
/** Quotation marks and brackets around a term, which a selection of the words alone leaves out. */
const AROUND = ['“”', '‘’', '「」', '『』', '""', '【】', '［］', '[]', '《》', '〈〉', '（）', '()']

/** Cuts blocks and entries where a new entry begins. A place outside an entry, or where one begins already, is passed over. */
export function splitEntriesAt(
  text: string,
  blocks: readonly Block[],
  entries: readonly GlossaryEntry[],
  places: readonly SourceRange[],
): { readonly blocks: readonly Block[]; readonly entries: readonly GlossaryEntry[] } {
  const cuts = places
    .flatMap((place) => trimRange(text, place.start, place.end)?.start ?? [])
    .filter((at) => entries.some(({ start, end }) => start < at && at < end))
    .filter((at) => blocks.some(({ kind, start, end }) => kind === 'glossaryEntry' && start <= at && at < end))
  const parts = entries.flatMap((entry) => cutRange(text, entry, cuts) ?? [])
  if (parts.length === 0) return { blocks, entries }
  const whole = entries.filter((entry) => cutRange(text, entry, cuts) === null)
  return {
    blocks: blocks.flatMap((block) => cutRange(text, block, cuts)?.map((part) => ({ ...block, ...part })) ?? [block]),
    entries: [...whole, ...readEntries(text, parts, entries)].sort((a, b) => a.start - b.start),
  }
}

/** The parts of a range between the cuts inside it; null where there is none. */
function cutRange(text: string, range: SourceRange, cuts: readonly number[]): SourceRange[] | null {
  const inside = [...new Set(cuts)].filter((at) => range.start < at && at < range.end).sort((a, b) => a - b)
  if (inside.length === 0) return null
  return [range.start, ...inside].flatMap((at, i) => trimRange(text, at, inside[i] ?? range.end) ?? [])
}

/**
 * Adds each entry that begins at one of the places to the one before it, whose definition goes on. It does not reach
 * over what is neither of the glossary nor set aside.
 */
export function joinEntries(
  text: string,
  entries: readonly GlossaryEntry[],
  blocks: readonly Block[],
  places: readonly SourceRange[],
): GlossaryEntry[] {
  const joined: GlossaryEntry[] = []
  for (const entry of entries) {
    const before = joined.at(-1)
    if (before !== undefined && places.some(({ start }) => start === entry.start) && isNear(blocks, before, entry))
      joined[joined.length - 1] = endAt(text, before, entry.end)
    else joined.push(entry)
  }
  return joined
}

function isNear(blocks: readonly Block[], before: SourceRange, after: SourceRange): boolean {
  const between = toSourceRange(before.end, after.start)
  return blocks.every((block) => isOfGlossary(block) || !rangesOverlap(block, between))
}

function isOfGlossary({ kind }: Block): boolean {
  return kind === 'glossaryEntry' || kind === 'boilerplate'
}

/**
 * The entries that are left when the reader took blocks out of the glossary: one that begins in such a block goes, one
 * that only reaches into it ends before it. Furniture in the midst of an entry stays in its range, as in every reading.
 */
export function keepInGlossary(
  text: string,
  entries: readonly GlossaryEntry[],
  blocks: readonly Block[],
  corrected: readonly Block[],
): GlossaryEntry[] {
  return entries.flatMap((entry) => {
    if (!corrected.some((block) => rangesOverlap(block, entry))) return [entry]
    const own = blocks.filter((block) => rangesOverlap(block, entry))
    const foreign = own.findIndex((block) => !isOfGlossary(block))
    const last = own.slice(0, foreign < 0 ? own.length : foreign).findLast(({ kind }) => kind === 'glossaryEntry')
    if (own[0]?.kind !== 'glossaryEntry' || last === undefined) return []
    if (last.end >= entry.end) return [entry]
    const holdsTerm = text.slice(entry.start, last.end).includes(entry.term ?? '')
    return holdsTerm
      ? [endAt(text, entry, last.end)]
      : readEntries(text, [toSourceRange(entry.start, last.end)], entries)
  })
}

/** The entry with another end. Its definition is what stands between its term and there. */
function endAt(text: string, entry: GlossaryEntry, end: number): GlossaryEntry {
  const ownEnd = trimInvisible(text, entry.start, entry.end)?.end ?? entry.end
  const definition = trimInvisible(text, ownEnd - entry.definition.length, end)
  return {
    ...entry,
    ...toSourceRange(entry.start, end),
    definition: definition === null ? '' : sliceRange(text, definition),
  }
}

/** Gives the entry that each place stands in the words there for its term, and what follows them for its definition. */
export function nameTerms(
  text: string,
  entries: readonly GlossaryEntry[],
  places: readonly SourceRange[],
): GlossaryEntry[] {
  return entries.map((entry) => {
    const place = places.findLast(({ start, end }) => entry.start <= start && end <= entry.end)
    const term = place === undefined ? null : trimInvisible(text, place.start, place.end)
    if (term === null) return entry
    const around = text.charAt(term.start - 1) + text.charAt(term.end)
    const behind = term.end + (AROUND.includes(around) ? 1 : 0)
    const gap = GAP.exec(text.slice(behind, entry.end))?.[0].length ?? 0
    const definition = trimInvisible(text, behind + gap, entry.end)
    return {
      ...entry,
      term: sliceRange(text, term),
      definition: definition === null ? '' : sliceRange(text, definition),
    }
  })
}
