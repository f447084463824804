/** How long after the first page is there its list has been drawn, about, in milliseconds. */
const DRAWN = 400
/** How long is waited for the first page at the most. */
const LONGEST = 4000

/** The time until the first window shows its list: what can wait does not take the processor from it. */
export class FirstLook {
  #end = () => {}
  /** Resolves when it is over. */
  readonly over = new Promise<void>((resolve) => {
    this.#end = resolve
  })
  readonly #longest = setTimeout(() => this.#end(), LONGEST)

  /** The page of a window is there. */
  pageIsThere(): void {
    clearTimeout(this.#longest)
    setTimeout(() => this.#end(), DRAWN)
  }

  /** Nothing is waited for any more: the app ends. */
  stop(): void {
    clearTimeout(this.#longest)
    this.#end()
  }
}
