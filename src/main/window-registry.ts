/**
 * Which window shows which report. A report is shown by one window at most, so that its marks have one place where they
 * are edited.
 */
export class WindowRegistry<Window extends object> {
  readonly #reports = new Map<Window, string>()

  /** The window that shows a report; null where none does. */
  windowOf(reportId: string): Window | null {
    for (const [window, shown] of this.#reports) if (shown === reportId) return window
    return null
  }

  /** The report that a window shows; null where it shows none. */
  reportOf(window: Window): string | null {
    return this.#reports.get(window) ?? null
  }

  /** Whether one of the reports is shown by another window than this one. */
  isShownElsewhere(reportIds: readonly string[], window: Window): boolean {
    return reportIds.some((id) => {
      const shownBy = this.windowOf(id)
      return shownBy !== null && shownBy !== window
    })
  }

  /**
   * Says that a window shows a report, and no longer the one before. False where another window shows it: then nothing
   * changes.
   */
  claim(window: Window, reportId: string): boolean {
    if (this.isShownElsewhere([reportId], window)) return false
    this.#reports.set(window, reportId)
    return true
  }

  /** Says that a window shows no report any more, or is gone. */
  release(window: Window): void {
    this.#reports.delete(window)
  }

  /** Says that no window shows these reports any more. */
  releaseReports(reportIds: readonly string[]): void {
    for (const [window, shown] of this.#reports) if (reportIds.includes(shown)) this.#reports.delete(window)
  }
}
