import type { OpenReport } from './open-report.ts'

/**
 * The reports that are open, each once, so that two changes of one report meet in the same record. What moves a whole
 * report waits until nobody uses it, and who wants to use it waits until it stands still.
 */
export class OpenReports {
  readonly #read: (id: string) => Promise<OpenReport>
  readonly #opened = new Map<string, Promise<OpenReport>>()
  /** Those that stay open: somebody works with them, or did. */
  readonly #used = new WeakSet<Promise<OpenReport>>()
  /** What is being done with a report. */
  readonly #uses = new Map<string, Set<Promise<unknown>>>()
  /** What is going to move a report, or does so. */
  readonly #moves = new Map<string, Set<Promise<void>>>()
  /** Everything that was asked for and is not over, also what still waits for a move. */
  readonly #calls = new Set<Promise<unknown>>()

  constructor(read: (id: string) => Promise<OpenReport>) {
    this.#read = read
  }

  /** Opens a report, if it is not open yet, and does something with it. Rejects when it cannot be read. */
  use<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.#call(this.#use(id, act))
  }

  /**
   * As `withFresh`, for an act that goes through many reports: one that nobody had opened before, and nobody uses when it
   * is over, is not kept open.
   */
  async briefly<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    try {
      return await this.#call(this.#use(id, (report) => this.#fresh(id, report, act), false))
    } finally {
      this.#closeUnused(id)
    }
  }

  /** As `use`, when what other programs wrote meanwhile was taken in. */
  withFresh<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.use(id, (report) => this.#fresh(id, report, act))
  }

  /**
   * Looks at a report that need not stay open. Where it is open, that one is looked at, when what other programs wrote was
   * taken in with `takeIn`: two that were read side by side would merge the same conflict copies and write over each other.
   * Waits for nothing that moves it.
   */
  async glance(id: string, takeIn: (report: OpenReport) => Promise<void>): Promise<OpenReport> {
    const known = this.#opened.get(id)
    const opening = known ?? this.#open(id)
    try {
      const report = await opening
      if (!known) return report
      await report.refresh()
      await takeIn(report)
      return report.hasOtherText ? await this.#read(id) : report
    } finally {
      this.#closeUnused(id)
    }
  }

  async #use<T>(id: string, act: (report: OpenReport) => Promise<T>, stays = true): Promise<T> {
    for (let moves = this.#moves.get(id); moves; moves = this.#moves.get(id)) await Promise.all(moves)
    const opening = this.#open(id)
    if (stays) this.#used.add(opening)
    const use = opening.then(act)
    const end = enter(this.#uses, id, use)
    return use.finally(end)
  }

  /**
   * Does what moves whole reports. Whoever asks for one of them from now on waits until that is over, and then opens it
   * anew; `act` begins when `turn` has come and nobody uses them any more.
   */
  async move<T>(
    ids: readonly string[],
    turn: (act: () => Promise<T>) => Promise<T>,
    act: () => Promise<T>,
  ): Promise<T> {
    let over = () => {}
    const move = new Promise<void>((resolve) => {
      over = resolve
    })
    const ends = [...new Set(ids)].map((id) => enter(this.#moves, id, move))
    try {
      return await turn(async () => {
        await this.#unused(ids)
        // What is read while it is moved is what is there then.
        for (const id of ids) this.#opened.delete(id)
        return await act()
      })
    } finally {
      for (const id of ids) this.#opened.delete(id)
      for (const end of ends) end()
      over()
    }
  }

  /** Resolves when everything asked for so far is over. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#calls)
  }

  /** Takes in what other programs wrote last, and writes again what they wrote over. A report that cannot be read is passed over. */
  async close(): Promise<void> {
    for (const opened of [...this.#opened.values()])
      await opened.then((report) => report.close()).catch(() => undefined)
  }

  async #fresh<T>(id: string, report: OpenReport, act: (report: OpenReport) => Promise<T>): Promise<T> {
    await report.refresh()
    if (!report.hasOtherText) return act(report)
    await report.keepText()
    const before = this.#opened.get(id)
    this.#opened.delete(id)
    const anew = this.#open(id)
    if (before === undefined || this.#used.has(before)) this.#used.add(anew)
    return act(await anew)
  }

  #closeUnused(id: string): void {
    const opening = this.#opened.get(id)
    if (opening && !this.#used.has(opening) && !this.#uses.has(id)) this.#opened.delete(id)
  }

  #call<T>(call: Promise<T>): Promise<T> {
    this.#calls.add(call)
    return call.finally(() => this.#calls.delete(call))
  }

  async #unused(ids: readonly string[]): Promise<void> {
    await Promise.allSettled(ids.flatMap((id) => [...(this.#uses.get(id) ?? [])]))
  }

  #open(id: string): Promise<OpenReport> {
    const known = this.#opened.get(id)
    if (known) return known
    const opening = this.#read(id)
    this.#opened.set(id, opening)
    // A report that could not be read is tried again next time.
    opening.catch(() => {
      if (this.#opened.get(id) === opening) this.#opened.delete(id)
    })
    return opening
  }
}

/** Adds to the set of a key; the function returned takes it out again. */
function enter<T>(sets: Map<string, Set<T>>, key: string, value: T): () => void {
  const set = sets.get(key) ?? new Set()
  sets.set(key, set)
  set.add(value)
  return () => {
    set.delete(value)
    if (set.size === 0) sets.delete(key)
  }
}
