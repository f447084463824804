import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dieWithParent } from '../system/die-with-parent.ts'
import { projectRoot } from '../system/project-root.ts'
import { say } from '../system/say.ts'
import { exclusively } from './exclusively.ts'
import { folderSize } from './folder-size.ts'
import { createProgress } from './progress.ts'
import { withWorkFolder } from './work-folder.ts'

const packageFolder = join(projectRoot, 'node_modules', 'electron')
const distFolder = join(packageFolder, 'dist')

/** An Electron as its own package installs it. */
export interface OfficialElectron {
  readonly executable: string
  readonly folder: string
  readonly version: string
}

/** The version that package.json asks for. Throws when the dependencies are not installed. */
export function declaredElectronVersion(): string {
  const found: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return (found as { version: string }).version
}

/** The official Electron if it is installed to its end (its installer writes `path.txt` last), or undefined. */
export function findOfficialElectron(): OfficialElectron | undefined {
  try {
    const version = readFileSync(join(distFolder, 'version'), 'utf8').trim().replace(/^v/, '')
    const executable = join(distFolder, readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim())
    if (version !== declaredElectronVersion() || !existsSync(executable)) return undefined
    return { executable, folder: distFolder, version }
  } catch {
    return undefined
  }
}

/**
 * Has Electron's own installer fetch it. Gives the runtime, or the reason why it could not be had in one line.
 * The installer is ended when nothing has come for `patience` ms at first, or for 20 s later.
 */
export function installOfficialElectron(patience: number): Promise<OfficialElectron | string> {
  return exclusively(
    distFolder,
    async () => findOfficialElectron() ?? (await runInstaller(patience)),
    () => say('另一个进程正在安装 Electron，请稍候……', 'another process is installing Electron, waiting for it …'),
  )
}

function runInstaller(patience: number): Promise<OfficialElectron | string> {
  // The installer downloads into the temporary folder: one of its own shows whether anything comes.
  return withWorkFolder(tmpdir(), async (temporary, signal) => {
    const [program, ...args] = dieWithParent([process.execPath, join(packageFolder, 'install.js')])
    const installer = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
      signal,
    })
    let stderr = ''
    installer.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    const stalled = await waitUntilEndedOrStalled(installer, temporary, patience)
    signal.throwIfAborted()
    return findOfficialElectron() ?? stalled ?? firstLine(stderr)
  })
}

const LATER_PATIENCE_MS = 20_000

/** Kills the installer when nothing comes any more, and says so; undefined when it ended by itself. */
async function waitUntilEndedOrStalled(
  installer: ChildProcess,
  temporary: string,
  patience: number,
): Promise<string | undefined> {
  const progress = createProgress(0)
  let best = 0
  let lastGrowth = Date.now()
  let stalled: string | undefined
  const watch = setInterval(async () => {
    const downloaded = await folderSize(temporary)
    progress.update(downloaded)
    const size = downloaded + (await folderSize(distFolder))
    if (size > best) {
      best = size
      lastGrowth = Date.now()
    }
    const limit = best > 0 ? LATER_PATIENCE_MS : patience
    if (Date.now() - lastGrowth < limit) return
    stalled = `no answer within ${limit / 1000} s`
    installer.kill('SIGKILL')
  }, 200)
  await new Promise<unknown>((resolve) => installer.once('close', resolve).once('error', resolve))
  clearInterval(watch)
  progress.end()
  return stalled
}

function firstLine(stderr: string): string {
  return stderr.trim().split('\n')[0] || 'its installer failed'
}
