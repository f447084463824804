import type { ReportSummary } from '../../core/library-view.ts'
import { nameOf } from './library-store.ts'

const IN_REPORT = /^reports[\\/]([0-9a-f]{16})(?:[\\/](.*))?$/

/** A path inside the library as the reader knows it: the folder of a report goes by the report's name. */
export function describePath(path: string, reports: readonly ReportSummary[]): string {
  const [, id, file] = IN_REPORT.exec(path) ?? []
  const report = reports.find((each) => each.id === id)
  if (!report) return path
  return file === undefined ? nameOf(report) : `${nameOf(report)} · ${file}`
}
