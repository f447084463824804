import { showTab } from '../reader/reader-store.ts'
import { useAnnotations } from './annotation-store.ts'

/** Shows an annotation in the sidebar. */
export function openNote(id: string): void {
  showTab('notes')
  useAnnotations.setState({ active: id })
}

/** Opens an annotation for writing: its note, or its tags. */
export function writeNote(id: string, part: 'note' | 'tags' = 'note'): void {
  showTab('notes')
  useAnnotations.setState({ active: id, editing: { id, part } })
}

/** Puts the pen down: back to the page. */
export function stopWriting(): void {
  useAnnotations.setState({ editing: null })
  document.querySelector('main')?.focus({ preventScroll: true })
}
