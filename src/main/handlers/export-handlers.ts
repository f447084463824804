import { join } from 'node:path'
import { app, BrowserWindow, clipboard, dialog } from 'electron'
import { exportFileName } from '../../core/export/export-file-name.ts'
import { exportReport } from '../../library/export-report.ts'
import type { Library } from '../../library/library.ts'
import { writeAtomically } from '../../library/synced-write.ts'
import { handle } from '../ipc.ts'

export function registerExportHandlers(library: Library): void {
  handle('export:markdown', async ([id], event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window) return { savedAs: null }
    const opened = await library.openReport(id)
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: '导出 Markdown',
      defaultPath: join(app.getPath('documents'), exportFileName(opened.report)),
      filters: [{ name: 'Markdown', extensions: ['md'] }],
    })
    if (canceled || !filePath) return { savedAs: null }
    // What was marked while the dialog stood open belongs in the file too.
    await writeAtomically(filePath, exportReport(await library.openReport(id), new Date().toISOString()))
    return { savedAs: filePath }
  })

  handle('clipboard:write', ([text]) => {
    clipboard.writeText(text)
    return null
  })
}
