import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { isMissing } from '../library/node-errors.ts'
import { writeAtomically } from '../library/synced-write.ts'
import { MOST_RECENT } from './recent-reports.ts'

/** How long a change waits for the next one before the file is written, in milliseconds. */
const WRITE_DELAY = 500

const pixels = z.number().int()

const machineRecordSchema = z
  .object({
    schemaVersion: z.literal(1),
    /** Where the last window was when it was not maximised; null before there was one. */
    bounds: z.object({ x: pixels, y: pixels, width: pixels.positive(), height: pixels.positive() }).nullable(),
    maximized: z.boolean(),
    /** The report that was read last. */
    lastReport: z.string().nullable(),
    /** Those that were opened last, the latest first. */
    recent: z.array(z.string()).max(MOST_RECENT).readonly(),
  })
  .readonly()

export type MachineRecord = z.infer<typeof machineRecordSchema>

const NOTHING: MachineRecord = { schemaVersion: 1, bounds: null, maximized: false, lastReport: null, recent: [] }

/**
 * windows.json: what this machine remembers of the windows. Nothing in it is the reader's work, so a damaged file counts
 * as none, and one that cannot be written is told on the console alone.
 */
export class MachineState {
  readonly #path: string
  #record: MachineRecord
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, record: MachineRecord) {
    this.#path = path
    this.#record = record
  }

  static async open(path: string): Promise<MachineState> {
    return new MachineState(path, await readRecord(path))
  }

  get record(): MachineRecord {
    return this.#record
  }

  /** Changes what is remembered; the file is written a little later. */
  change(fields: Partial<Omit<MachineRecord, 'schemaVersion'>>): void {
    this.#record = { ...this.#record, ...fields }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), WRITE_DELAY)
  }

  /** Resolves when everything is written, or cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    // A call that is under way writes what was the record when it began: each call writes anew, one after another.
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async #write(): Promise<void> {
    try {
      await writeAtomically(this.#path, `${JSON.stringify(this.#record, null, 1)}\n`)
    } catch (error) {
      console.error(`${this.#path}:`, error)
    }
  }
}

async function readRecord(path: string): Promise<MachineRecord> {
  try {
    return machineRecordSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (!isMissing(error)) console.error(`${path}:`, error)
    return NOTHING
  }
}
