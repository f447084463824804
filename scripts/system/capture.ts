import { type SpawnOptions, spawn } from 'node:child_process'
import type { Command } from './die-with-parent.ts'

/** What a command wrote and how it ended; `code` is null when a signal ended it or it could not be started. */
export interface Captured {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command quietly and keeps what it says. Never rejects: a program that is missing is `code` null. */
export function capture(command: Command, options: SpawnOptions = {}): Promise<Captured> {
  const [program, ...args] = command
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    child.once('error', (error) => resolve({ code: null, stdout, stderr: stderr + error.message }))
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
