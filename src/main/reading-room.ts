import type { Library } from '../library/library.ts'
import type { MachineState } from './machine-state.ts'
import type { ReaderWindows } from './reader-windows.ts'
import type { SettingsStore } from './settings-store.ts'
import type { Texts } from './texts.ts'

/** What the handlers work with. */
export interface ReadingRoom {
  readonly library: Library
  readonly settings: SettingsStore
  readonly machine: MachineState
  readonly windows: ReaderWindows
  /** The main process's words, in the language that is set now. */
  readonly texts: () => Texts
  /** Tells every window that the list of reports changed. */
  readonly libraryChanged: () => void
  /** Tells every window what the reader's own terms are. */
  readonly termsChanged: () => void
  /** Tells every window what there is to say about the library's files, where that is more than it was. */
  readonly tellNotices: () => void
  /** Makes the menu anew where that is needed. */
  readonly refreshMenu: () => void
}
