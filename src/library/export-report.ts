import type { ColorId } from '../core/annotation/annotation.ts'
import type { ExportInput } from '../core/export/export-model.ts'
import { exportMarkdown } from '../core/export/markdown.ts'
import type { OpenedReport } from '../core/library-view.ts'

/** A report's highlights and notes as a Markdown file's content. `exported` is the time, ISO 8601. */
export function exportReport(
  opened: OpenedReport,
  exported: string,
  colorNames: Readonly<Record<ColorId, string>>,
): string {
  return exportMarkdown(toExportInput(opened, { exported, colorNames }))
}

/** What an export of a report is made of. */
export function toExportInput(
  { summary, text, report, annotations, waiting }: OpenedReport,
  options: Pick<ExportInput, 'exported' | 'colorNames' | 'scope' | 'citation'>,
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
