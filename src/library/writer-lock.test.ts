import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LibraryGoneError } from './library-error.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { acquireWriterLock, LibraryBusyError, type LockedPaths } from './writer-lock.ts'

function place(): { readonly paths: LockedPaths; readonly path: string } {
  const folder = join(temporaryFolder(), 'library')
  const paths = { folder, reports: join(folder, 'reports'), writerLock: join(folder, '.writer.json') }
  mkdirSync(paths.reports, { recursive: true })
  return { paths, path: paths.writerLock }
}

describe('acquireWriterLock', () => {
  it('turns a second writer away until the first has let go', async () => {
    const { paths, path } = place()
    const lock = await acquireWriterLock(paths)
    await expect(acquireWriterLock(paths)).rejects.toThrow(LibraryBusyError)
    await lock.release()
    await (await acquireWriterLock(paths)).release()
    expect(existsSync(path)).toBe(false)
  })

  it('takes over from a process that was killed', async () => {
    const { paths } = place()
    const script = `import { acquireWriterLock } from ${JSON.stringify(join(import.meta.dirname, 'writer-lock.ts'))}
      await acquireWriterLock(${JSON.stringify(paths)})
      console.log('held')
      setInterval(() => undefined, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(other.stdout, 'data')
    await expect(acquireWriterLock(paths)).rejects.toThrow(LibraryBusyError)
    other.kill('SIGKILL')
    await once(other, 'exit')
    await (await acquireWriterLock(paths)).release()
  })

  it.each([
    ['empty', ''],
    ['of a process that began at another time', JSON.stringify({ pid: process.pid, started: 'long ago' })],
    ['without sense', '{"pid":"me"}'],
  ])('takes over a lock that is %s', async (_what, content) => {
    const { paths, path } = place()
    writeFileSync(path, content)
    await acquireWriterLock(paths)
    expect(readdirSync(paths.folder)).toEqual(['.writer.json', 'reports'])
  })

  it('is put back where it was removed, is lost where another took it, and writes nothing where the library is gone', async () => {
    const { paths, path } = place()
    const lock = await acquireWriterLock(paths)
    await lock.confirm()
    rmSync(path)
    await lock.confirm()
    expect(existsSync(path)).toBe(true)
    rmSync(path)
    const other = await acquireWriterLock(paths)
    await expect(lock.confirm()).rejects.toThrow(LibraryBusyError)
    await other.release()
    await lock.confirm()

    // A drive that is taken out leaves its empty folder behind.
    renameSync(paths.folder, `${paths.folder}-away`)
    mkdirSync(paths.folder)
    await expect(lock.confirm()).rejects.toThrow(LibraryGoneError)
    expect(readdirSync(paths.folder)).toEqual([])
    rmdirSync(paths.folder)
    await expect(lock.confirm()).rejects.toThrow('找不到资料库文件夹')
    renameSync(`${paths.folder}-away`, paths.folder)
    await lock.confirm()
    await lock.release()
    expect(existsSync(path)).toBe(false)
  })
})
