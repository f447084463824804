import type { BrowserWindow } from 'electron'
import type { CloseGuard } from '../close-guard.ts'
import { handle } from '../ipc.ts'
import { ReaderProblem } from '../reader-problem.ts'
import type { ReadingRoom } from '../reading-room.ts'

/** `onReady` is called each time a window's page has loaded and listens. */
export function registerWindowHandlers(
  { library, settings, windows }: ReadingRoom,
  guard: CloseGuard,
  onReady: (window: BrowserWindow) => void,
): void {
  handle('window:state', (_args, window) => {
    // Before anything is painted.
    window.webContents.setZoomFactor(settings.settings.zoom)
    return {
      settings: settings.settings,
      library: library.state,
      reportId: windows.registry.reportOf(window),
    }
  })

  handle('window:ready', (_args, window) => {
    guard.markListening(window)
    onReady(window)
    return null
  })

  handle('window:flushed', ([saved], window) => {
    void guard.closeIfSaved(window, saved)
    return null
  })

  handle('window:open', ([id]) => {
    windows.show(id)
    return null
  })

  handle('window:open-beside', ([id], window) => {
    windows.showBeside(window, id)
    return null
  })

  handle('window:shows', ([id], window) => {
    if (id === null || !windows.registry.claim(window, id)) windows.registry.release(window)
    return null
  })

  handle('window:print', async (_args, window) => {
    await print(window)
    return null
  })
}

/** Shows the system's print dialog; resolves when it is done with, printed or not. Rejects when printing failed. */
function print(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ silent: false }, (printed, reason) => {
      // Chromium spells it both ways.
      if (printed || /cancell?ed/i.test(reason)) resolve()
      else reject(new ReaderProblem('not-printed', '没有打印出来。请检查打印机是否接通，然后重试；也可以先导出 PDF。'))
    })
  })
}
