import { create } from 'zustand'
import { showTab } from '../interface/layout-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { openReport } from '../reader/reader-store.ts'

/** What the panel of notes shows: the notes, the tags of the open report, or those of all reports. */
export const TAG_VIEWS = ['notes', 'report', 'all'] as const

export type TagView = (typeof TAG_VIEWS)[number]

interface TagViewStore {
  readonly view: TagView
  /** The tag whose reports are listed in place of the tree of all tags. */
  readonly at: string | null
  /** The tag that the notes of one report have to have. */
  readonly filter: { readonly reportId: string; readonly path: string } | null
}

/** What of notes and tags is in sight. */
export const useTagView = create<TagViewStore>()(() => ({ view: 'notes', at: null, filter: null }))

export function showTagView(view: TagView): void {
  useTagView.setState({ view, at: null })
}

/** Shows the notes of the open report beside the page. */
export function showNotes(): void {
  showTab('notes')
  showTagView('notes')
}

/** Shows the tree of all tags beside the page. */
export function showAllTags(): void {
  showTab('notes')
  showTagView('all')
}

/** Lists the reports that have a tag. */
export function showReportsWith(path: string): void {
  showTab('notes')
  useTagView.setState({ view: 'all', at: path })
}

/** Shows the notes of a report that have a tag, opening it where another is open. */
export function showNotesWith(reportId: string, path: string): void {
  useTagView.setState({ view: 'notes', filter: { reportId, path } })
  // The one that was looked at before may not be among them.
  useAnnotations.setState({ active: null })
  void openReport(reportId)
}

/** A tag has another name now, or is gone: what is in sight goes with it. `pathAfter` is null for one that is gone. */
export function followTags(pathAfter: (path: string) => string | null): void {
  useTagView.setState(({ at, filter }) => {
    const path = filter && pathAfter(filter.path)
    return { at: at === null ? null : pathAfter(at), filter: filter && path !== null ? { ...filter, path } : null }
  })
}

export function endTagFilter(): void {
  useTagView.setState({ filter: null })
}
