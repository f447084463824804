import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { EditionChoice } from '../../core/ipc-contract.ts'
import type { EditionSource } from '../../library/edition.ts'
import { IMPORTABLE_EXTENSIONS } from '../../library/importers/importer-for.ts'
import { loadFile } from '../../library/report-reader.ts'
import { handle } from '../ipc.ts'
import { ReaderProblem } from '../reader-problem.ts'
import type { ReadingRoom } from '../reading-room.ts'
import { reportMover } from '../report-mover.ts'

/** Another edition of a report takes the place of its text. */
export function registerEditionHandlers({ library, windows, libraryChanged, texts }: ReadingRoom): void {
  const move = reportMover({ windows, libraryChanged })
  /** What each window chose last, as it was then: what the reader saw beforehand is what takes the place. */
  const chosen = new WeakMap<BrowserWindow, { readonly file: string; readonly bytes: Uint8Array }>()

  const sourceOf = (choice: EditionChoice, window: BrowserWindow): EditionSource => {
    if (choice.from === 'report') return { reportId: choice.reportId }
    const file = chosen.get(window)
    if (!file) throw new ReaderProblem('no-file', '还没有选择文件。请先选择新版本的文件。')
    return file
  }

  handle('edition:choose-file', async (_args, window) => {
    const { reports, allFiles } = texts().chooseFiles
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: texts().chooseEdition,
      properties: ['openFile'],
      filters: [
        { name: reports(IMPORTABLE_EXTENSIONS), extensions: [...IMPORTABLE_EXTENSIONS] },
        { name: allFiles, extensions: ['*'] },
      ],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return null
    const file = basename(path)
    chosen.set(window, { file, bytes: await loadFile(path) })
    return file
  })

  handle('edition:preview', ([id, choice], window) => library.previewText(id, sourceOf(choice, window)))

  handle('edition:replace', ([id, choice], window) => {
    const source = sourceOf(choice, window)
    const ids = choice.from === 'report' ? [id, choice.reportId] : [id]
    return move(window, ids, () => library.replaceText(id, source))
  })

  handle('edition:put-back', ([id], window) => move(window, [id], () => library.putBackText(id)))
}
