import { statSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './capture.ts'
import type { Command } from './die-with-parent.ts'

/** What Chromium's sandbox does first; some containers, and Ubuntu since 24.04, forbid it. */
const NAMESPACES: Command = ['unshare', '--user', '--map-root-user', '--net', '--pid', '--fork', 'true']

const SETUID = 0o4000

/**
 * Whether Chromium can build its sandbox for a process that is started through `wrap`: with namespaces, or with the
 * setuid helper where an administrator has set it up. True where there is nothing to find it out with.
 */
export async function hasSandbox(electronFolder: string, wrap: (command: Command) => Command): Promise<boolean> {
  if (process.platform !== 'linux' || hasSetuidHelper(electronFolder)) return true
  if ((await capture(['unshare', '--version'])).code !== 0) return true
  return (await capture(wrap(NAMESPACES), { cwd: '/' })).code === 0
}

function hasSetuidHelper(electronFolder: string): boolean {
  const helper = statSync(join(electronFolder, 'chrome-sandbox'), { throwIfNoEntry: false })
  return helper?.uid === 0 && (helper.mode & SETUID) !== 0
}
