import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog } from 'electron'
import { exportFileName } from '../../core/export/export-file-name.ts'
import { exportReport } from '../../library/export-report.ts'
import { writeAtomically } from '../../library/synced-write.ts'
import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'

/** What is the same for every PDF. The page's own style sheet may choose another paper. */
const PDF_OPTIONS = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

export function registerExportHandlers({ library, texts }: ReadingRoom): void {
  handle('export:markdown', async ([id], window) => {
    const { report } = await library.openReport(id)
    const path = await askWhere(window, texts().exportMarkdown, exportFileName(report), 'Markdown', 'md')
    if (path === null) return { savedAs: null }
    // What was marked while the dialog stood open belongs in the file too.
    const opened = await library.openReport(id)
    await writeAtomically(path, exportReport(opened, new Date().toISOString(), library.state.colorNames))
    return { savedAs: path }
  })

  handle('export:pdf', async ([id], window) => {
    const { report } = await library.openReport(id)
    const path = await askWhere(window, texts().exportPdf, exportFileName(report, 'pdf'), 'PDF', 'pdf')
    if (path === null) return { savedAs: null }
    await writeAtomically(path, await window.webContents.printToPDF(PDF_OPTIONS))
    return { savedAs: path }
  })

  handle('clipboard:write', ([text]) => {
    clipboard.writeText(text)
    return null
  })
}

/** Asks where a file is to be saved; null when the reader thinks better of it. */
async function askWhere(
  window: BrowserWindow,
  title: string,
  fileName: string,
  format: string,
  extension: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: format, extensions: [extension] }],
  })
  return canceled || !filePath ? null : filePath
}
