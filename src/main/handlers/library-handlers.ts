import { join } from 'node:path'
import { app } from 'electron'
import type { Imports } from '../imports.ts'
import { handle } from '../ipc.ts'
import { isNews } from '../library-changes.ts'
import type { ReadingRoom } from '../reading-room.ts'
import { reportMover } from '../report-mover.ts'

/** Name under which the bundled sample appears in the library. */
const SAMPLE_NAME = '示例：2025年云汀市政府工作报告.txt'

export function registerLibraryHandlers(
  { library, windows, libraryChanged, termsChanged }: ReadingRoom,
  imports: Imports,
): void {
  const change = reportMover({ windows, libraryChanged })

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
    const before = library.state
    const terms = JSON.stringify([library.readerTerms(), library.readerTermConflicts()])
    await library.refresh()
    if (isNews(before, library.state)) libraryChanged()
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
