/** Values in values deeper than this are refused: nothing that Meipi reads goes so deep. */
const DEEPEST = 64

const SPACE = /[ \t\r\n]*/y
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
/** What stands in a string and is neither its end nor an escape. */
const PLAIN = /[ !#-[\]-\uffff]*/y

/** The text is no JSON, or nested too deep; `offset` is where that shows, in code units. */
export class JsonPlaceError extends Error {
  override readonly name = 'JsonPlaceError'
  readonly offset: number

  constructor(offset: number) {
    super(`no JSON at ${offset}`)
    this.offset = offset
  }
}

/** The line that a position stands in, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/**
 * Reads JSON (RFC 8259) and notes where each item of the array at `path` begins, so that what is wrong with one can be
 * told by its line. Engines differ in whether they tell a position at all. `starts` is empty where no array is there.
 * Throws a `JsonPlaceError`.
 */
export function readJsonItems(text: string, path: readonly string[]): { value: unknown; starts: readonly number[] } {
  const starts: number[] = []
  new Scanner(text, (offset) => starts.push(offset)).scan(path)
  return { value: JSON.parse(text), starts }
}

/** A recursive descent that keeps nothing of what it reads. */
class Scanner {
  readonly #text: string
  readonly #onItem: (offset: number) => void
  #at = 0

  constructor(text: string, onItem: (offset: number) => void) {
    this.#text = text
    this.#onItem = onItem
  }

  scan(path: readonly string[]): void {
    this.#value(path, 0)
    this.#space()
    if (this.#at < this.#text.length) this.#fail()
  }

  /** Reads one value. `path` leads on to the array whose items are told; null where the value is beside that way. */
  #value(path: readonly string[] | null, depth: number): void {
    if (depth > DEEPEST) this.#fail()
    this.#space()
    const opening = this.#text[this.#at]
    if (opening === '{') this.#object(path, depth)
    else if (opening === '[') this.#array(path?.length === 0, depth)
    else if (opening === '"') this.#string()
    else this.#literal()
  }

  #object(path: readonly string[] | null, depth: number): void {
    this.#at++
    if (this.#takes('}')) return
    do {
      this.#space()
      const key = this.#string()
      if (!this.#takes(':')) this.#fail()
      this.#value(path !== null && key === path[0] ? path.slice(1) : null, depth + 1)
    } while (this.#takes(','))
    if (!this.#takes('}')) this.#fail()
  }

  #array(told: boolean, depth: number): void {
    this.#at++
    if (this.#takes(']')) return
    do {
      this.#space()
      if (told) this.#onItem(this.#at)
      this.#value(null, depth + 1)
    } while (this.#takes(','))
    if (!this.#takes(']')) this.#fail()
  }

  /** Reads a string and returns what stands between its quotes, escapes as they are. */
  #string(): string {
    const begin = this.#at
    if (this.#text[begin] !== '"') this.#fail()
    for (this.#at++; ; this.#at++) {
      // Most of a file is plain words.
      PLAIN.lastIndex = this.#at
      PLAIN.test(this.#text)
      this.#at = PLAIN.lastIndex
      const character = this.#text[this.#at]
      if (character === '"') break
      if (character !== '\\') this.#fail()
      this.#at++
      const escaped = this.#text[this.#at] ?? ''
      if (escaped === 'u' && /^[0-9A-Fa-f]{4}$/.test(this.#text.slice(this.#at + 1, this.#at + 5))) this.#at += 4
      else if (escaped === '' || !'"\\/bfnrt'.includes(escaped)) this.#fail()
    }
    this.#at++
    return this.#text.slice(begin + 1, this.#at - 1)
  }

  #literal(): void {
    LITERAL.lastIndex = this.#at
    if (!LITERAL.test(this.#text)) this.#fail()
    this.#at = LITERAL.lastIndex
  }

  /** Goes past a mark, and says whether it was there. */
  #takes(mark: string): boolean {
    this.#space()
    if (this.#text[this.#at] !== mark) return false
    this.#at++
    return true
  }

  #space(): void {
    SPACE.lastIndex = this.#at
    SPACE.test(this.#text)
    this.#at = SPACE.lastIndex
  }

  #fail(): never {
    throw new JsonPlaceError(this.#at)
  }
}
