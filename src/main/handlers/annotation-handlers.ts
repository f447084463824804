import { basename } from 'node:path'
import type { AnnotationFormat } from '../../core/export/export-choice.ts'
import { exportFileName } from '../../core/export/export-file-name.ts'
import type { AnnotationImport } from '../../core/export/export-view.ts'
import { type ImportedAnnotation, importAnnotations } from '../../library/annotations-in.ts'
import { exportAnnotations } from '../../library/annotations-out.ts'
import { readAnnotationFile } from '../../library/exports/read-annotation-file.ts'
import { withAnnotations } from '../../library/exports/survey-export.ts'
import { writeNamedFile } from '../../library/exports/write-named-file.ts'
import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'
import { askFile, askWhere } from '../save-dialogs.ts'

const KINDS: Readonly<Record<AnnotationFormat, { readonly format: string; readonly extensions: readonly string[] }>> = {
  w3c: { format: 'W3C Web Annotation', extensions: ['jsonld', 'json'] },
  csv: { format: 'CSV', extensions: ['csv'] },
}

/** Lines that were not taken are told one by one up to so many. */
const MOST_TOLD = 200

/** What became of an import, as the reader is told. */
function describeImport(file: string, outcomes: readonly ImportedAnnotation[]): AnnotationImport {
  const counts = { added: 0, updated: 0, same: 0, older: 0, deleted: 0, conflict: 0, 'no-report': 0 }
  for (const { outcome } of outcomes) counts[outcome] += 1
  const left = outcomes.filter(({ outcome }) => outcome === 'conflict' || outcome === 'no-report')
  return { file, counts, left: left.slice(0, MOST_TOLD) }
}

export function registerAnnotationHandlers({ library, windows, texts, libraryChanged }: ReadingRoom): void {
  handle('export:annotations', async ([format, chosen], window) => {
    const kind = { title: texts().exportAnnotations, ...KINDS[format] }
    const [extension = 'json'] = kind.extensions
    const [only, ...more] = chosen
    const name =
      only !== undefined && more.length === 0
        ? exportFileName((await library.openReport(only)).report, extension)
        : `${texts().annotationsFile}.${extension}`
    const path = await askWhere(window, kind, name)
    if (path === null) return null
    const content = await exportAnnotations(library, withAnnotations(library, chosen), { format, tombstones: false })
    await writeNamedFile(path, content, basename(path))
    return basename(path)
  })

  handle('annotation:import', async (_args, window) => {
    const kind = { title: texts().importAnnotations, ...KINDS.w3c }
    const path = await askFile(window, kind)
    if (path === null) return null
    const file = await readAnnotationFile(path)
    const outcomes = await importAnnotations(library, file, new Date().toISOString()).catch((error: unknown) => {
      // Some of it may have come in.
      libraryChanged()
      throw error
    })
    const changed = outcomes.filter(({ outcome }) => ['added', 'updated', 'conflict'].includes(outcome))
    const reports = [...new Set(changed.map(({ reportId }) => reportId))]
    if (reports.length > 0) {
      libraryChanged()
      for (const reportId of reports) windows.tellReportChanged(reportId)
    }
    return describeImport(basename(path), outcomes)
  })
}
