import type { TemplateRenderer } from '../templates/template-renderer.ts'

/**
 * Renders for the eyes of a reader who is still typing: only what was asked for last counts. What runs when something
 * new is asked for is stopped with its thread, so that a template that runs on and on holds nobody up.
 */
export class PreviewRenderer {
  readonly #start: () => TemplateRenderer
  #renderer: TemplateRenderer | null = null
  #turn = 0
  #running = 0

  constructor(start: () => TemplateRenderer) {
    this.#start = start
  }

  /** What `act` makes with a renderer; null where something else was asked for meanwhile, or it was stopped. */
  async run<T>(act: (renderer: TemplateRenderer) => Promise<T>): Promise<T | null> {
    this.#turn += 1
    const turn = this.#turn
    if (this.#running > 0) this.#dropRenderer()
    this.#renderer ??= this.#start()
    this.#running += 1
    try {
      const made = await act(this.#renderer)
      return turn === this.#turn ? made : null
    } catch (error) {
      if (turn !== this.#turn) return null
      throw error
    } finally {
      this.#running -= 1
    }
  }

  /** Stops what runs, and the thread. It can be used again. */
  stop(): void {
    this.#turn += 1
    this.#dropRenderer()
  }

  #dropRenderer(): void {
    // Not waited for: a thread that is busy takes its time to end.
    void this.#renderer?.stop()
    this.#renderer = null
  }
}
