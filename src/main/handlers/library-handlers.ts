import { basename, join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { ImportOutcome } from '../../core/library-view.ts'
import { IMPORTABLE_EXTENSIONS } from '../../library/importers/importer-for.ts'
import type { Library } from '../../library/library.ts'
import { handle } from '../ipc.ts'

/** Name under which the bundled sample appears in the library. */
const SAMPLE_NAME = '示例：2025年云汀市政府工作报告.txt'

export function registerLibraryHandlers(library: Library): void {
  handle('library:state', () => library.state)

  handle('library:choose-files', async (_args, event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    return window ? chooseFiles(library, window) : []
  })

  handle('library:import-sample', () =>
    library.importFile(join(app.getAppPath(), 'resources', 'sample-report.txt'), SAMPLE_NAME),
  )
}

/** Asks which files to open and imports them. An empty list when the reader thinks better of it. */
export async function chooseFiles(library: Library, window: BrowserWindow): Promise<ImportOutcome[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '打开报告',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: '报告（txt、md）', extensions: [...IMPORTABLE_EXTENSIONS] },
      { name: '所有文件', extensions: ['*'] },
    ],
  })
  return canceled ? [] : importFiles(library, filePaths)
}

/** Imports files one after another; each has its outcome. */
export async function importFiles(library: Library, paths: readonly string[]): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  for (const path of paths) outcomes.push(await library.importFile(path, basename(path)))
  return outcomes
}
