import { type Adapter, Low } from 'lowdb'

/**
 * One record on disk. Changes are made one after another; each is acknowledged when the disk has it, and one that
 * cannot be written leaves the record as it was.
 */
export class RecordStore<T> {
  readonly #low: Low<T>
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(low: Low<T>) {
    this.#low = low
  }

  /** Reads the record, or starts from `initial` where there is none. */
  static async open<T>(adapter: Adapter<T>, initial: T): Promise<RecordStore<T>> {
    const low = new Low(adapter, initial)
    await low.read()
    return new RecordStore(low)
  }

  /** A store of a record that was read already. */
  static of<T>(adapter: Adapter<T>, record: T): RecordStore<T> {
    return new RecordStore(new Low(adapter, record))
  }

  get record(): T {
    return this.#low.data
  }

  /** Replaces the record by `next(record)`. Rejects when `next` throws or the write fails; then nothing has changed. */
  change(next: (record: T) => T): Promise<T> {
    const done = this.#queue.then(async () => {
      const before = this.#low.data
      this.#low.data = next(before)
      try {
        await this.#low.write()
      } catch (error) {
        this.#low.data = before
        throw error
      }
      return this.#low.data
    })
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** Resolves when every change asked for so far is done or has failed. */
  async settled(): Promise<void> {
    await this.#queue
  }
}
