import type { Annotation } from '../core/annotation/annotation.ts'
import type { TakeInOutcome } from '../core/annotation/take-in.ts'
import { placeWebAnnotation, toPlacingText } from '../core/export/place-web-annotation.ts'
import { fromWebAnnotations, type ReadWebAnnotation } from '../core/export/read-web-annotations.ts'
import type { Library } from './library.ts'
import { LibraryError } from './library-error.ts'

/** What became of one annotation of a file. */
export interface ImportedAnnotation {
  /** Where it begins in the file, counted from 1. */
  readonly line: number
  readonly reportId: string
  readonly outcome: TakeInOutcome | 'no-report'
}

/**
 * Takes the annotations of a W3C file in, by id; `now` is ISO 8601. All of the file is read and placed before the first
 * is stored, and a file with anything wrong in it is refused whole: rejects with a `LibraryError` that names the line.
 * Annotations of reports that the library does not have are told, and no hindrance to the others.
 */
export async function importAnnotations(
  library: Library,
  file: string,
  now: string,
): Promise<readonly ImportedAnnotation[]> {
  const read = fromWebAnnotations(file)
  if (!read.ok) throw new LibraryError(read.problem.message)
  const known = new Set(library.state.reports.map(({ id }) => id))
  const placed: { reportId: string; lines: readonly number[]; annotations: readonly Annotation[] }[] = []
  const outcomes: ImportedAnnotation[] = []
  for (const [reportId, items] of groupByReport(read.value)) {
    const lines = items.map(({ line }) => line)
    if (known.has(reportId)) placed.push({ reportId, lines, annotations: await place(library, reportId, items, now) })
    else outcomes.push(...lines.map((line) => ({ line, reportId, outcome: 'no-report' as const })))
  }
  for (const [index, { reportId, lines, annotations }] of placed.entries()) {
    const taken = await library.takeInAnnotations(reportId, annotations).catch((error: unknown) => {
      if (index === 0) throw error
      throw new LibraryError(
        `已导入前 ${index} 份报告的批注，其余没有导入：${error instanceof Error ? error.message : String(error)} 解决以后再导入一次同一个文件，已有的不会重复。`,
      )
    })
    outcomes.push(...taken.map((outcome, at) => ({ line: lines[at] ?? 1, reportId, outcome })))
  }
  return outcomes.sort((a, b) => a.line - b.line)
}

function groupByReport(items: readonly ReadWebAnnotation[]): Map<string, ReadWebAnnotation[]> {
  const groups = new Map<string, ReadWebAnnotation[]>()
  for (const item of items) {
    const reportId = item.annotation.target.source
    const group = groups.get(reportId)
    if (group) group.push(item)
    else groups.set(reportId, [item])
  }
  return groups
}

async function place(
  library: Library,
  reportId: string,
  items: readonly ReadWebAnnotation[],
  now: string,
): Promise<readonly Annotation[]> {
  const { text, report, summary } = await library.openReport(reportId)
  const source = toPlacingText({ text, textHash: summary.textHash, outline: report.outline })
  return items.map(({ line, annotation }) => {
    const placed = placeWebAnnotation(annotation, source, now)
    if (placed.ok) return placed.value
    throw new LibraryError(`第 ${line} 行的批注${placed.problem.message}。没有导入任何内容，请改正后再试。`)
  })
}
