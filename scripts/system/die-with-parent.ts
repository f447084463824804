import { spawnSync } from 'node:child_process'

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]]

let known: boolean | undefined

/** Whether `setpriv` is here and can tie a child's life to its parent's; false on anything but Linux. */
export function hasSetpriv(): boolean {
  known ??=
    process.platform === 'linux' &&
    spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0
  return known
}

/**
 * The command, wrapped so that the kernel ends it when this process dies, even of SIGKILL.
 * Without setpriv it comes back as it was.
 */
export function dieWithParent(command: Command): Command {
  return hasSetpriv() ? ['setpriv', '--pdeathsig', 'TERM', '--', ...command] : command
}
