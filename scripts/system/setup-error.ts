/** Something that the user can put right, said in both languages. `runMain` prints it without a stack. */
export class SetupError extends Error {
  readonly chinese: string
  readonly english: string

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(english, options)
    this.name = 'SetupError'
    this.chinese = chinese
    this.english = english
  }
}
