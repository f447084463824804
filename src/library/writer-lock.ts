import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { errorCode, isMissing } from './node-errors.ts'

const holderSchema = z.object({ pid: z.number().int().positive(), started: z.string() })
type Holder = z.infer<typeof holderSchema>

/** Another process on this machine writes to the library. */
export class LibraryBusyError extends Error {
  override readonly name = 'LibraryBusyError'

  constructor() {
    super('这个资料库正被另一个眉批进程写入。请先关闭它，或稍后再试。')
  }
}

/** The right to write to a library, held until it is released or the process ends. */
export interface WriterLock {
  release(): Promise<void>
}

/**
 * Takes the lock file of a library for this process. A lock whose process has ended, even by kill -9, is taken over.
 * Throws a `LibraryBusyError` while another living process holds it.
 */
export async function acquireWriterLock(path: string): Promise<WriterLock> {
  const me: Holder = { pid: process.pid, started: await startOf(process.pid) }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(path, JSON.stringify(me), { flag: 'wx' })
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const holder = await readHolder(path)
    if (holder && (await isAlive(holder))) throw new LibraryBusyError()
    await discard(path)
  }
  throw new LibraryBusyError()
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** Moves a dead lock away before it is removed: of two processes that find it, one alone succeeds. */
async function discard(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
    await rm(aside, { force: true })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
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
