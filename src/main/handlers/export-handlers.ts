import { basename } from 'node:path'
import { clipboard } from 'electron'
import { exportFileName } from '../../core/export/export-file-name.ts'
import { toExportModel } from '../../core/export/export-model.ts'
import { WHOLE_REPORT } from '../../core/export/scope.ts'
import { writeNamedFile } from '../../library/exports/write-named-file.ts'
import { gatherExport } from '../../library/gather-export.ts'
import { findTemplate, listTemplates } from '../../library/templates/template-files.ts'
import type { ExportSessions } from '../export-sessions.ts'
import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'
import { askFile, askFolder, askWhere } from '../save-dialogs.ts'

/** What is the same for every PDF. The page's own style sheet may choose another paper. */
const PDF_OPTIONS = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

const MARKDOWN = { format: 'Markdown', extensions: ['md'] } as const

export function registerExportHandlers({ library, settings, texts }: ReadingRoom, sessions: ExportSessions): void {
  const { folder } = library.state

  handle('template:list', () => listTemplates(folder))

  handle('template:read', async ([name]) => (await findTemplate(folder, name)).source)

  handle('template:save', async ([draft]) => {
    await library.saveTemplate(draft)
    return null
  })

  handle('export:survey', ([request], window) => sessions.of(window).survey(request))

  handle('export:preview', ([{ request, reportId, source }], window) =>
    sessions.of(window).preview(request, reportId, source),
  )

  handle('export:begin', async ([request, deletedAs], window) => {
    const [only, ...more] = request.reports
    if (only === undefined) return null
    if (more.length > 0) {
      const into = await askFolder(window, texts().exportFolder, texts().exportHere)
      return into === null ? null : sessions.of(window).begin(request, { folder: into }, deletedAs)
    }
    const { report } = await library.openReport(only)
    const file = await askWhere(window, { title: texts().exportNotes, ...MARKDOWN }, exportFileName(report))
    return file === null ? null : sessions.of(window).begin(request, { file }, deletedAs)
  })

  handle('export:update', async ([request, deletedAs], window) => {
    const file = await askFile(window, { title: texts().updateExported, ...MARKDOWN })
    return file === null ? null : sessions.of(window).beginUpdate(request, file, deletedAs)
  })

  handle('export:review', ([deletedAs], window) => sessions.of(window).review(deletedAs))

  handle('export:write', (_args, window) => sessions.of(window).write())

  handle('export:stop', async (_args, window) => {
    await sessions.of(window).stop()
    return null
  })

  handle('export:pdf', async ([id], window) => {
    const { report } = await library.openReport(id)
    const kind = { title: texts().exportPdf, format: 'PDF', extensions: ['pdf'] }
    const path = await askWhere(window, kind, exportFileName(report, 'pdf'))
    if (path === null) return { savedAs: null }
    const name = basename(path)
    await writeNamedFile(path, await window.webContents.printToPDF(PDF_OPTIONS), name)
    return { savedAs: name }
  })

  handle('export:docx', async ([id], window) => {
    const { report } = await library.openReport(id)
    const kind = { title: texts().exportNotes, format: 'Word', extensions: ['docx'] }
    const path = await askWhere(window, kind, exportFileName(report, 'docx'))
    if (path === null) return { savedAs: null }
    const name = basename(path)
    const { cite, edition } = settings.settings.export
    // A paper wants the reference, whatever was chosen for notes.
    const citation = { author: cite === 'none' ? 'government' : cite, edition } as const
    const exported = new Date().toISOString()
    const input = await gatherExport(library, id, { exported, scope: WHOLE_REPORT, citation, withTerms: true })
    // A megabyte that no other export needs.
    const { toNotesDocument } = await import('../../library/exports/notes-document.ts')
    await writeNamedFile(path, await toNotesDocument(toExportModel(input)), name)
    return { savedAs: name }
  })

  handle('clipboard:write', ([text]) => {
    clipboard.writeText(text)
    return null
  })
}
