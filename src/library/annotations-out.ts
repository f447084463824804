import { type CsvReport, toAnnotationsCsv } from '../core/export/annotations-csv.ts'
import type { AnnotationFormat } from '../core/export/export-choice.ts'
import { toWebAnnotations, writeWebAnnotations } from '../core/export/web-annotation.ts'
import type { Library } from './library.ts'

/**
 * The annotations of some reports as the content of a file, in the order of `ids`. Deleted ones are written where
 * `tombstones` asks for them, never into a table. Rejects where a report cannot be read.
 */
export async function exportAnnotations(
  library: Library,
  ids: readonly string[],
  { format, tombstones }: { readonly format: AnnotationFormat; readonly tombstones: boolean },
): Promise<string> {
  const sources: CsvReport[] = []
  for (const reportId of ids) {
    const { report, text, summary } = await library.openReport(reportId)
    const annotations = await library.allAnnotations(reportId)
    sources.push({ reportId, report, text, textHash: summary.textHash, annotations })
  }
  const { colorNames } = library.state
  if (format === 'csv') return toAnnotationsCsv(sources, colorNames)
  return writeWebAnnotations(toWebAnnotations(sources, { colorNames, tombstones }))
}
