import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { say } from './say.ts'
import { SetupError } from './setup-error.ts'

/** Whether the module at `moduleUrl` is the file that node was asked to run; false when it was imported. */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1]
  // Node resolves links before it builds the URL, so the argument has to be resolved as well.
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl)
}

/** Runs a script's main function, whose number is the exit code; a failure is printed to stderr and is exit code 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (error instanceof SetupError) say(error.chinese, error.english)
    else console.error(error)
    process.exitCode = 1
  }
}
