import { type Problem, type Result, succeed } from '../../core/result.ts'

/** How saving stands. `saved` only ever means: on the disk. */
export type SaveState =
  | { readonly step: 'idle' }
  | { readonly step: 'saving' }
  | { readonly step: 'saved'; readonly at: Date }
  | { readonly step: 'failed'; readonly problem: Problem }

export type SaveJob = () => Promise<Result<unknown>>

/** Problems that no second attempt can cure: what was asked for cannot be done at all. */
const FINAL = new Set([
  'malformed-arguments',
  'AnnotationChangeError',
  'MalformedRecordError',
  'ReportFolderError',
  'untrusted-sender',
])

/** Waiting time before a failed save is tried again, in milliseconds. */
const RETRY_AFTER = 5000

/**
 * Saves one thing after another, in the order in which they were asked for. A save that fails stays first in line and
 * is tried again, so that nothing overtakes it and nothing is dropped; one that can never succeed is handed to
 * `onRefused`, so that it does not keep the others from the disk.
 */
export class SaveQueue {
  /** Each with the words that would be lost with it. */
  readonly #jobs: { readonly job: SaveJob; readonly words: string }[] = []
  readonly #onState: (state: SaveState) => void
  readonly #onRefused: (problem: Problem, words: string) => void
  #running: Promise<Result<null>> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onState: (state: SaveState) => void, onRefused: (problem: Problem, words: string) => void) {
    this.#onState = onState
    this.#onRefused = onRefused
  }

  /** Whether something waits to be saved. */
  get waiting(): boolean {
    return this.#jobs.length > 0
  }

  /** `words` are what the reader wrote, to be given back where it can never be saved. */
  add(job: SaveJob, words = ''): void {
    this.#jobs.push({ job, words })
    void this.retry()
  }

  /** Works through the line until it is empty or a save fails, and says which. */
  retry(): Promise<Result<null>> {
    clearTimeout(this.#timer)
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #run(): Promise<Result<null>> {
    if (!this.waiting) return succeed(null)
    for (let next = this.#jobs[0]; next; next = this.#jobs[0]) {
      this.#onState({ step: 'saving' })
      const result = await attempt(next.job)
      if (!result.ok && FINAL.has(result.problem.code)) this.#onRefused(result.problem, next.words)
      else if (!result.ok) {
        this.#onState({ step: 'failed', problem: result.problem })
        this.#timer = setTimeout(() => void this.retry(), RETRY_AFTER)
        return result
      }
      this.#jobs.shift()
    }
    this.#onState({ step: 'saved', at: new Date() })
    return succeed(null)
  }
}

async function attempt(job: SaveJob): Promise<Result<unknown>> {
  try {
    return await job()
  } catch (error) {
    return {
      ok: false,
      problem: { code: 'unexpected', message: error instanceof Error ? error.message : String(error) },
    }
  }
}
