import { COLOR_IDS, type ColorId, colorNameSchema, DEFAULT_COLOR_NAMES } from '../core/annotation/annotation.ts'
import { DurableJsonFile } from './durable-json-file.ts'
import { LibraryError } from './library-error.ts'
import { RecordStore } from './record-store.ts'
import { type LibraryRecord, libraryRecordSchema, recordParser, SCHEMA_VERSION } from './records.ts'
import type { FolderAccess } from './report-folder.ts'

/** library.json: what holds for the whole library and travels with it. */
export class LibrarySettings {
  readonly #store: RecordStore<LibraryRecord>

  private constructor(store: RecordStore<LibraryRecord>) {
    this.#store = store
  }

  /** Reads library.json; a library that has none yet gets one, where it may be written. `now` is ISO 8601. */
  static async open({ paths, readOnly, onTrouble }: FolderAccess, now: string): Promise<LibrarySettings> {
    const file = new DurableJsonFile<LibraryRecord>(paths.library, {
      parse: recordParser(libraryRecordSchema),
      onTrouble,
      readOnly,
    })
    const known = await file.read()
    const record = known ?? { schemaVersion: SCHEMA_VERSION, created: now, colorNames: DEFAULT_COLOR_NAMES }
    if (!known && !readOnly) await file.write(record)
    return new LibrarySettings(RecordStore.of(file, record))
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

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
