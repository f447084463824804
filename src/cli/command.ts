/** One command: how it is called, and the function that runs it on its arguments and returns an exit code. */
export interface Command {
  readonly usage: string
  readonly load: () => Promise<(args: string[]) => Promise<number>>
}

/** Ends a command with one line on stderr. Exit code 1: it failed; 2: it was called wrongly. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2) {
    super(message)
    this.exitCode = exitCode
  }
}
