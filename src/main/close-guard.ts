import { type BrowserWindow, dialog } from 'electron'
import { sendEvent } from './ipc.ts'
import type { Texts } from './texts.ts'

/** How long a closing window may take to write what is not written yet, in milliseconds; then the reader is asked. */
const FLUSH_LIMIT = 5000

/**
 * Closes a window after its page has written what the reader typed last. Each window is asked for itself: quitting
 * closes all, and one that the reader keeps open keeps the app running.
 */
export class CloseGuard {
  readonly #texts: () => Texts
  /** Windows whose page listens, whose page has nothing left to write, and whose reader is being asked. */
  readonly #listening = new WeakSet<BrowserWindow>()
  readonly #flushed = new WeakSet<BrowserWindow>()
  readonly #asking = new WeakSet<BrowserWindow>()
  readonly #waiting = new WeakMap<BrowserWindow, ReturnType<typeof setTimeout>>()

  constructor(texts: () => Texts) {
    this.#texts = texts
  }

  watch(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (!this.#listening.has(window) || this.#flushed.has(window) || window.webContents.isCrashed()) return
      event.preventDefault()
      if (!this.#asking.has(window)) this.#flush(window)
    })
  }

  /** Says that a window's page has loaded and answers events. */
  markListening(window: BrowserWindow): void {
    this.#listening.add(window)
  }

  isListening(window: BrowserWindow): boolean {
    return this.#listening.has(window)
  }

  /** Closes a window whose page has nothing left to write; asks first where something could not be saved. */
  async closeIfSaved(window: BrowserWindow, saved: boolean): Promise<void> {
    clearTimeout(this.#waiting.get(window))
    if (window.isDestroyed() || this.#asking.has(window)) return
    const answer = saved ? 'close' : await this.#ask(window)
    if (window.isDestroyed()) return
    if (answer === 'retry') this.#flush(window)
    if (answer !== 'close') return
    this.#flushed.add(window)
    window.close()
  }

  #flush(window: BrowserWindow): void {
    sendEvent(window, 'window:flush', null)
    clearTimeout(this.#waiting.get(window))
    this.#waiting.set(
      window,
      setTimeout(() => void this.closeIfSaved(window, false), FLUSH_LIMIT),
    )
  }

  async #ask(window: BrowserWindow): Promise<'retry' | 'close' | 'stay'> {
    const { message, detail, retry, closeAnyway, cancel } = this.#texts().notSaved
    this.#asking.add(window)
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message,
        detail,
        buttons: [retry, closeAnyway, cancel],
        defaultId: 0,
        cancelId: 2,
      })
      return response === 0 ? 'retry' : response === 1 ? 'close' : 'stay'
    } finally {
      this.#asking.delete(window)
    }
  }
}
