import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { Imports } from '../imports.ts'
import { handle } from '../ipc.ts'
import { ReaderProblem } from '../reader-problem.ts'
import type { ReadingRoom } from '../reading-room.ts'

/** Name under which the bundled sample appears in the library. */
const SAMPLE_NAME = '示例：2025年云汀市政府工作报告.txt'

export function registerLibraryHandlers(
  { library, windows, libraryChanged, termsChanged, tellNotices }: ReadingRoom,
  imports: Imports,
): void {
  const { registry } = windows

  /** Does what ends reports as they are; refused while another window shows one of them. */
  async function change<T>(window: BrowserWindow, reportIds: readonly string[], act: () => Promise<T>): Promise<T> {
    if (registry.isShownElsewhere(reportIds, window))
      throw new ReaderProblem('open-elsewhere', '这份报告正在另一个窗口中打开。请先关闭那个窗口，再试一次。')
    try {
      const done = await act()
      registry.releaseReports(reportIds)
      return done
    } finally {
      // What fails half-way may have changed the list too.
      libraryChanged()
    }
  }

  handle('library:choose-files', (_args, window) => imports.choose(window))

  handle('library:import-dropped', ([files], window) => imports.run(window, files))

  handle('library:cancel-import', (_args, window) => {
    imports.cancel(window)
    return null
  })

  handle('library:import-sample', async () => {
    const outcome = await library.importFile(join(app.getAppPath(), 'resources', 'sample-report.txt'), SAMPLE_NAME)
    libraryChanged()
    return outcome
  })

  handle('library:refresh', async () => {
    const { reports, colorNames } = library.state
    const terms = JSON.stringify([library.readerTerms(), library.readerTermConflicts()])
    await library.refresh()
    const now = library.state
    const isNew =
      now.reports.length !== reports.length || now.reports.some((summary, index) => summary !== reports[index])
    if (isNew || JSON.stringify(now.colorNames) !== JSON.stringify(colorNames)) libraryChanged()
    else tellNotices()
    if (JSON.stringify([library.readerTerms(), library.readerTermConflicts()]) !== terms) termsChanged()
    return null
  })

  handle('library:name-color', async ([color, name]) => {
    await library.nameColor(color, name)
    libraryChanged()
    return null
  })

  handle('library:remove-report', ([id], window) => change(window, [id], () => library.removeReport(id)))

  handle('library:bin', () => library.listBin())

  // A report of the same id that is in the library gives way.
  handle('library:restore-report', ([binId], window) =>
    change(window, [binId.slice(0, 16)], () => library.restoreReport(binId)),
  )

  handle('library:join-reports', ([first, second], window) =>
    change(window, [first, second], () => library.joinReports(first, second)),
  )

  handle('library:split-report', ([id, starts], window) => change(window, [id], () => library.splitReport(id, starts)))
}
