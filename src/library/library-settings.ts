import { COLOR_IDS, type ColorId, colorNameSchema, DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { type CopyTarget, copyTarget } from './conflict-copies.ts'
import { fileStamp } from './file-stamp.ts'
import type { FolderAccess } from './folder-access.ts'
import { LibraryError } from './library-error.ts'
import { LIBRARY_FILE } from './library-paths.ts'
import { reconcileLibrary } from './reconcile-records.ts'
import { openRecord } from './record-file.ts'
import type { RecordStore } from './record-store.ts'
import { type LibraryRecord, libraryForm, SCHEMA_VERSION } from './records.ts'

/** library.json: what holds for the whole library and travels with it. */
export class LibrarySettings {
  readonly #store: RecordStore<LibraryRecord>

  private constructor(store: RecordStore<LibraryRecord>) {
    this.#store = store
  }

  /** Reads library.json; a library that has none yet gets one, where it may be written. `now` is ISO 8601. */
  static async open(access: FolderAccess, now: string): Promise<LibrarySettings> {
    const shared = { form: libraryForm, path: access.paths.library, reconcile: reconcileLibrary }
    const initial = { schemaVersion: SCHEMA_VERSION, created: now, colorNames: DEFAULT_COLOR_NAMES } as const
    const settings = new LibrarySettings(await openRecord(access, shared, initial))
    if (!access.readOnly && (await fileStamp(access.paths.library)) === null) await settings.write()
    return settings
  }

  /** Writes library.json as it is, in the present form. */
  async write(): Promise<void> {
    await this.#store.change((record) => record)
  }

  /** The reader's names for the colours. */
  get colorNames(): Readonly<Record<ColorId, string>> {
    return this.#store.record.colorNames
  }

  /** Gives a colour a name. Rejects with a `LibraryError` for a name that another colour has. */
  async nameColor(color: ColorId, name: string): Promise<void> {
    const given = colorNameSchema.safeParse(name)
    if (!given.success) throw new LibraryError('颜色的名称要有 1 到 12 个字。')
    await this.#store.change((before) => {
      const other = COLOR_IDS.find((id) => id !== color && before.colorNames[id] === given.data)
      if (other) throw new LibraryError(`已经有一种颜色叫“${given.data}”。请换一个名称。`)
      return { ...before, colorNames: { ...before.colorNames, [color]: given.data } }
    })
  }

  /** Where copies of library.json are merged. */
  get copyTarget(): CopyTarget {
    return copyTarget(LIBRARY_FILE, libraryForm, (copy) => this.#store.absorb(copy))
  }

  /** Takes in what other programs wrote meanwhile. */
  refresh(): Promise<void> {
    return this.#store.refresh()
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
