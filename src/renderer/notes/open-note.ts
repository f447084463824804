import { showTab } from '../reader/reader-store.ts'
import { useAnnotations } from './annotation-store.ts'

/** Shows an annotation in the sidebar. */
export function openNote(id: string): void {
  showTab('notes')
  useAnnotations.setState({ active: id })
}

/** Opens an annotation's note for writing. */
export function writeNote(id: string): void {
  showTab('notes')
  useAnnotations.setState({ active: id, editing: id })
}
