import type { BrowserWindow } from 'electron'
import type { TagOutcome } from '../../core/library-view.ts'
import type { TagRun } from '../../library/library-tags.ts'
import { handle, sendEvent } from '../ipc.ts'
import type { ReadingRoom } from '../reading-room.ts'

export function registerTagHandlers({ library, windows, libraryChanged }: ReadingRoom): void {
  /** How often a window has cancelled: a change stops when that is no longer what it was at its beginning. */
  const cancels = new WeakMap<BrowserWindow, number>()

  /** Goes through the reports for a window, which is told how far that is; each window hears of the report that it shows. */
  async function follow(window: BrowserWindow, act: (run: TagRun) => Promise<TagOutcome>): Promise<TagOutcome> {
    const before = cancels.get(window)
    try {
      return await act({
        onProgress: (progress) => sendEvent(window, 'tags:progress', progress),
        onEdited: (reportId) => windows.tellReportChanged(reportId),
        isCancelled: () => window.isDestroyed() || cancels.get(window) !== before,
      })
    } finally {
      sendEvent(window, 'tags:progress', null)
      libraryChanged()
    }
  }

  handle('tags:change', ([change], window) => follow(window, (run) => library.tags.change(change, run)))

  handle('tags:take-back', ([edits], window) => follow(window, (run) => library.tags.takeBack(edits, run)))

  handle('tags:cancel', (_args, window) => {
    cancels.set(window, (cancels.get(window) ?? 0) + 1)
    return null
  })

  handle('report:set-tags', async ([id, tags]) => {
    const stored = await library.tags.setOwn(id, tags)
    libraryChanged()
    return stored
  })
}
