import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Library } from '../library/library.ts'
import { directReader } from '../library/report-reader.ts'
import { highlightOf, importText, REPORT } from '../library/testing/library-place.ts'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'
import { runAnnotations } from './annotations-command.ts'
import { runCommand } from './testing/run-command.ts'

const cli = (folder: string, ...args: string[]) => runCommand(folder, runAnnotations, ...args)

async function openIn(folder: string, name: string): Promise<Library> {
  return Library.open({ folder: join(folder, name), reader: directReader, indexPath: join(folder, `${name}.json`) })
}

describe('annotations export and import', () => {
  it('carries notes from one library into another, and tells what became of them', async () => {
    const folder = temporaryFolder()
    const from = await openIn(folder, 'from')
    const { id } = await importText(from, REPORT)
    const marked = await from.changeAnnotation(id, { ...highlightOf(REPORT, '五源共治'), note: '=1+1' })
    await from.close()
    const to = await openIn(folder, 'to')
    await importText(to, REPORT)
    await to.close()

    const file = join(folder, 'notes.jsonld')
    const out = ['--out', file]
    expect(await cli(folder, 'export', '--library', join(folder, 'from'), ...out)).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    const { out: said, code } = await cli(folder, 'import', file, '--library', join(folder, 'to'))
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('新增 1，更新 0，相同 0') })
    const again = await openIn(folder, 'to')
    expect(await again.allAnnotations(id)).toEqual([marked])
    await again.close()

    const csv = await cli(folder, 'export', id.slice(0, 6), '--library', join(folder, 'to'), '--format', 'csv')
    expect(csv.out.startsWith('\ufeffreport,title,')).toBe(true)
    expect(csv.out).toContain(",五源共治,'=1+1,")
  })

  it('names the wrong line, and ends with 1; wrong usage ends with 2', async () => {
    const folder = temporaryFolder()
    const library = await openIn(folder, 'library')
    const { id } = await importText(library, REPORT)
    await library.close()
    const file = join(folder, 'wrong.json')
    writeFileSync(file, `[\n{"type": "Annotation", "id": "a", "target": {"source": "urn:meipi:report:${id}"}}\n]\n`)
    const where = ['--library', join(folder, 'library')]
    expect(await cli(folder, 'import', file, ...where)).toEqual({
      code: 1,
      out: '',
      err: `${file}：第 2 行（第 1 条批注）的 target.selector 缺失。没有导入任何内容，请改正后再试。\n`,
    })
    writeFileSync(file, new Uint8Array([0xff, 0xfe, 0x00]))
    expect(await cli(folder, 'import', file, ...where)).toMatchObject({
      code: 1,
      err: expect.stringContaining('UTF-8'),
    })
    const lost = join(folder, 'nowhere', 'a.json')
    expect(await cli(folder, 'export', ...where, '--out', lost)).toEqual({
      code: 1,
      out: '',
      err: `${lost} 没有写成：没有这个文件夹。请换一个位置。\n`,
    })
    expect(existsSync(lost)).toBe(false)
    for (const args of [[], ['import', ...where], ['export', ...where, '--format', 'xml']])
      expect(await cli(folder, ...args)).toMatchObject({ code: 2, out: '' })
  })

  it('takes nothing in while the library is open elsewhere', async () => {
    const folder = temporaryFolder()
    const library = await openIn(folder, 'library')
    const { id } = await importText(library, REPORT)
    await library.changeAnnotation(id, highlightOf(REPORT, '五源共治'))
    const where = ['--library', join(folder, 'library')]
    const file = join(folder, 'notes.json')
    await cli(folder, 'export', ...where, '--out', file)
    expect(readFileSync(file, 'utf8')).toContain('五源共治')
    expect(await cli(folder, 'import', file, ...where)).toMatchObject({
      code: 1,
      err: expect.stringContaining('正被另一个'),
    })
    await library.close()
  })
})
