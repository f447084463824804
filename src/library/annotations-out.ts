import { type CsvReport, toAnnotationsCsv } from '../core/export/annotations-csv.ts'
import { toWebAnnotations, writeWebAnnotations } from '../core/export/web-annotation.ts'
import type { Library } from './library.ts'

/** Forms in which annotations leave the library: W3C Web Annotations, which come back without loss, or a table. */
export const ANNOTATION_FORMATS = ['w3c', 'csv'] as const

export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number]

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
