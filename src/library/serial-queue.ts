/** Runs what it is given one after another. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `act` when everything asked for before is over; what failed before is no business of it. */
  run<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(act)
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Resolves when everything asked for so far is over. */
  async settled(): Promise<void> {
    await this.#last
  }
}
