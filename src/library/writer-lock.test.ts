import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { acquireWriterLock, LibraryBusyError } from './writer-lock.ts'

describe('acquireWriterLock', () => {
  it('turns a second writer away until the first has let go', async () => {
    const path = join(temporaryFolder(), '.writer.json')
    const lock = await acquireWriterLock(path)
    await expect(acquireWriterLock(path)).rejects.toThrow(LibraryBusyError)
    await lock.release()
    await (await acquireWriterLock(path)).release()
    expect(existsSync(path)).toBe(false)
  })

  it('takes over from a process that was killed', async () => {
    const path = join(temporaryFolder(), '.writer.json')
    const script = `import { acquireWriterLock } from ${JSON.stringify(join(import.meta.dirname, 'writer-lock.ts'))}
      await acquireWriterLock(${JSON.stringify(path)})
      console.log('held')
      setInterval(() => undefined, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(other.stdout, 'data')
    await expect(acquireWriterLock(path)).rejects.toThrow(LibraryBusyError)
    other.kill('SIGKILL')
    await once(other, 'exit')
    await (await acquireWriterLock(path)).release()
  })

  it.each([
    ['empty', ''],
    ['of a process that began at another time', JSON.stringify({ pid: process.pid, started: 'long ago' })],
    ['without sense', '{"pid":"me"}'],
  ])('takes over a lock that is %s', async (_what, content) => {
    const folder = temporaryFolder()
    const path = join(folder, '.writer.json')
    writeFileSync(path, content)
    await acquireWriterLock(path)
    expect(readdirSync(folder)).toEqual(['.writer.json'])
  })
})
