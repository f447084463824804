import { create } from 'zustand'
import type { OpenedReport } from '../../core/library-view.ts'
import { readingBlocks } from '../../core/report/reading-view.ts'
import { prepareFind, type ReportFinder } from '../../core/search/find-in-report.ts'
import { type SourceRange, sliceRange } from '../../core/text/range.ts'
import { rememberPlace, useReader } from './reader-store.ts'
import { readSelection } from './source-selection.ts'

interface FindStore {
  readonly open: boolean
  readonly query: string
  readonly hits: readonly SourceRange[]
  /** Index of the hit that is looked at; -1 where there is none. */
  readonly here: number
  /** Grows each time the box is asked for, so that it takes the keyboard again. */
  readonly asked: number
}

const NOTHING = { query: '', hits: [], here: -1 } as const

/** Finding in the open report. */
export const useFind = create<FindStore>()(() => ({ open: false, asked: 0, ...NOTHING }))

/** The report that is searched, with its text folded once for all queries. */
let prepared: { readonly opened: OpenedReport; readonly find: ReportFinder } | null = null

/** Opens the box; words that are selected are looked for. */
export function openFind(): void {
  useFind.setState(({ asked }) => ({ open: true, asked: asked + 1 }))
  const opened = useReader.getState().reading?.opened
  const selected = readSelection()
  if (!opened) return
  // Folding a long text takes a while: it is done before the first letter is typed.
  requestIdleCallback(() => finderOf(opened))
  if (!selected) return
  const words = sliceRange(opened.text, selected).trim()
  if (words !== '' && !words.includes('\n')) findWords(words)
}

export function closeFind(): void {
  useFind.setState({ open: false, ...NOTHING })
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}

/** Looks for words, and goes to the first place from where the reader is. */
export function findWords(query: string): void {
  const { reading, place } = useReader.getState()
  if (!reading) return
  const hits = hitsIn(reading.opened, query)
  const from = place?.offset ?? 0
  const after = hits.findIndex((hit) => hit.start >= from)
  const here = hits.length === 0 ? -1 : Math.max(0, after)
  if (useFind.getState().query === '' && here >= 0) rememberPlace()
  useFind.setState({ query, hits, here })
  showHit()
}

/** Looks again in a report that took the place of another, or was read anew. */
export function findAgain(): void {
  const { open, query } = useFind.getState()
  const opened = useReader.getState().reading?.opened
  if (!open || !opened) return
  const hits = hitsIn(opened, query)
  useFind.setState(({ here }) => ({ hits, here: Math.min(here, hits.length - 1) }))
}

/** On to the next hit or back to the one before, round and round. */
export function stepHit(step: 1 | -1): void {
  useFind.setState(({ hits, here }) => ({ here: hits.length === 0 ? -1 : (here + step + hits.length) % hits.length }))
  showHit()
}

function hitsIn(opened: OpenedReport, query: string): SourceRange[] {
  return finderOf(opened)(query)
}

function finderOf(opened: OpenedReport): ReportFinder {
  if (prepared?.opened !== opened) prepared = { opened, find: prepareFind(opened.text, readingBlocks(opened.report)) }
  return prepared.find
}

function showHit(): void {
  const { hits, here } = useFind.getState()
  const hit = hits[here]
  if (hit) useReader.setState({ jump: { kind: 'passage', range: hit } })
}
