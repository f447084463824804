import { create } from 'zustand'
import { buildDictionary, entryIn, type Headword } from '../../core/glossary/dictionary.ts'
import { compileHeadwordFinder, type HeadwordPlace } from '../../core/glossary/report-terms.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import type { GlossaryEntry } from '../../core/report/report.ts'
import type { Problem } from '../../core/result.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { closeCard } from '../glossary/card-store.ts'
import { useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving, showAnnotationsOf, useAnnotations } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'

export type SidebarTab = 'outline' | 'terms' | 'notes'

/** A report that is being read, with what is marked in it. */
export interface Reading {
  readonly opened: OpenedReport
  readonly headwords: readonly Headword[]
  readonly places: readonly HeadwordPlace[]
}

/** Where the page stands, as positions in the source text. */
export interface Place {
  /** At the top edge. */
  readonly offset: number
  /** Where the eye is: a third down, where jumps land as well. */
  readonly line: number
  /** How far the bottom edge is, from 0 to 1. */
  readonly progress: number
}

interface ReaderStore {
  readonly reading: Reading | null
  /** Id of the report on its way. */
  readonly opening: string | null
  readonly problem: Problem | null
  readonly tab: SidebarTab
  /** Whether the panels beside the page are shown; null as long as the window's width decides. */
  readonly libraryShown: boolean | null
  readonly sidebarShown: boolean | null
  /** Where the page is to be scrolled; `stamp` tells two jumps to the same place apart. */
  readonly jump: { readonly range: SourceRange; readonly stamp: number } | null
  readonly place: Place | null
}

/** What is being read, and how the window is arranged. */
export const useReader = create<ReaderStore>()(() => ({
  reading: null,
  opening: null,
  problem: null,
  tab: 'outline',
  libraryShown: null,
  sidebarShown: null,
  jump: null,
  place: null,
}))

/** Opens a report in the page. */
export async function openReport(id: string): Promise<void> {
  const { reading, opening } = useReader.getState()
  if (reading?.opened.summary.id === id && opening === null) return
  // What was typed belongs to the report that is still open; what is on its way should be on the disk before it is read.
  flushDrafts()
  useReader.setState({ opening: id, problem: null })
  await retrySaving()
  const answer = await meipi.openReport(id)
  // The reader may have chosen another one in the meantime.
  if (useReader.getState().opening !== id) return
  if (!answer.ok) {
    useReader.setState({ opening: null, problem: answer.problem })
    return
  }
  const opened = answer.value
  const headwords = buildDictionary([{ reportId: opened.summary.id, glossary: opened.report.glossary }])
  const places = compileHeadwordFinder(headwords)(opened.text, opened.report)
  flushDrafts()
  keepRowOfLeftReport()
  showAnnotationsOf(opened)
  closeCard()
  useReader.setState({ reading: { opened, headwords, places }, opening: null, jump: null, place: null })
}

/** Writes into the list what is known of the report that is being left. */
function keepRowOfLeftReport(): void {
  const { reading, place } = useReader.getState()
  if (!reading) return
  const annotations = useAnnotations.getState().annotations.filter((annotation) => !annotation.deleted).length
  const progress = place?.progress ?? reading.opened.summary.progress
  useLibrary.getState().updateRow(reading.opened.summary.id, { annotations, progress })
}

/** The entry of the open report's own glossary that defines a term, if it has one. */
export function ownEntry({ opened: { summary, report } }: Reading, headword: Headword): GlossaryEntry | null {
  return report.glossary.entries[entryIn(headword, summary.id) ?? -1] ?? null
}

/** Scrolls the page to a passage. */
export function jumpTo(range: SourceRange): void {
  useReader.setState(({ jump }) => ({ jump: { range, stamp: (jump?.stamp ?? 0) + 1 } }))
}

export function showTab(tab: SidebarTab): void {
  useReader.setState(({ sidebarShown }) =>
    isPanelShown('sidebar', sidebarShown, window.innerWidth) ? { tab } : { tab, sidebarShown: true },
  )
}

/** The narrowest window, in CSS pixels, in which a panel stands beside the page without being asked for. */
const ROOM_FOR = { library: 1080, sidebar: 820 } as const

/** Whether a panel is shown: as the reader said, else by the width of the window. */
export function isPanelShown(panel: keyof typeof ROOM_FOR, said: boolean | null, width: number): boolean {
  return said ?? width >= ROOM_FOR[panel]
}

export function togglePanel(panel: keyof typeof ROOM_FOR): void {
  const field = panel === 'library' ? 'libraryShown' : 'sidebarShown'
  useReader.setState((state) => ({ [field]: !isPanelShown(panel, state[field], window.innerWidth) }))
}
