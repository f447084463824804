import { execFile } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Library } from '../library/library.ts'
import { directReader } from '../library/report-reader.ts'
import { highlightOf, importText, REPORT } from '../library/testing/library-place.ts'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const outputSchema = z.object({ stdout: z.string(), stderr: z.string() })
const listSchema = z.array(
  z.object({ name: z.string(), path: z.string(), reason: z.string(), bytes: z.number().positive() }),
)

/** A library with a note, and the command line with its own folders. */
async function withLibrary() {
  const files = temporaryFolder()
  const folder = join(files, 'library')
  const open = () =>
    Library.open({
      folder,
      reader: directReader,
      indexPath: join(files, 'index.json'),
      snapshotsFolder: join(files, 'unused'),
    })
  const library = await open()
  const { id } = await importText(library, REPORT)
  await library.changeAnnotation(id, highlightOf(REPORT, '空气质量'))
  const env = { ...process.env, XDG_CACHE_HOME: join(files, 'cache'), XDG_DATA_HOME: join(files, 'data') }
  const run = async (...args: string[]) => {
    const all = ['src/cli/main.ts', 'snapshots', ...args, '--library', folder]
    const done = promisify(execFile)(process.execPath, all, { cwd: root, env })
    const {
      stdout: out,
      stderr: err,
      code,
    } = await done.then(
      (output) => ({ ...output, code: 0 }),
      (error: unknown) => ({ ...outputSchema.parse(error), code: z.object({ code: z.number() }).parse(error).code }),
    )
    return { out, err, code }
  }
  return { files, folder, open, library, id, run }
}

/** A process for each command, on a machine that may be busy. */
const MANY_PROCESSES = { timeout: 60_000 }

describe('snapshots on the command line', MANY_PROCESSES, () => {
  it('are made and listed while the library is open, and merged when it is not', async () => {
    const { files, folder, open, library, id, run } = await withLibrary()
    expect(await run('list')).toEqual({ code: 0, out: '', err: '' })
    const made = await run('make')
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toMatch(/^\d{8}T\d{9}Z-asked\.jsonl\.gz\t.*\t手动\t\d+ 字节\n$/)
    const [snapshot] = listSchema.parse(JSON.parse((await run('list', '--json')).out))
    expect(snapshot?.path.startsWith(join(files, 'data'))).toBe(true)
    const busy = await run('restore', snapshot?.name ?? '')
    expect(busy).toMatchObject({ code: 1, out: '', err: expect.stringContaining('正被另一个') })
    await library.close()

    rmSync(join(folder, 'reports', id, 'annotations.json'))
    const restored = await run('restore', snapshot?.name ?? '')
    expect(restored).toMatchObject({ code: 0, err: '', out: expect.stringContaining('找回 1 条批注') })
    rmSync(join(folder, 'reports', id), { recursive: true })
    const missing = await run('restore', snapshot?.path ?? '')
    expect(missing.out).toContain(`缺少\t${id}\treport.txt\t1 批注`)
    expect(JSON.parse((await run('restore', snapshot?.path ?? '', '--json')).out)).toMatchObject({ missing: [{ id }] })
    const again = await open()
    await importText(again, REPORT)
    await again.close()
    expect((await run('restore', snapshot?.path ?? '')).out).toContain('找回 1 条批注')
    expect(existsSync(join(files, 'unused'))).toBe(false)
  })

  it('say what is wrong', async () => {
    const { files, library, run } = await withLibrary()
    await library.close()
    for (const args of [[], ['list', 'x'], ['restore'], ['forget'], ['restore', 'a', 'b']])
      expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('用法') })
    expect(await run('restore', 'nowhere.gz')).toMatchObject({ code: 1, err: expect.stringContaining('没有这个快照') })
    writeFileSync(join(files, 'zeros.gz'), Buffer.alloc(100))
    expect(await run('restore', join(files, 'zeros.gz'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('已损坏'),
    })
    writeFileSync(join(files, 'data'), 'in the way')
    expect(await run('make')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('没有完成') })
  })
})
