import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dieWithParent } from './system/die-with-parent.ts'
import { say } from './system/say.ts'
import { SetupError } from './system/setup-error.ts'
import { xAuthority } from './system/x-authority.ts'

const SCREEN = '1920x1200x24'
const START_MS = 15_000

/** A display to show windows on: what to add to the environment of who uses it, and how to be done with it. */
export interface Display {
  readonly env: { readonly DISPLAY?: string; readonly XAUTHORITY?: string }
  close(): void
}

/** Who may use a display besides root. */
export interface DisplayUser {
  readonly uid: number
  readonly gid: number
}

/**
 * The display that `env` names, or, on Linux where it names none, a virtual one (Xvfb) for `user` alone, which ends
 * with this process however that ends. Throws a SetupError when Xvfb does not come up.
 */
export async function openDisplay(env: NodeJS.ProcessEnv = process.env, user?: DisplayUser): Promise<Display> {
  if (process.platform !== 'linux' || (env.WAYLAND_DISPLAY && !user)) return { env: {}, close: () => undefined }
  if (env.DISPLAY) return user ? lendDisplay(env, user) : { env: {}, close: () => undefined }

  // Without a cookie every user of the machine could look on and type along.
  const { authority, remove } = putAuthority(xAuthority(randomBytes(16)), user)

  const [program, ...args] = dieWithParent([
    'Xvfb',
    ...['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', authority],
  ])
  // Its own session, so that the terminal's Ctrl+C does not take the display away from under the app.
  const server = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const close = (): void => {
    process.off('exit', close)
    server.kill()
    remove()
  }
  process.once('exit', close)
  try {
    const DISPLAY = `:${await readDisplayNumber(server)}`
    say(`没有显示器，已启动虚拟显示 ${DISPLAY}（Xvfb）。`, `no display here, started a virtual one, ${DISPLAY} (Xvfb).`)
    return { env: { DISPLAY, XAUTHORITY: authority }, close }
  } catch (error) {
    close()
    throw error
  }
}

/** Root's display, with a copy of its cookie (if it has one) that `user` may read. */
function lendDisplay(env: NodeJS.ProcessEnv, user: DisplayUser): Display {
  const own = env.XAUTHORITY ?? join(env.HOME ?? '/root', '.Xauthority')
  if (!existsSync(own)) return { env: {}, close: () => undefined }
  const { authority, remove } = putAuthority(readFileSync(own), user)
  return { env: { XAUTHORITY: authority }, close: remove }
}

/** Puts an Xauthority file where `user` (or else this process's) can read it and nobody else can. */
function putAuthority(bytes: Buffer, user: DisplayUser | undefined): { authority: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'meipi-display-'))
  const authority = join(folder, 'Xauthority')
  writeFileSync(authority, bytes, { mode: 0o600 })
  if (user) for (const path of [folder, authority]) chownSync(path, user.uid, user.gid)
  const remove = (): void => {
    process.off('exit', remove)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  return { authority, remove }
}

/** The number that Xvfb writes to file descriptor 3 when it is ready; throws a SetupError with what it complained of. */
function readDisplayNumber(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let stderr = ''
    const fail = (reason: string): void =>
      reject(new SetupError(`虚拟显示 Xvfb 未能启动：${reason}`, `Xvfb did not start: ${reason}`))
    const timer = setTimeout(() => fail(`no answer within ${START_MS / 1000} s`), START_MS)
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      clearTimeout(timer)
      resolve(Number.parseInt(chunk.toString(), 10))
    })
    server.once('error', (error) => fail(error.message))
    server.once('close', () => {
      clearTimeout(timer)
      fail(stderr.trim() || 'it ended')
    })
  })
}
