import type { BrowserWindow } from 'electron'
import { ExportSession } from '../library/exports/export-session.ts'
import type { Library } from '../library/library.ts'
import type { TemplateRenderer } from '../library/templates/template-renderer.ts'
import { sendEvent } from './ipc.ts'

/** The exports of each window. */
export class ExportSessions {
  readonly #library: Library
  readonly #startRenderer: () => TemplateRenderer
  readonly #sessions = new Map<BrowserWindow, ExportSession>()

  constructor(library: Library, startRenderer: () => TemplateRenderer) {
    this.#library = library
    this.#startRenderer = startRenderer
  }

  /** The one of a window, which ends with it. */
  of(window: BrowserWindow): ExportSession {
    const known = this.#sessions.get(window)
    if (known) return known
    const session = new ExportSession({
      library: this.#library,
      startRenderer: this.#startRenderer,
      now: () => new Date().toISOString(),
      onProgress: (progress) => sendEvent(window, 'export:progress', progress),
    })
    this.#sessions.set(window, session)
    window.once('closed', () => {
      this.#sessions.delete(window)
      void session.stop()
    })
    return session
  }

  /** Stops all exports and their threads. */
  async stop(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.stop()))
  }
}
