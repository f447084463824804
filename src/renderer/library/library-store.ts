import { create } from 'zustand'
import { type ColorId, DEFAULT_COLOR_NAMES } from '../../core/annotation/annotation.ts'
import type { ImportProgress, LibraryNotice, LibraryState, ReportSummary } from '../../core/library-view.ts'
import type { Problem } from '../../core/result.ts'

interface LibraryStore {
  readonly reports: readonly ReportSummary[]
  readonly notices: readonly LibraryNotice[]
  /** Why nothing in the library can be changed; null where everything can. */
  readonly refusal: Problem | null
  readonly colorNames: Readonly<Record<ColorId, string>>
  /** What became of the last files, in words; the reader closes it. */
  readonly messages: readonly string[]
  /** How far the import is that this window waits for. */
  readonly importing: ImportProgress | null
}

/** The list of reports and what there is to say about the library. */
export const useLibrary = create<LibraryStore>()(() => ({
  reports: [],
  notices: [],
  refusal: null,
  colorNames: DEFAULT_COLOR_NAMES,
  messages: [],
  importing: null,
}))

export function receiveLibrary({ reports, notices, refusal, colorNames }: LibraryState): void {
  // Why nothing can be changed is said as long as that is so, and need not be said twice.
  const news = notices.filter((notice) => !dismissed.has(JSON.stringify(notice)) && notice.message !== refusal?.message)
  useLibrary.setState({ reports, notices: news, refusal, colorNames })
}

/** Notices that the reader has closed, and does not want to read again. */
const dismissed = new Set<string>()

/** Says something that the reader should not miss; it stays until it is closed. */
export function tell(...messages: string[]): void {
  useLibrary.setState((state) => ({ messages: [...new Set([...state.messages, ...messages])] }))
}

/** How long a message stays that is good to know and no more, in milliseconds. */
const GOOD_TO_KNOW = 12_000

/** Says that something has worked; it goes away by itself. */
export function tellBriefly(message: string): void {
  tell(message)
  setTimeout(
    () => useLibrary.setState(({ messages }) => ({ messages: messages.filter((each) => each !== message) })),
    GOOD_TO_KNOW,
  )
}

export function dismissMessages(): void {
  for (const notice of useLibrary.getState().notices) dismissed.add(JSON.stringify(notice))
  useLibrary.setState({ messages: [], notices: [] })
}

/** Writes into the list what the page knows better than the disk. */
export function updateRow(id: string, fields: Partial<ReportSummary>): void {
  useLibrary.setState(({ reports }) => ({
    reports: reports.map((row) => (row.id === id ? { ...row, ...fields } : row)),
  }))
}

/** What a report is called in a list: 洪湖市 2024, else its title, else its file. */
export function nameOf({
  region,
  year,
  title,
  file,
}: Pick<ReportSummary, 'region' | 'year' | 'title' | 'file'>): string {
  return region === null ? (title ?? file) : [region, year].filter((part) => part !== null).join(' ')
}
