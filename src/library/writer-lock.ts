import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { isFolder } from './folder-names.ts'
import { LibraryError, LibraryGoneError } from './library-error.ts'
import type { LibraryPaths } from './library-paths.ts'
import { errorCode, isMissing } from './node-errors.ts'

const holderSchema = z.object({ pid: z.number().int().positive(), started: z.string() })
type Holder = z.infer<typeof holderSchema>

/** Another process on this machine writes to the library. */
export class LibraryBusyError extends LibraryError {
  override readonly name = 'LibraryBusyError'

  constructor() {
    super('这个资料库正被另一个眉批进程写入。请先关闭它，或稍后再试。')
  }
}

/** The right to write to a library, held until it is released or the process ends. */
export interface WriterLock {
  /**
   * Makes sure that the right is still held, before something is written. A lock that was removed is put back where the
   * library is still there. Rejects with a `LibraryBusyError` where another living process has it, and where `folder` is
   * gone with a `LibraryGoneError`.
   */
  confirm(): Promise<void>
  release(): Promise<void>
}

/** Where the lock of a library is, and what tells that the library is there. */
export type LockedPaths = Pick<LibraryPaths, 'folder' | 'reports' | 'writerLock'>

/**
 * Takes the lock file of a library for this process. A lock whose process has ended, even by kill -9, is taken over.
 * Throws a `LibraryBusyError` while another living process holds it.
 */
export async function acquireWriterLock({ writerLock: path, folder, reports }: LockedPaths): Promise<WriterLock> {
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid), nonce: randomUUID() })
  await take(path, mine)
  return {
    async confirm() {
      const content = await readFile(path, 'utf8').catch(() => null)
      if (content === mine) return
      // A drive that was taken out leaves an empty folder behind, where nothing may be written.
      if (!(await isFolder(reports))) throw new LibraryGoneError(folder)
      await take(path, mine)
    },
    release: () => release(path, mine),
  }
}

async function take(path: string, mine: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await claim(path, mine)) return
    const content = await readFile(path, 'utf8').catch(() => null)
    if (content === null) continue
    const holder = parseHolder(content)
    if (holder && (await isAlive(holder))) throw new LibraryBusyError()
    await discard(path, content)
  }
  throw new LibraryBusyError()
}

/** Puts the lock in place with its content in one step, so that nobody ever reads half of it. False where there is one. */
async function claim(path: string, content: string): Promise<boolean> {
  const own = `${path}.${process.pid}`
  await writeFile(own, content)
  try {
    await link(own, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    // A file system without hard links: the next best is to be the one who creates it.
    return await writeFile(path, content, { flag: 'wx' }).then(
      () => true,
      (reason: unknown) => {
        if (errorCode(reason) === 'EEXIST') return false
        throw reason
      },
    )
  } finally {
    await rm(own, { force: true })
  }
}

function parseHolder(content: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(content))
  } catch {
    return null
  }
}

/** Moves a dead lock away before it is removed; one that has taken its place in the meantime is put back. */
async function discard(path: string, dead: string): Promise<void> {
  const aside = `${path}.${process.pid}.dead`
  try {
    await rename(path, aside)
    if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path).catch(() => undefined)
    await rm(aside, { force: true })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

async function release(path: string, mine: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === mine) await rm(path, { force: true })
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    if (errorCode(error) !== 'EPERM') return false
  }
  return (await startOf(pid)) === started
}

/** When a process began, where the system tells (Linux); it tells a process from a later one with the same number. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in parentheses, may hold spaces; the start time is the 20th field after it (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
