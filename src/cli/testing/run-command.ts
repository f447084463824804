import { join } from 'node:path'
import { vi } from 'vitest'
import { CommandError } from '../command.ts'

export interface CommandOutcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/**
 * Runs a command in this process, which takes a fraction of the time of one of its own, and returns what it prints.
 * `folder` is the test's own: caches go there. A CommandError ends it as `main.ts` would.
 */
export async function runCommand(
  folder: string,
  run: (args: string[]) => Promise<number>,
  ...args: string[]
): Promise<CommandOutcome> {
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  const written = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text)
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text)
    return true
  })
  try {
    const code = await run(args)
    return { code, ...written }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { code: error.exitCode, out: written.out, err: `${written.err}${error.message}\n` }
  } finally {
    out.mockRestore()
    err.mockRestore()
    vi.unstubAllEnvs()
  }
}
