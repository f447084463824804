import type { GlossaryEntry } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { trimInvisible } from '../text/white-space.ts'
import { SEPARATORS, type Separator, splitTerm, type TermSplit, termEndWithoutPage } from './parse-entry-term.ts'

/** An entry of which only number and extent are known. Offsets are of the source text. */
export interface RawEntry {
  readonly number: number | null
  readonly start: number
  /** Where the words after the number begin. */
  readonly words: number
  readonly end: number
}

/** What is tried for an entry that does not keep to its list's manner, in this order. */
const FALLBACK: readonly Separator[] = ['colon', 'bracket', 'bold', 'line', 'dash', 'verb', 'stop']
/** Manners that only a list as a whole can show: a single space or quotation mark sets nothing apart. */
const ONLY_AS_MANNER: readonly Separator[] = ['space', 'quote']

/** Splits entries into term and definition, in the manner that most of the list keeps to. */
export function splitEntries(
  text: string,
  raw: readonly RawEntry[],
  bold: readonly { start: number; end: number }[],
): GlossaryEntry[] {
  const boldAt = indexBold(bold)
  const splits = raw.map((entry) => {
    const words = text.slice(entry.words, entry.end)
    const boldEnd = boldAt(entry.words, entry.end)
    const options = new Map<Separator, TermSplit>()
    for (const separator of SEPARATORS) {
      const split = splitTerm(words, separator, boldEnd)
      if (split !== null) options.set(separator, split)
    }
    return options
  })
  const manner = findManner(splits)
  return raw.map((entry, i) => toEntry(text, entry, pick(splits[i], manner)))
}

/** The manner that most entries are first set apart by. */
function findManner(splits: readonly ReadonlyMap<Separator, TermSplit>[]): Separator | null {
  const counts = new Map<Separator, number>()
  for (const options of splits) {
    const first = options.get('bracket') ?? options.get('bold') ?? earliest(options)
    if (first !== undefined) counts.set(first.separator, (counts.get(first.separator) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}

function earliest(options: ReadonlyMap<Separator, TermSplit>): TermSplit | undefined {
  const among = (['colon', 'line', 'dash', 'space', 'verb'] as const).flatMap(
    (separator) => options.get(separator) ?? [],
  )
  return among.sort((a, b) => a.termEnd - b.termEnd)[0]
}

function pick(options: ReadonlyMap<Separator, TermSplit> | undefined, manner: Separator | null): TermSplit | null {
  if (options === undefined) return null
  const own = manner === null ? undefined : options.get(manner)
  if (own !== undefined) return own
  const looser = manner === 'space' || manner === 'verb' || manner === 'quote' ? ONLY_AS_MANNER : []
  for (const separator of [...FALLBACK, ...looser]) {
    const split = options.get(separator)
    if (split !== undefined) return split
  }
  return null
}

function toEntry(text: string, raw: RawEntry, split: TermSplit | null): GlossaryEntry {
  const number = raw.number === null ? null : String(raw.number)
  const definition = trimInvisible(text, raw.words + (split?.definitionStart ?? 0), raw.end)
  const base = {
    ...toSourceRange(raw.start, raw.end),
    number,
    definition: definition === null ? '' : text.slice(definition.start, definition.end),
  }
  if (split === null) return { ...base, term: null }
  const words = text.slice(raw.words + split.termStart, raw.words + split.termEnd)
  const term = trimInvisible(words, 0, termEndWithoutPage(words))
  return { ...base, term: term === null ? null : words.slice(term.start, term.end) }
}

/** Where the bold type ends that the words of an entry begin with, counted from there; null where there is none. */
function indexBold(bold: readonly { start: number; end: number }[]) {
  const ranges = [...bold].sort((a, b) => a.start - b.start)
  let next = 0
  // Entries come in reading order.
  return (words: number, end: number): number | null => {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= words) next++
    const found = ranges[next]
    return found === undefined || found.start > words + 2 || found.end > end ? null : found.end - words
  }
}
