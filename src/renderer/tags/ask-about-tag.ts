import { openDialog } from '../interface/dialog-store.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'

/** Asks for a tag's new name, or whether it is to go; not where nothing can be changed. */
export function askAboutTag(kind: 'rename-tag' | 'delete-tag', tag: string): void {
  if (!refuseIfReadOnly()) openDialog({ kind, tag })
}
