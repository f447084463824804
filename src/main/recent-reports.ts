import { describeReport } from '../core/export/export-file-name.ts'
import type { ReportSummary } from '../core/library-view.ts'

/** Reports that the menu of those read last offers. */
export const MOST_RECENT = 10

/** The list of ids with one that was opened now: that one first, each once, `MOST_RECENT` at most. */
export function withOpened(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((each) => each !== id)].slice(0, MOST_RECENT)
}

/** A report in the menu of those read last. */
export interface RecentReport {
  readonly id: string
  readonly name: string
}

/** The reports of a list of ids that the library has, by name; those that are gone are left out. */
export function recentReports(recent: readonly string[], reports: readonly ReportSummary[]): readonly RecentReport[] {
  const known = new Map(reports.map((report) => [report.id, report]))
  return recent.flatMap((id) => {
    const report = known.get(id)
    return report ? [{ id, name: report.title === null ? report.file : describeReport(report) }] : []
  })
}
