import { COMMAND_IDS, type CommandId } from '../../core/commands.ts'
import type { Headword } from '../../core/glossary/dictionary.ts'
import type { ReportSummary } from '../../core/library-view.ts'
import type { OutlineItem } from '../../core/report/report.ts'
import { foldKey } from '../../core/text/fold.ts'
import { matchesPinyin } from '../../core/text/match-pinyin.ts'
import { nameOf } from '../library/library-store.ts'

/** Something that the palette leads to. */
export type PaletteItem =
  | { readonly kind: 'reports'; readonly report: ReportSummary; readonly text: string }
  | { readonly kind: 'headings'; readonly heading: OutlineItem; readonly text: string }
  | { readonly kind: 'terms'; readonly headword: Headword; readonly text: string }
  | { readonly kind: 'commands'; readonly command: CommandId; readonly text: string }
  /** The words typed, to be looked for in the open report. */
  | { readonly kind: 'find'; readonly text: string }

export const PALETTE_KINDS = ['reports', 'headings', 'terms', 'commands', 'find'] as const

/** Where the palette looks. */
export interface PaletteSources {
  readonly reports: readonly ReportSummary[]
  readonly outline: readonly OutlineItem[]
  readonly headwords: readonly Headword[]
  /** Terms that stand in the open report come before the others. */
  readonly here: ReadonlySet<string>
  readonly labels: Readonly<Record<CommandId, string>>
  readonly isRunnable: (id: CommandId) => boolean
}

/** Items of one kind that are shown at once. */
const MOST_OF_A_KIND = 7

/** What a query finds, kind by kind, each kind with its best first. An empty query finds reports and commands. */
export function findItems(query: string, sources: PaletteSources): PaletteItem[] {
  const typed = foldKey(query)
  const { reports, outline, headwords, here, labels, isRunnable } = sources
  const best = <T extends PaletteItem>(items: readonly T[], names: (item: T) => readonly string[]): T[] =>
    items
      .map((item) => ({ item, rank: Math.min(...names(item).map((name) => rankOf(name, foldKey(name), typed))) }))
      .filter(({ rank }) => rank < NO_MATCH)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST_OF_A_KIND)
      .map(({ item }) => item)

  const reportItems = reports.map((report) => ({ kind: 'reports' as const, report, text: nameOf(report) }))
  const commandItems = COMMAND_IDS.filter(isRunnable).map((command) => ({
    kind: 'commands' as const,
    command,
    text: labels[command],
  }))
  if (typed === '') return [...reportItems.slice(0, MOST_OF_A_KIND), ...commandItems]
  const headingItems = outline.map((heading) => ({ kind: 'headings' as const, heading, text: heading.text }))
  // Thousands of them: their key is folded already, and only what matches is sorted.
  const termItems = headwords
    .map((headword) => ({ headword, rank: rankOf(headword.term, headword.key, typed), away: !here.has(headword.key) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || Number(a.away) - Number(b.away))
    .slice(0, MOST_OF_A_KIND)
    .map(({ headword }) => ({ kind: 'terms' as const, headword, text: headword.term }))
  return [
    ...best(reportItems, ({ report, text }) => [text, report.title ?? '', report.file]),
    ...best(headingItems, ({ text }) => [text]),
    ...termItems,
    ...best(commandItems, ({ text }) => [text]),
    ...(isRunnable('find') ? [{ kind: 'find' as const, text: query.trim() }] : []),
  ]
}

const NO_MATCH = 4

/** 0 the whole, 1 its beginning, 2 inside it, 3 by pinyin, else no match. */
function rankOf(name: string, folded: string, typed: string): number {
  if (folded === typed) return 0
  if (folded.startsWith(typed)) return 1
  if (folded.includes(typed)) return 2
  return matchesPinyin(name, typed) ? 3 : NO_MATCH
}
