import { create } from 'zustand'
import type { ImportOutcome, LibraryNotice, LibraryState, ReportSummary } from '../../core/library-view.ts'
import { zh } from '../interface/zh.ts'
import { meipi } from '../meipi-api.ts'

interface LibraryStore {
  /** null until the list has come. */
  readonly reports: readonly ReportSummary[] | null
  readonly notices: readonly LibraryNotice[]
  /** What became of the last files, in words; the reader closes it. */
  readonly messages: readonly string[]
  readonly updateRow: (id: string, fields: Partial<Pick<ReportSummary, 'annotations' | 'progress'>>) => void
  readonly receive: (state: LibraryState) => void
  readonly tell: (...messages: string[]) => void
  readonly dismiss: () => void
}

/** The list of reports and what there is to say about the library. */
export const useLibrary = create<LibraryStore>()((set) => ({
  reports: null,
  notices: [],
  messages: [],
  updateRow: (id, fields) =>
    set(({ reports }) => ({ reports: reports?.map((row) => (row.id === id ? { ...row, ...fields } : row)) ?? null })),
  receive: ({ reports, notices }) => set({ reports, notices }),
  tell: (...messages) => set({ messages }),
  dismiss: () => set({ messages: [], notices: [] }),
}))

/** Asks the main process for the list anew. */
export async function refreshLibrary(): Promise<void> {
  const answer = await meipi.libraryState()
  if (answer.ok) useLibrary.getState().receive(answer.value)
  else useLibrary.getState().tell(answer.problem.message)
}

/** Says what did not work, and answers with the report to open: the last that came in. */
export function receiveImports(outcomes: readonly ImportOutcome[]): ReportSummary | null {
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'failed' ? [zh.importFailed(outcome.file, outcome.problem.message)] : [],
  )
  useLibrary.getState().tell(...failures)
  const arrived = outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [] : [outcome.summary]))
  return arrived.at(-1) ?? null
}
