import type { BrowserWindow } from 'electron'
import type { OpenedReport } from '../../core/library-view.ts'
import { handle } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'
import { withOpened } from '../recent-reports.ts'

export function registerReportHandlers(room: ReadingRoom): void {
  const { library, libraryChanged, tellNotices } = room

  handle('report:open', ([id], window) => openIn(room, window, id))

  handle('report:refresh', async ([id]) => {
    const { summary, corrections, annotations, waiting, conflicts } = await library.openReport(id)
    tellNotices()
    return { summary, corrections, annotations, waiting, conflicts }
  })

  handle('report:save-place', async ([id, offset, progress]) => {
    await library.saveReadingPlace(id, offset, progress)
    return null
  })

  handle('report:correct', async ([id, corrections]) => {
    const corrected = await library.correctReport(id, corrections)
    libraryChanged()
    return corrected
  })

  handle('annotation:deleted', async ([id]) =>
    (await library.allAnnotations(id))
      .filter(({ deleted }) => deleted)
      .sort((a, b) => (a.modified < b.modified ? 1 : -1)),
  )

  handle('annotation:change', async ([id, change]) => {
    const changed = await library.changeAnnotation(id, change)
    // Windows count and offer the tags of all reports.
    if (change.act === 'edit' && change.tags !== undefined) libraryChanged()
    tellNotices()
    return changed
  })
}

/** Opens a report for a window; where another window has it, that one comes to the front and the answer is null. */
async function openIn(
  { library, machine, windows, refreshMenu, tellNotices }: ReadingRoom,
  window: BrowserWindow,
  id: string,
): Promise<OpenedReport | null> {
  const { registry } = windows
  const before = registry.reportOf(window)
  if (!registry.claim(window, id)) {
    windows.show(id)
    return null
  }
  try {
    const opened = await library.openReport(id)
    machine.change({ lastReport: id, recent: withOpened(machine.record.recent, id) })
    refreshMenu()
    tellNotices()
    return opened
  } catch (error) {
    // The window still shows what it showed, unless it has gone on to something else meanwhile.
    if (registry.reportOf(window) === id) {
      registry.release(window)
      if (before !== null && before !== id) registry.claim(window, before)
    }
    throw error
  }
}
