import { BrowserWindow } from 'electron'
import { sendEvent } from './ipc.ts'
import { PAGE_URL } from './trusted-frame.ts'
import type { Rectangle } from './window-geometry.ts'

/** Size of the first window, in device-independent pixels. */
const FIRST_SIZE = { width: 1280, height: 800 } as const

export interface ReaderWindowOptions {
  /** Path of the preload script. */
  readonly preload: string
  readonly title: string
  /** Null for the middle of the screen, in the size of a first window. */
  readonly bounds: Rectangle | null
  readonly maximized: boolean
  /** What the window shows until its page is painted, `#rrggbb`. */
  readonly backgroundColor: string
}

/** A window in which reports are read. */
export function createReaderWindow(options: ReaderWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    ...(options.bounds ?? FIRST_SIZE),
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: options.backgroundColor,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      enableBlinkFeatures: 'CSSTextAutoSpace',
    },
  })
  window.once('ready-to-show', () => {
    if (options.maximized) window.maximize()
    window.show()
  })
  goBackByMouse(window)
  void window.loadURL(PAGE_URL)
  return window
}

/** The extra buttons of a mouse and the keys of some keyboards go back and forward (Windows and Linux). */
function goBackByMouse(window: BrowserWindow): void {
  window.on('app-command', (_event, command) => {
    if (command === 'browser-backward') sendEvent(window, 'menu:command', 'back')
    if (command === 'browser-forward') sendEvent(window, 'menu:command', 'forward')
  })
}
