import { type BrowserWindow, screen } from 'electron'
import type { IpcEvent, IpcEvents } from '../core/ipc-contract.ts'
import type { CloseGuard } from './close-guard.ts'
import { sendEvent } from './ipc.ts'
import type { MachineState } from './machine-state.ts'
import { createReaderWindow, type ReaderWindowOptions } from './reader-window.ts'
import { cascaded, halves, type Rectangle, restoredBounds } from './window-geometry.ts'
import { WindowRegistry } from './window-registry.ts'

export interface ReaderWindowsOptions {
  readonly machine: MachineState
  readonly guard: CloseGuard
  /** What a window that is made now looks like. */
  readonly look: () => Pick<ReaderWindowOptions, 'preload' | 'title' | 'backgroundColor'>
}

/** The windows in which reports are read, and which report each of them shows. */
export class ReaderWindows {
  readonly registry = new WindowRegistry<BrowserWindow>()
  readonly #options: ReaderWindowsOptions
  /** The one that had the focus last stands last. */
  #windows: readonly BrowserWindow[] = []

  constructor(options: ReaderWindowsOptions) {
    this.#options = options
  }

  /** The window that the reader works in, or worked in last; null where there is none. */
  get current(): BrowserWindow | null {
    return this.#windows.at(-1) ?? null
  }

  /** Makes a window, for a report or for the list. */
  open(reportId: string | null): BrowserWindow {
    const { machine, guard, look } = this.#options
    const before = this.current
    const window = createReaderWindow({
      ...look(),
      bounds: before ? cascadedFrom(before) : restored(machine.record.bounds),
      maximized: before === null && machine.record.maximized,
    })
    this.#windows = [...this.#windows, window]
    if (reportId !== null) this.registry.claim(window, reportId)
    window.on('focus', () => this.#comesForward(window))
    window.on('closed', () => {
      this.#windows = this.#windows.filter((each) => each !== window)
      this.registry.release(window)
    })
    this.#rememberPlace(window)
    guard.watch(window)
    return window
  }

  /** Brings the window that shows a report to the front, or makes one. Null makes a window with the list. */
  show(reportId: string | null): BrowserWindow {
    const shownBy = reportId === null ? null : this.registry.windowOf(reportId)
    if (shownBy) this.bringToFront(shownBy)
    return shownBy ?? this.open(reportId)
  }

  /** Shows a report in another window; that one takes the right half of the screen, `asking` the left. */
  showBeside(asking: BrowserWindow, reportId: string): void {
    const beside = this.show(reportId)
    if (beside === asking) return
    const { left, right } = halves(screen.getDisplayMatching(asking.getBounds()).workArea)
    takePlace(asking, left)
    takePlace(beside, right)
  }

  /** Shows a window before all others, whatever state it is in. */
  bringToFront(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    // The focus comes later, and where there is no window manager not at all.
    this.#comesForward(window)
  }

  /** Tells every window's page that something happened. */
  broadcast<E extends IpcEvent>(event: E, payload: IpcEvents[E]): void {
    for (const window of this.#windows) sendEvent(window, event, payload)
  }

  /** Tells the window that shows a report, if there is one, that its marks were changed by something else. */
  tellReportChanged(reportId: string): void {
    const shownBy = this.registry.windowOf(reportId)
    if (shownBy) sendEvent(shownBy, 'report:changed', reportId)
  }

  #comesForward(window: BrowserWindow): void {
    this.#windows = [...this.#windows.filter((each) => each !== window), window]
    const lastReport = this.registry.reportOf(window)
    if (lastReport !== null) this.#options.machine.change({ lastReport })
  }

  /** Remembers where the window is, for the next start. */
  #rememberPlace(window: BrowserWindow): void {
    const remember = () => {
      // A minimised window says nothing of where the reader wants it.
      if (window.isDestroyed() || window.isMinimized()) return
      this.#options.machine.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    }
    window.on('resize', remember)
    window.on('move', remember)
    window.on('maximize', remember)
    window.on('unmaximize', remember)
    window.on('close', remember)
  }
}

function restored(saved: Rectangle | null): Rectangle | null {
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  return saved && restoredBounds(saved, displays)
}

function cascadedFrom(window: BrowserWindow): Rectangle {
  const bounds = window.getNormalBounds()
  return cascaded(bounds, screen.getDisplayMatching(bounds).workArea)
}

function takePlace(window: BrowserWindow, bounds: Rectangle): void {
  if (window.isFullScreen()) window.setFullScreen(false)
  if (window.isMaximized()) window.unmaximize()
  window.setBounds(bounds)
}
