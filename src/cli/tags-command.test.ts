import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Library } from '../library/library.ts'
import { directReader } from '../library/report-reader.ts'
import { annotationId, highlightOf, importText, REPORT } from '../library/testing/library-place.ts'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const failureSchema = z.object({ stdout: z.string(), stderr: z.string(), code: z.number() })

/** A library with a tagged note, and the command line. */
async function withTags() {
  const files = temporaryFolder()
  const folder = join(files, 'library')
  const library = await Library.open({
    folder,
    reader: directReader,
    indexPath: join(files, 'index.json'),
    snapshotsFolder: join(files, 'snapshots'),
  })
  const { id } = await importText(library, REPORT)
  await library.changeAnnotation(id, highlightOf(REPORT, '空气质量'))
  await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), tags: ['环境/空气', '数据'] })
  const run = async (...args: string[]) => {
    const all = ['src/cli/main.ts', 'tags', ...args, '--library', folder]
    const env = { ...process.env, XDG_CACHE_HOME: join(files, 'cache') }
    return promisify(execFile)(process.execPath, all, { cwd: root, env }).then(
      ({ stdout: out, stderr: err }) => ({ out, err, code: 0 }),
      (error: unknown) => {
        const { stdout: out, stderr: err, code } = failureSchema.parse(error)
        return { out, err, code }
      },
    )
  }
  return { library, id, run }
}

/** A process for each command, on a machine that may be busy. */
describe('tags on the command line', { timeout: 60_000 }, () => {
  it('are listed while the library is open, and renamed when it is not', async () => {
    const { library, id, run } = await withTags()
    const listed = { code: 0, err: '', out: '环境\t1 批注\t1 报告\n环境/空气\t1 批注\t1 报告\n数据\t1 批注\t1 报告\n' }
    expect(await run()).toEqual(listed)
    expect(await run('rename', '环境', '生态')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('正被另一个'),
    })
    await library.close()
    expect(await run('rename', '#环境', '生态')).toEqual({ code: 0, err: '', out: '#环境 → 生态\t1 批注\t1 报告\n' })
    expect(await run('rename', '环境', '生态')).toMatchObject({ code: 0, out: '环境 → 生态\t0 批注\t0 报告\n' })
    const { out } = await run('--json')
    expect(JSON.parse(out)).toEqual([
      { tag: '生态', own: 0, all: 1, reports: [id] },
      { tag: '生态/空气', own: 1, all: 1, reports: [id] },
      { tag: '数据', own: 1, all: 1, reports: [id] },
    ])
  })

  it('say what is wrong', async () => {
    const { library, run } = await withTags()
    await library.close()
    for (const args of [['rename'], ['rename', 'a'], ['rename', 'a', 'b', 'c'], ['drop', 'a'], ['--all']])
      expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('用法') })
    expect(await run('rename', '数据', ' / ')).toMatchObject({ code: 1, err: expect.stringContaining('标签名是空的') })
  })
})
