import type { ExportInput } from '../core/export/export-model.ts'
import type { OpenedReport } from '../core/library-view.ts'

/** What an export of a report is made of. */
export function toExportInput(
  { summary, text, report, annotations, waiting }: OpenedReport,
  options: Pick<ExportInput, 'exported' | 'colorNames' | 'scope' | 'citation' | 'withTerms'>,
): ExportInput {
  return {
    reportId: summary.id,
    report,
    text,
    textHash: summary.textHash,
    // What waits for its place is the reader's work as well.
    annotations: [...annotations, ...waiting.map(({ annotation }) => annotation)],
    tags: [],
    ...options,
  }
}
