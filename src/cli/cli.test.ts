import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { Library } from '../library/library.ts'
import { reportSummarySchema } from '../library/report-index.ts'
import { directReader } from '../library/report-reader.ts'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const sample = join(root, 'resources', 'sample-report.txt')
const SAMPLE_TITLE = '2025年云汀市政府工作报告'

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as a reader does, in a process of its own. */
async function cli(folder: string, ...args: string[]): Promise<Outcome> {
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/cli/main.ts', ...args], {
      cwd: root,
      env,
    })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(error)
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

describe('meipi on the command line', () => {
  it('says how it is used, and ends with 2', async () => {
    const folder = temporaryFolder()
    for (const args of [
      [],
      ['frobnicate'],
      ['toString'],
      ['parse'],
      ['parse', '--frobnicate', 'x'],
      ['list'],
      ['import', '--library', folder],
    ]) {
      const { code, out, err } = await cli(folder, ...args)
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
      expect(err).toContain('用法')
    }
  })

  it('imports files and folders, a line a file; the same bytes are one report', async () => {
    const folder = temporaryFolder()
    const library = join(folder, 'library')
    const files = join(folder, 'files', 'deep')
    mkdirSync(files, { recursive: true })
    writeFileSync(join(files, 'a.txt'), readFileSync(sample))
    writeFileSync(
      join(files, 'b.md'),
      '---\ntitle: 2025年汀溪县政府工作报告\n---\n\n各位代表：\n\n现在，我代表县人民政府，向大会报告工作。\n',
    )
    writeFileSync(join(files, 'c.wps'), 'x')
    const { code, out, err } = await cli(folder, 'import', sample, join(folder, 'files'), '--library', library)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual(['导入', '已有', '导入', '跳过'])

    const listed = await cli(folder, 'list', '--library', library, '--json')
    const rows = z
      .array(
        reportSummarySchema
          .omit({ progress: true, province: true, doubts: true, tags: true, tagCounts: true, colors: true })
          .strict(),
      )
      .parse(JSON.parse(listed.out))
    expect(rows.map(({ title }) => title).sort()).toEqual([SAMPLE_TITLE, '2025年汀溪县政府工作报告'])
  })

  it('names a file that fails in one line on stderr and ends with 1, with the others imported', async () => {
    const folder = temporaryFolder()
    const { code, out, err } = await cli(
      folder,
      'import',
      join(folder, '没有.txt'),
      sample,
      '--library',
      join(folder, 'library'),
    )
    expect(code).toBe(1)
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('找不到这个文件')])
    expect(out).toMatch(/^导入\t/)
  })

  it('exports one report to stdout, beginning with its front matter, and all of them into a folder', async () => {
    const folder = temporaryFolder()
    const library = join(folder, 'library')
    await cli(folder, 'import', sample, '--library', library)
    const { out } = await cli(folder, 'export', '--library', library)
    expect(parseYaml(/^---\n(.*?)\n---\n/s.exec(out)?.[1] ?? '')).toMatchObject({
      title: SAMPLE_TITLE,
      region: '云汀市',
      year: 2025,
    })

    await cli(folder, 'export', '--library', library, '--out', join(folder, 'notes'))
    expect(readdirSync(join(folder, 'notes'))).toEqual([`${SAMPLE_TITLE}.md`])
    const unknown = await cli(folder, 'export', 'ffffffff', '--library', library)
    expect(unknown).toMatchObject({ code: 1, out: '' })
  })

  it('reads, but refuses to write, while the library is open elsewhere', async () => {
    const folder = temporaryFolder()
    const library = join(folder, 'library')
    const open = await Library.open({ folder: library, reader: directReader, indexPath: join(folder, 'index.json') })
    await open.importFile(sample, 'sample.txt')
    expect(await cli(folder, 'import', sample, '--library', library)).toMatchObject({
      code: 1,
      err: expect.stringContaining('正被另一个'),
    })
    expect((await cli(folder, 'list', '--library', library)).out).toContain(SAMPLE_TITLE)
    await open.close()
  })

  it('has no library to show where there is none', async () => {
    const folder = temporaryFolder()
    const { code, err } = await cli(folder, 'list', '--library', join(folder, 'nowhere'))
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('没有这个资料库') })
    expect(readdirSync(folder)).not.toContain('nowhere')
  })

  it('finds the terms of other reports in a file, with their definitions and the shorter ones inside', async () => {
    const folder = temporaryFolder()
    const body = '各位代表：\n\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\n'
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const reader = write(
      'a.txt',
      `2025年汀溪县政府工作报告\n\n${body}一、工作回顾\n\n执行“三重一大”集体决策制度，实施“三高四新”。\n`,
    )
    const other = write(
      'b.txt',
      `2025年渚溪县政府工作报告\n\n${body}一、工作回顾\n\n成效明显。\n\n名词解释\n\n1.“三重一大”：重大事项决策。\n2.“三重一大”集体决策制度：集体讨论决定的制度。\n`,
    )
    const { out } = await cli(folder, 'terms', reader, '--dictionary', other, '--json')
    const text = readFileSync(reader, 'utf8')
    const [hit, ...more] = JSON.parse(out)
    expect(more).toEqual([])
    expect(text.slice(hit.start, hit.end)).toBe('三重一大”集体决策制度')
    expect(hit).toMatchObject({
      term: '“三重一大”集体决策制度',
      definitions: [{ file: other, number: '2', definition: '集体讨论决定的制度。' }],
      nested: [{ term: '三重一大' }],
    })
    const listing = (await cli(folder, 'terms', reader, '--dictionary', other)).out
    expect(listing).toContain('其他报告解释的：1 个')
    expect(listing).toMatch(/未解释：1 个\n {2}三高四新（1 处）/)
  })
})
