import type { SourceRange } from '../../core/text/range.ts'
import { undo } from '../commands/undo-commands.ts'
import { textsNow } from '../interface/define-texts.ts'
import { hideOverlays } from '../interface/layout-store.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { attachAnnotations, deleteAnnotation, type Placing, useAnnotations } from '../notes/annotation-store.ts'
import { jumpTo } from '../reader/reader-store.ts'
import { showNotes } from '../tags/tag-view-store.ts'
import { liveWaiting } from './part-by-place.ts'
import { texts } from './texts.ts'
import { askForEntry, rest, useTray } from './tray-store.ts'

/** Shows the tray, with the keyboard on one of its entries: where the reader was, unless one is named. */
export function openTray(id: string | null = useTray.getState().here): void {
  const ids = idsWaiting()
  const target = id !== null && ids.includes(id) ? id : ids[0]
  if (target === undefined) return
  rest()
  showNotes()
  askForEntry(target)
}

/** Goes to the entry after the one that the reader is at, or before it; at the ends it stays there. */
export function stepEntry(step: 1 | -1): void {
  const ids = idsWaiting()
  const at = ids.indexOf(useTray.getState().here ?? '')
  const target = ids[at + step] ?? ids[at] ?? ids[0]
  if (target !== undefined) askForEntry(target)
}

/** Shows a place in the page, without attaching anything there. */
export function peekAt(id: string, range: SourceRange): void {
  useTray.setState({ peek: { id, range }, choosing: null })
  jumpTo(range)
  hideOverlays()
}

/** Lets the reader select the passage in the page. */
export function startChoosing(id: string): void {
  useTray.setState({ choosing: id, peek: null })
  hideOverlays()
  focusPage()
}

/** Attaches an annotation that waits to a passage, and goes on to the next. */
export function placeAt(id: string, range: SourceRange): void {
  const next = neighbourOf(id)
  if (attachAnnotations([{ id, range }]) === 0) return
  document.getSelection()?.removeAllRanges()
  sayPlaced(1)
  goOnTo(next)
}

/** Attaches annotations that wait each to its place, and goes on to what is left. */
export function placeAll(places: readonly Placing[]): void {
  const count = attachAnnotations(places)
  if (count === 0) return
  sayPlaced(count)
  goOnTo(idsWaiting()[0] ?? null)
}

function sayPlaced(count: number): void {
  showToast({ text: textsNow(texts).placed(count), act: { label: textsNow(windowTexts).undo, run: undo } })
}

/** Deletes an annotation that waits, and goes on to the next. */
export function deleteWaiting(id: string): void {
  const next = neighbourOf(id)
  deleteAnnotation(id)
  // Not where nothing may be written.
  if (idsWaiting().includes(id)) return
  goOnTo(next)
}

function goOnTo(next: string | null): void {
  rest()
  if (next !== null) openTray(next)
  else focusPage()
}

/** The entry after one, or before it where it is the last. */
function neighbourOf(id: string): string | null {
  const ids = idsWaiting()
  const at = ids.indexOf(id)
  return ids[at + 1] ?? ids[at - 1] ?? null
}

function idsWaiting(): readonly string[] {
  return liveWaiting(useAnnotations.getState()).map(({ annotation }) => annotation.id)
}

function focusPage(): void {
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}
