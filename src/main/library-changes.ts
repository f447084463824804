import type { LibraryState } from '../core/library-view.ts'

/** Whether there is something in a library's state for windows to show that they do not show yet. */
export function isNews(before: LibraryState, now: LibraryState): boolean {
  return (
    now.reports.length !== before.reports.length ||
    // The list keeps what it says of a report as long as that is so.
    now.reports.some((summary, index) => summary !== before.reports[index]) ||
    now.notices.length !== before.notices.length ||
    JSON.stringify(now.colorNames) !== JSON.stringify(before.colorNames)
  )
}
