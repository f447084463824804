import { endTagFilter, showNotes } from '../tags/tag-view-store.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { useAnnotations } from './annotation-store.ts'

/** Shows an annotation in the sidebar. */
export function openNote(id: string): void {
  showNotes()
  // It is to be seen, whatever its tags.
  endTagFilter()
  useAnnotations.setState({ active: id })
}

/** Shows one of several annotations that lie over each other: the first, or the one after that which is shown. */
export function openNextNote(ids: readonly string[]): void {
  const active = useAnnotations.getState().active
  const next = ids[(ids.indexOf(active ?? '') + 1) % ids.length]
  if (next !== undefined) openNote(next)
}

let sessions = 0

/** Opens an annotation for writing: its note, or its tags. */
export function writeNote(id: string, part: 'note' | 'tags' = 'note'): void {
  if (refuseIfReadOnly()) return
  showNotes()
  sessions += 1
  useAnnotations.setState({ active: id, editing: { id, part, session: sessions } })
}

/** The time of writing whose box has had the keyboard. */
let begun = 0

/** Whether a box is to take the keyboard: when the writing begins, not when its tab is shown again. */
export function beginsWriting(session: number): boolean {
  const begins = session !== begun
  begun = session
  return begins
}

/** Puts the pen down: back to the page. */
export function stopWriting(): void {
  useAnnotations.setState({ editing: null })
  document.querySelector('main')?.focus({ preventScroll: true })
}
