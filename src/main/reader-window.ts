import { BrowserWindow } from 'electron'
import { sendEvent } from './ipc.ts'
import { PAGE_URL } from './trusted-frame.ts'

/** How long a closing window may take to write what is not written yet, in milliseconds. */
const FLUSH_LIMIT = 5000

/** The window in which reports are read. */
export function createReaderWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: '眉批',
    width: 1280,
    height: 800,
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: '#efeae0',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      enableBlinkFeatures: 'CSSTextAutoSpace',
    },
  })
  window.once('ready-to-show', () => window.show())
  flushBeforeClose(window)
  void window.loadURL(PAGE_URL)
  return window
}

/** Windows whose page listens, and windows whose page has nothing left to write. */
const listening = new WeakSet<BrowserWindow>()
const flushed = new WeakSet<BrowserWindow>()

/** Says that a window's page has loaded and answers events. */
export function markListening(window: BrowserWindow): void {
  listening.add(window)
}

/** A window closes after its page has written what the reader typed last, or did not answer in time. */
function flushBeforeClose(window: BrowserWindow): void {
  window.on('close', (event) => {
    if (!listening.has(window) || flushed.has(window) || window.webContents.isCrashed()) return
    event.preventDefault()
    sendEvent(window, 'window:flush', null)
    setTimeout(() => closeFlushed(window), FLUSH_LIMIT).unref()
  })
}

/** Closes a window whose page has nothing left to write. */
export function closeFlushed(window: BrowserWindow): void {
  flushed.add(window)
  if (!window.isDestroyed()) window.close()
}
