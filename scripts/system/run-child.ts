import { type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Command } from './die-with-parent.ts'

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** One Ctrl+C arrives twice, from the terminal and from npm; only a later one is a second wish. */
const SAME_WISH_MS = 1000

/** A child's exit code as a shell counts it: 128 + n when signal n ended it. */
export function toExitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? (constants.signals[signal] ?? 0) : 0)
}

/**
 * Runs a command to its end, with this process's streams unless told otherwise, and gives its exit code.
 * Signals are passed on once; a second wish kills. Rejects when the program cannot be started.
 */
export function runChild(command: Command, options: SpawnOptions = {}): Promise<number> {
  const [program, ...args] = command
  return new Promise((resolve, reject) => {
    // Its own process group: otherwise the terminal's Ctrl+C reaches it as well as ours, and Chromium takes
    // a second signal as "at once", without closing its files.
    const child = spawn(program, args, { stdio: 'inherit', detached: process.platform !== 'win32', ...options })
    let firstWish: number | undefined
    const forward = (signal: NodeJS.Signals): void => {
      const now = Date.now()
      if (firstWish === undefined) {
        firstWish = now
        child.kill(signal)
      } else if (now - firstWish > SAME_WISH_MS) child.kill('SIGKILL')
    }
    for (const signal of FORWARDED) process.on(signal, forward)
    const orphanWatch = watchForOrphaning(() => forward('SIGTERM'))
    const stopForwarding = (): void => {
      clearInterval(orphanWatch)
      for (const signal of FORWARDED) process.off(signal, forward)
    }
    child.once('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stopForwarding()
      resolve(toExitCode(code, signal))
    })
  })
}

/**
 * Calls back when npm is gone: it runs scripts through a shell that takes a signal meant for us to its grave. Only
 * under npm; whoever starts a script by itself may mean it to outlive its parent.
 */
function watchForOrphaning(onOrphaned: () => void): NodeJS.Timeout | undefined {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    onOrphaned()
  }, 500)
  return watch
}
