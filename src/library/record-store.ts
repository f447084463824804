import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Adapter, Low } from 'lowdb'
import { ForeignChangeError } from './durable-json-file.ts'
import type { Reconcile } from './reconcile-records.ts'
import { SerialQueue } from './serial-queue.ts'

/** A file that other programs may write too. */
export interface SharedFile<T> extends Adapter<T> {
  readonly canWrite: boolean
  /** What another program made of the record since it was last read or written here; null where it is as it was. */
  readForeign(): Promise<T | null>
}

export interface RecordStoreOptions<T> {
  /** Puts together what was changed here and what another program wrote meanwhile. */
  readonly reconcile: Reconcile<T>
  /** Called when that was done, and the disk has it. */
  readonly onMerged?: () => void
}

/** How often a change is tried that another program's writing gets in the way of. */
const MOST_ATTEMPTS = 20

/** The longest that is waited before the next attempt, in milliseconds: two that try at the same pace would meet for ever. */
const LONGEST_PAUSE = 20

/**
 * One record on disk. Changes are made one after another; each is acknowledged when the disk has it, and one that
 * cannot be written leaves the record as it was. What another program wrote into the file is kept: it is merged with
 * what is changed here.
 */
export class RecordStore<T> {
  readonly #file: SharedFile<T>
  readonly #low: Low<T>
  readonly #options: RecordStoreOptions<T>
  readonly #queue = new SerialQueue()

  /** A store of a record as it was read, or of what it is to begin with. */
  constructor(file: SharedFile<T>, record: T, options: RecordStoreOptions<T>) {
    this.#file = file
    this.#low = new Low(file, record)
    this.#options = options
  }

  get record(): T {
    return this.#low.data
  }

  /**
   * Replaces the record by `next(record)`, merged with what another program made of it meanwhile. Rejects when `next`
   * throws or the write fails; then nothing has changed.
   */
  change(next: (record: T) => T): Promise<T> {
    return this.#queue.run(async () => {
      const before = this.record
      return this.#write(before, next(before))
    })
  }

  /** Merges a copy of which nobody knows what it was made from: a synchroniser laid it aside, or it is of a snapshot. */
  absorb(copy: T): Promise<void> {
    return this.#queue.run(async () => {
      const before = this.record
      const merged = this.#options.reconcile(null, before, copy)
      if (!isDeepStrictEqual(merged, before)) await this.#write(before, merged)
    })
  }

  /**
   * Takes in what another program made of the record. Where the file lacks what is here, it is written again.
   */
  refresh(): Promise<void> {
    return this.#queue.run(async () => {
      const theirs = await this.#file.readForeign()
      if (theirs === null) return
      const before = this.record
      const merged = this.#options.reconcile(before, before, theirs)
      this.#low.data = merged
      if (this.#file.canWrite && !isDeepStrictEqual(merged, theirs)) await this.#write(theirs, merged)
    })
  }

  /** Resolves when every change asked for so far is done or has failed. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }

  /** Writes a record that was made from `base`, over nothing that was not read. */
  async #write(base: T, record: T): Promise<T> {
    const { reconcile, onMerged } = this.#options
    let [from, made, acknowledged] = [base, record, this.record]
    try {
      for (let attempt = 1; ; attempt++) {
        const theirs = await this.#file.readForeign()
        if (theirs !== null) {
          // Should the write fail, what was read is in the record nevertheless: it will not be read again.
          acknowledged = reconcile(from, acknowledged, theirs)
          made = reconcile(from, made, theirs)
          from = theirs
        }
        this.#low.data = made
        if (!(await this.#tryWriting(attempt))) continue
        if (from !== base) onMerged?.()
        return made
      }
    } catch (error) {
      this.#low.data = acknowledged
      throw error
    }
  }

  /** False where another program was faster. */
  async #tryWriting(attempt: number): Promise<boolean> {
    try {
      await this.#low.write()
      return true
    } catch (error) {
      if (!(error instanceof ForeignChangeError) || attempt >= MOST_ATTEMPTS) throw error
      await setTimeout(Math.random() * LONGEST_PAUSE)
      return false
    }
  }
}
