import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  DEFAULT_SETTINGS,
  type Language,
  type Settings,
  type SettingsChange,
  settingsChangeSchema,
  settingsSchema,
} from '../core/settings/settings.ts'
import { DurableJsonFile } from '../library/durable-json-file.ts'
import { RecordStore } from '../library/record-store.ts'

const SCHEMA_VERSION = 1

/** settings.json: what the reader set. A setting that is not there (an older Meipi did not know it) has its default. */
const settingsRecordSchema = z
  .object({ schemaVersion: z.literal(SCHEMA_VERSION), settings: settingsChangeSchema })
  .readonly()

type SettingsRecord = z.infer<typeof settingsRecordSchema>

/** The app runs once: whoever else wrote the file did not do it for the reader who is changing it now. */
const options = { reconcile: (_base: SettingsRecord | null, ours: SettingsRecord) => ours }

/** The language that settings.json names, for what has to be known before the app is ready. The default where it names none. */
export function languageBeforeStart(path: string): Language {
  try {
    const record = settingsRecordSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return record.data?.settings.language ?? DEFAULT_SETTINGS.language
  } catch {
    // Not there yet, or damaged: `SettingsStore.open` tells of it.
    return DEFAULT_SETTINGS.language
  }
}

/** How the reader likes to read, on this machine. */
export class SettingsStore {
  readonly #store: RecordStore<SettingsRecord>

  private constructor(store: RecordStore<SettingsRecord>) {
    this.#store = store
  }

  /** Opens settings.json. What cannot be read is told on the console, and the defaults hold. */
  static async open(path: string): Promise<SettingsStore> {
    const file = new DurableJsonFile<SettingsRecord>(path, {
      // Settings are soon set again: those of a newer form are set aside like damaged ones.
      parse: (value) => ({ record: settingsRecordSchema.parse(value), version: SCHEMA_VERSION }),
      version: SCHEMA_VERSION,
      onTrouble: (damaged, message) => console.error(`${damaged}: ${message}`),
    })
    const initial: SettingsRecord = { schemaVersion: SCHEMA_VERSION, settings: DEFAULT_SETTINGS }
    try {
      return new SettingsStore(new RecordStore(file, (await file.read()) ?? initial, options))
    } catch (error) {
      console.error(`${path}:`, error)
      return new SettingsStore(new RecordStore(file, initial, options))
    }
  }

  get settings(): Settings {
    return mergeSettings(DEFAULT_SETTINGS, this.#store.record.settings)
  }

  /** Changes some settings; those returned are on the disk. Rejects with the system's error, and then nothing changed. */
  async change(change: SettingsChange): Promise<Settings> {
    await this.#store.change((record) => ({ ...record, settings: mergeSettings(record.settings, change) }))
    return this.settings
  }
}

/** Settings with those that a change names put in their place. */
function mergeSettings(settings: SettingsChange, change: SettingsChange): Settings {
  const named = Object.entries(change).filter(([, value]) => value !== undefined)
  return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...settings, ...Object.fromEntries(named) })
}
