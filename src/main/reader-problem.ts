/** Something that cannot be done, in words for the reader; the page gets it as a problem with this code. */
export class ReaderProblem extends Error {
  override readonly name = 'ReaderProblem'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
