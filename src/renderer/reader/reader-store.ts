import { create } from 'zustand'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import type { Problem } from '../../core/result.ts'
import { countColors, countTags } from '../../core/tags/tag-counts.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { tellConflicts } from '../conflicts/tell-conflicts.ts'
import { closeCard } from '../glossary/card-store.ts'
import { useDictionary } from '../glossary/dictionary-store.ts'
import { forgetHistoryOf, showHistoryOf } from '../interface/history-store.ts'
import { updateRow } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import {
  retrySaving,
  showAnnotationsOf,
  showNoAnnotations,
  showReportOfAnnotations,
  useAnnotations,
} from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { joinParts } from '../tray/part-by-place.ts'
import { type Jump, useTrail } from './trail-store.ts'

/** A report that is being read, with the places of the terms that are known. */
export interface Reading {
  readonly opened: OpenedReport
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
  /** Where the page is to be scrolled; each jump is an object of its own, so that two to the same place differ. */
  readonly jump: Jump | null
  readonly place: Place | null
}

const NOTHING: ReaderStore = { reading: null, opening: null, problem: null, jump: null, place: null }

/** What is being read. */
export const useReader = create<ReaderStore>()(() => NOTHING)

/** How a report is opened. */
interface OpenOptions {
  /** Where the page goes once the report is there; without it, to where it was left. */
  readonly jump?: (opened: OpenedReport) => Jump | null
  /** Whether the place that is left can be gone back to. */
  readonly remember?: boolean
}

/** Opens a report in the page. One that another window shows comes to the front there. */
export async function openReport(id: string, { jump, remember = true }: OpenOptions = {}): Promise<void> {
  const { reading, opening } = useReader.getState()
  if (reading?.opened.summary.id === id && opening === null) {
    const target = jump?.(reading.opened) ?? null
    if (target) {
      if (remember) rememberPlace()
      useReader.setState({ jump: target })
    }
    return
  }
  // What was typed belongs to the report that is still open; what is on its way should be on the disk before it is read.
  flushDrafts()
  useReader.setState({ opening: id, problem: null })
  await retrySaving()
  const answer = await meipi.openReport(id)
  // The reader may have chosen another one in the meantime.
  if (useReader.getState().opening !== id) return
  const opened = answer.ok ? answer.value : null
  if (opened === null) {
    useReader.setState({ opening: null, problem: answer.ok ? null : answer.problem })
    sayWhatIsShown()
    return
  }
  flushDrafts()
  if (remember) rememberPlace()
  keepRowOfLeftReport()
  showHistoryOf(id, useReader.getState().reading?.opened.summary.id ?? null)
  showAnnotationsOf(opened)
  closeCard()
  useReader.setState({
    reading: { opened, places: findPlaces(opened) },
    opening: null,
    jump: jump?.(opened) ?? null,
    place: null,
  })
  tellConflicts()
}

/** The main process keeps which window shows which report; what was asked for last may not be what is shown. */
function sayWhatIsShown(): void {
  void meipi.shows(useReader.getState().reading?.opened.summary.id ?? null)
}

/** Shows the report that is open as it is read now: after a correction. */
export function showReadAnew(opened: OpenedReport): void {
  const { reading } = useReader.getState()
  if (reading?.opened.summary.id !== opened.summary.id) return
  showReportOfAnnotations(opened)
  useReader.setState({ reading: { opened, places: findPlaces(opened) } })
}

/** Leaves the page empty: its report is gone, or comes back as another. */
export function leaveReport(): void {
  // Here and not when the box goes: then there is no report any more that it could be saved in.
  flushDrafts()
  const id = useReader.getState().reading?.opened.summary.id
  if (id !== undefined) forgetHistoryOf(id)
  showNoAnnotations()
  closeCard()
  useReader.setState(NOTHING)
  sayWhatIsShown()
}

/** The dictionary changed: terms come and go on the page. */
export function findPlacesAnew(): void {
  useReader.setState(({ reading }) => ({ reading: reading && { ...reading, places: findPlaces(reading.opened) } }))
}

function findPlaces({ text, report }: OpenedReport): HeadwordPlace[] {
  return useDictionary.getState().find(text, report)
}

/** Writes into the list what is known of the report that is being left. */
function keepRowOfLeftReport(): void {
  const { reading, place } = useReader.getState()
  if (!reading) return
  const live = joinParts(useAnnotations.getState()).filter((annotation) => !annotation.deleted)
  const progress = place?.progress ?? reading.opened.summary.progress
  const counts = { annotations: live.length, tagCounts: countTags(live), colors: countColors(live) }
  updateRow(reading.opened.summary.id, { ...counts, progress })
}

/** Scrolls the page to a passage, which can be gone back from. */
export function jumpTo(range: SourceRange): void {
  rememberPlace()
  useReader.setState({ jump: { kind: 'passage', range } })
}

/** Scrolls the page to where it once stood. */
export function scrollToPlace(offset: number): void {
  useReader.setState({ jump: { kind: 'place', offset } })
}

/** Writes down where the page stands, before it goes elsewhere. */
export function rememberPlace(): void {
  const here = placeHere()
  if (here) useTrail.setState(({ behind }) => ({ behind: [...behind, here].slice(-LONGEST_TRAIL), ahead: [] }))
}

/** Jumps that can be gone back. */
const LONGEST_TRAIL = 200

/** The report and the place that the page stands at. */
export function placeHere(): { readonly reportId: string; readonly offset: number } | null {
  const { reading, place } = useReader.getState()
  return reading && place && { reportId: reading.opened.summary.id, offset: place.offset }
}

/** Writes down where the page stands. It does so itself when it rests; before its report is moved it will not rest. */
export async function savePlaceNow(): Promise<void> {
  const { reading, place } = useReader.getState()
  if (reading && place) await meipi.saveReadingPlace(reading.opened.summary.id, place.offset, place.progress)
}
