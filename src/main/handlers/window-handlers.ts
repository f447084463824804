import { BrowserWindow } from 'electron'
import { handle } from '../ipc.ts'
import { closeIfSaved, markListening } from '../reader-window.ts'

/** `onReady` is called each time a window's page has loaded and listens. */
export function registerWindowHandlers(onReady: (window: BrowserWindow) => void): void {
  handle('window:ready', (_args, event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window) return null
    markListening(window)
    onReady(window)
    return null
  })

  handle('window:flushed', ([saved], event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window) void closeIfSaved(window, saved)
    return null
  })
}
