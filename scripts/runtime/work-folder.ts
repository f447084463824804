import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { constants } from 'node:os'
import { join } from 'node:path'

const PREFIX = '.making-'
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Gives `work` a new folder inside `parent`, and removes it whatever happens. On Ctrl+C or SIGTERM the work's
 * `signal` is aborted, the folder removed, and then the process exits with 128 + n.
 */
export async function withWorkFolder<T>(
  parent: string,
  work: (folder: string, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(parent, PREFIX))
  const abort = new AbortController()
  let ended: (typeof SIGNALS)[number] | undefined
  const onSignal = (signal: NodeJS.Signals): void => {
    ended = signal as (typeof SIGNALS)[number]
    abort.abort()
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  try {
    return await work(folder, abort.signal)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    for (const signal of SIGNALS) process.off(signal, onSignal)
    if (ended) process.exit(128 + constants.signals[ended])
  }
}

/** Removes the work folders that killed runs left in `parent`. Only for the one who holds the lock on it. */
export async function removeLeftOvers(parent: string): Promise<void> {
  for (const name of await readdir(parent))
    if (name.startsWith(PREFIX)) await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 })
}
