import type { MeipiLink } from '../core/export/meipi-link.ts'
import type { Problem } from '../core/result.ts'
import type { Incoming } from './incoming.ts'
import { resolveLink } from './resolve-link.ts'
import type { WindowRegistry } from './window-registry.ts'

export interface ArrivalsOptions<Window extends object> {
  readonly incoming: Incoming
  readonly windows: {
    readonly current: Window | null
    readonly registry: WindowRegistry<Window>
    readonly bringToFront: (window: Window) => void
  }
  /** The reports that the library has now. */
  readonly reports: () => readonly { readonly id: string }[]
  /** Resolves when that list was checked against the disk; until then a report may be missing from it. */
  readonly listChecked: () => Promise<void>
  /** Whether a window's page is there and hears what it is told. */
  readonly isListening: (window: Window) => boolean
  /** Imports files for a window, which opens the last of them. */
  readonly importFiles: (window: Window, files: readonly string[]) => Promise<void>
  readonly openLink: (window: Window, link: MeipiLink) => void
  readonly refuseLink: (window: Window, problem: Problem) => void
}

/** Brings what comes in from outside to the window where it belongs. */
export class Arrivals<Window extends object> {
  readonly #options: ArrivalsOptions<Window>

  constructor(options: ArrivalsOptions<Window>) {
    this.#options = options
  }

  /** Something came in while the app runs: a window comes to the front for it. */
  async receive(): Promise<void> {
    const { incoming, windows, isListening } = this.#options
    const { files, link } = incoming
    // A link alone goes to the window that has its report, and leaves the others where they are.
    const window = (files.length === 0 && link !== null && this.#windowShowing(link)) || windows.current
    if (window === null) return
    windows.bringToFront(window)
    // A window whose page is not there yet takes it when it is.
    if (isListening(window)) await this.takeInto(window)
  }

  /** Takes what is there into a window whose page listens. Files come first: the link may lead into one of them. */
  async takeInto(window: Window): Promise<void> {
    const { files, link } = this.#options.incoming.take()
    if (files.length > 0) await this.#options.importFiles(window, files)
    if (link !== null) await this.#follow(window, link)
  }

  async #follow(window: Window, written: string): Promise<void> {
    const { incoming, windows, reports, listChecked, isListening, openLink, refuseLink } = this.#options
    if (resolveLink(written, reports()).link === null) await listChecked()
    const target = resolveLink(written, reports())
    if (target.link === null) {
      refuseLink(window, target.problem)
      return
    }
    const shownBy = this.#windowShowing(written) ?? window
    if (shownBy !== window) windows.bringToFront(shownBy)
    if (isListening(shownBy)) openLink(shownBy, target.link)
    else incoming.add({ files: [], link: written })
  }

  #windowShowing(written: string): Window | null {
    const { reports, windows } = this.#options
    const { link } = resolveLink(written, reports())
    return link && windows.registry.windowOf(link.reportId)
  }
}
