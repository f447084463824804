import { BrowserWindow, dialog } from 'electron'
import { sendEvent } from './ipc.ts'
import { PAGE_URL } from './trusted-frame.ts'

/** How long a closing window may take to write what is not written yet, in milliseconds; then the reader is asked. */
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
const waiting = new WeakMap<BrowserWindow, ReturnType<typeof setTimeout>>()

/** Says that a window's page has loaded and answers events. */
export function markListening(window: BrowserWindow): void {
  listening.add(window)
}

/** A window closes after its page has written what the reader typed last. */
function flushBeforeClose(window: BrowserWindow): void {
  window.on('close', (event) => {
    if (!listening.has(window) || flushed.has(window) || window.webContents.isCrashed()) return
    event.preventDefault()
    flush(window)
  })
}

function flush(window: BrowserWindow): void {
  sendEvent(window, 'window:flush', null)
  clearTimeout(waiting.get(window))
  waiting.set(
    window,
    setTimeout(() => void closeIfSaved(window, false), FLUSH_LIMIT),
  )
}

/** Closes a window whose page has nothing left to write; asks first where something could not be saved. */
export async function closeIfSaved(window: BrowserWindow, saved: boolean): Promise<void> {
  clearTimeout(waiting.get(window))
  if (window.isDestroyed()) return
  if (!saved) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: '有划线或批注还没有存上。',
      detail: '现在关闭会失去它们。请检查磁盘空间和文件夹权限，然后重试。',
      buttons: ['重试', '仍然关闭', '取消'],
      defaultId: 0,
      cancelId: 2,
    })
    if (response === 0) flush(window)
    if (response !== 1) return
  }
  flushed.add(window)
  if (!window.isDestroyed()) window.close()
}
