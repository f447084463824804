import { type BrowserWindow, dialog } from 'electron'
import type { ImportOutcome } from '../core/library-view.ts'
import { IMPORTABLE_EXTENSIONS } from '../library/importers/importer-for.ts'
import type { Library } from '../library/library.ts'
import { type ImportSource, importFiles } from './import-files.ts'
import { sendEvent } from './ipc.ts'
import type { Texts } from './texts.ts'

export interface ImportsOptions {
  readonly library: Library
  readonly texts: () => Texts
  /** Called after each import that may have changed the list of reports. */
  readonly onLibraryChanged: () => void
}

/** The imports that windows ask for. */
export class Imports {
  readonly #options: ImportsOptions
  /** How often a window has cancelled: an import stops when that is no longer what it was at its beginning. */
  readonly #cancels = new WeakMap<BrowserWindow, number>()

  constructor(options: ImportsOptions) {
    this.#options = options
  }

  /** Imports files for a window, which is told how far it is. */
  async run(window: BrowserWindow, sources: readonly ImportSource[]): Promise<readonly ImportOutcome[]> {
    const before = this.#cancels.get(window)
    const outcomes = await importFiles(this.#options.library, sources, {
      onProgress: (progress) => sendEvent(window, 'library:import-progress', progress),
      isCancelled: () => window.isDestroyed() || this.#cancels.get(window) !== before,
    })
    if (outcomes.length > 0) this.#options.onLibraryChanged()
    return outcomes
  }

  /** Asks which files to open and imports them. Nothing when the reader thinks better of it. */
  async choose(window: BrowserWindow): Promise<readonly ImportOutcome[]> {
    const { title, reports, allFiles } = this.#options.texts().chooseFiles
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: reports(IMPORTABLE_EXTENSIONS), extensions: [...IMPORTABLE_EXTENSIONS] },
        { name: allFiles, extensions: ['*'] },
      ],
    })
    return canceled ? [] : this.run(window, filePaths)
  }

  /** Stops the imports of a window before their next file. */
  cancel(window: BrowserWindow): void {
    this.#cancels.set(window, (this.#cancels.get(window) ?? 0) + 1)
  }
}

/** Tells a window's page what became of files that it did not ask for itself; the last that worked is opened there. */
export async function openWhenImported(
  window: BrowserWindow,
  importing: Promise<readonly ImportOutcome[]>,
): Promise<void> {
  const outcomes = await importing
  if (outcomes.length > 0) sendEvent(window, 'library:imported', outcomes)
}
