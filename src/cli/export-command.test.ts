import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Library } from '../library/library.ts'
import { directReader } from '../library/report-reader.ts'
import { annotationId, highlightOf, importText, REPORT } from '../library/testing/library-place.ts'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'
import { runExport } from './export-command.ts'
import { runTemplates } from './templates-command.ts'
import { runCommand } from './testing/run-command.ts'

const MARKDOWN = `---
title: 2025年汀溪县政府工作报告
source: https://example.org/report.html
---

${REPORT}`

/** A library with one report and three highlights: 1 indigo with a note, 2 rouge with a tag, 3 deleted. */
async function libraryIn(folder: string, { file = 'report.txt', text = REPORT } = {}) {
  const library = await openIn(folder)
  const { id } = await importText(library, text, file)
  await library.changeAnnotation(id, { ...highlightOf(REPORT, '五源共治'), note: '批注一' })
  await library.changeAnnotation(id, { ...highlightOf(REPORT, '抓好各项任务落实', annotationId(2)), color: 'rouge' })
  await library.changeAnnotation(id, { act: 'edit', id: annotationId(2), tags: ['任务/落实'] })
  await library.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(3)))
  await library.changeAnnotation(id, { act: 'delete', id: annotationId(3) })
  await library.close()
  return { id, folder: join(folder, 'library') }
}

function openIn(folder: string): Promise<Library> {
  return Library.open({
    folder: join(folder, 'library'),
    reader: directReader,
    indexPath: join(folder, 'index.json'),
    now: () => '2025-01-20T04:00:00.000Z',
  })
}

const run = (folder: string, ...args: string[]) =>
  runCommand(folder, runExport, ...args, '--library', join(folder, 'library'))

/** The quotes in a file, without their locators. */
const quotesOf = (markdown: string) =>
  [...markdown.matchAll(/^ *> (?!——|\[!|批注)(.+)$/gm)].map(([, words]) => words).join(' ')

describe('export: what is chosen', () => {
  it.each<[string[], string]>([
    [[], '五源共治 抓好各项任务落实'],
    [['--color', 'rouge'], '抓好各项任务落实'],
    [['--color', '数据'], '五源共治'],
    [['--color', '数据', '--color', 'rouge'], '五源共治 抓好各项任务落实'],
    [['--tag', '任务'], '抓好各项任务落实'],
    [['--tag', '任务', '--color', '数据'], ''],
    [['--id', annotationId(1)], '五源共治'],
    [['--created', '2025-01-19..2025-01-21'], '五源共治 抓好各项任务落实'],
    [['--created', '2025-01-22..'], ''],
    [['--modified', '..2025-01-18'], ''],
  ])('%j', async (args, quotes) => {
    const folder = temporaryFolder()
    await libraryIn(folder)
    const { code, out, err } = await run(folder, ...args)
    expect({ code, err, quotes: quotesOf(out) }).toEqual({ code: 0, err: '', quotes })
  })

  it.each([
    [['--color', '粉'], '没有这种颜色：粉。可以用 重点（gamboge）'],
    [['--created', '昨天'], '--created 要写成'],
    [['--created', '2025-02-30..'], '没有这一天：2025-02-30'],
    [['--created', '2025-01-01..', '--modified', '2025-01-01..'], '只能用一个'],
    [['--cite', '我'], '--cite'],
    [['--dry-run'], '要和 --update'],
    [['--deleted', 'strike'], '要和 --update'],
    [['--update', 'x.md', '--deleted', 'burn'], 'strike'],
    [['--update', 'x.md', '--out', 'y'], '只能用一个'],
  ])('%j is wrong usage', async (args, message) => {
    const folder = temporaryFolder()
    await libraryIn(folder)
    const { code, out, err } = await run(folder, ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  it('cites the report, with the address that its file told', async () => {
    const folder = temporaryFolder()
    await libraryIn(folder, { file: 'report.md', text: MARKDOWN })
    const { out } = await run(folder, '--cite', 'speaker')
    expect(out).toMatch(
      /\n引用：何清\. .*\[R\/OL\]\. （2025-01-06）\[2025-01-20\]\. https:\/\/example\.org\/report\.html\.\n/,
    )
  })
})

describe('export: templates', () => {
  it('takes Meipi’s by name, a file, and the reader’s own before Meipi’s', async () => {
    const folder = temporaryFolder()
    const { folder: library, id } = await libraryIn(folder)
    expect((await run(folder, '--template', 'logseq')).out).toContain(`- id:: ${annotationId(1)}\n  > 五源共治\n`)
    expect((await run(folder, '--template', 'plain')).out).toContain('> 五源共治\n>\n> —— 第 2 段，数据\n\n- 批注一\n')
    const own = join(folder, 'own.liquid')
    writeFileSync(own, '{{ report.heading }}：{% for p in passages %}{{ p.quote }};{% endfor %}')
    expect((await run(folder, '--template', own)).out).toBe('2025年汀溪县政府工作报告：五源共治;抓好各项任务落实;')
    mkdirSync(join(library, 'templates'))
    writeFileSync(join(library, 'templates', '短.liquid'), '\ufeff{{ report.id }}')
    writeFileSync(join(library, 'templates', 'plain.liquid'), '我的 plain')
    expect((await run(folder, '--template', '短')).out).toBe(id)
    expect((await run(folder, '--template', 'plain')).out).toBe('我的 plain')

    const listed = await runCommand(folder, runTemplates, '--library', library)
    expect(listed.out).toBe('plain\t自己的\n短\t自己的\nobsidian\t自带\nlogseq\t自带\n')
    const shown = await runCommand(folder, runTemplates, 'obsidian', '--library', library)
    writeFileSync(own, shown.out)
    const withoutTime = (text: string) => text.replace(/exported: .*/, '')
    expect(withoutTime((await run(folder, '--template', own)).out)).toBe(withoutTime((await run(folder)).out))
  })

  it.each<[string, Uint8Array | string, string]>([
    ['a name that is not there', '一\n二 {{ report.titel }}', '模板第 2 行：没有名为 report.titel 的内容'],
    ['a file that it reaches for', '{% include "library.json" %}', '模板第 1 行：模板不能用 include'],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x41]), '模板文件不是 UTF-8 编码'],
    ['no end', 'x'.repeat(900_000), '模板文件太长'],
  ])('a template with %s ends with 1 and one line', async (_what, content, message) => {
    const folder = temporaryFolder()
    await libraryIn(folder)
    const file = join(folder, 'own.liquid')
    writeFileSync(file, content)
    const { code, out, err } = await run(folder, '--template', file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
    expect(err.trimEnd()).not.toContain('\n')
  })

  it('a template that is not there', async () => {
    const folder = temporaryFolder()
    await libraryIn(folder)
    for (const name of ['没有', '../../没有/passwd', 'constructor', '没有.liquid'])
      expect(await run(folder, '--template', name)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/没有名为|找不到模板文件/),
      })
  })
})

describe('export --update', () => {
  /** A library with a file that was exported from it and written in since; then the notes were changed. */
  async function updatedLibrary(template = 'obsidian') {
    const folder = temporaryFolder()
    const { id } = await libraryIn(folder)
    const file = join(folder, '笔记.md')
    const { out } = await run(folder, '--template', template)
    const mine = `${out}\n${template === 'obsidian' ? '## 我的结论\n\n很好。' : '- 我的块'}\n`
    writeFileSync(file, mine)
    const library = await openIn(folder)
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note: '改过的批注' })
    await library.changeAnnotation(id, { act: 'delete', id: annotationId(2) })
    await library.changeAnnotation(id, highlightOf(REPORT, '空气质量', annotationId(4)))
    await library.close()
    return { folder, file, mine }
  }

  it.each(['obsidian', 'logseq'])(
    '%s: tells the changes, keeps what the reader wrote, and the file as it was',
    async (template) => {
      const { folder, file, mine } = await updatedLibrary(template)
      const trial = await run(folder, '--update', file, '--dry-run')
      expect(trial.code).toBe(0)
      expect(trial.out).toContain('新增 1，更新 1，已删除 1，未变 0\n')
      expect(trial.out).toMatch(/ {2}- .*批注一\n/)
      expect(trial.out).toMatch(/ {2}\+ .*改过的批注\n/)
      expect(trial.out).toContain('没有写入')
      expect(readFileSync(file, 'utf8')).toBe(mine)

      const { code } = await run(folder, '--update', file)
      expect(code).toBe(0)
      const now = readFileSync(file, 'utf8')
      expect(quotesOf(now)).toContain('空气质量')
      expect(now).toContain('~~抓好各项任务落实~~')
      expect(now).toContain(template === 'obsidian' ? '\n## 我的结论\n\n很好。\n' : '\n- 我的块\n')
      expect(readFileSync(`${file}.bak`, 'utf8')).toBe(mine)

      const again = await run(folder, '--update', file)
      expect(again.out).toContain('新增 0，更新 0，已删除 0，未变 3\n')
    },
  )

  it('removes what was deleted where that is asked for', async () => {
    const { folder, file } = await updatedLibrary()
    await run(folder, '--update', file, '--deleted', 'remove')
    expect(readFileSync(file, 'utf8')).not.toContain('抓好各项任务落实')
  })

  it('leaves what another choice of annotations does not export', async () => {
    const { folder, file } = await updatedLibrary()
    await run(folder, '--update', file, '--color', 'rouge')
    expect(readFileSync(file, 'utf8')).toContain('> 批注一\n')
  })

  it('refuses a file that is not ours, another report’s, or cannot be read, and leaves it as it is', async () => {
    const { folder, file } = await updatedLibrary()
    const other = join(folder, '别的.md')
    for (const [content, message] of [
      ['# 我的日记\n', '请写出'],
      ['---\nmeipi_report: ffffffffffffffff\n---\n', '资料库里没有这份报告'],
      [readFileSync(file, 'utf8').replace('region: ', 'region: ['), 'YAML'],
    ] as const) {
      writeFileSync(other, content)
      const { code, err } = await run(folder, '--update', other)
      expect(code).toBeGreaterThan(0)
      expect(err).toContain(message)
      expect(readFileSync(other, 'utf8')).toBe(content)
    }
    writeFileSync(other, '# 我的日记\n')
    const { id } = await libraryIn(temporaryFolder())
    expect(await run(folder, id, '--update', other)).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有找到这份报告的批注标记'),
    })
    writeFileSync(other, new Uint8Array([0xd5, 0xfe]))
    expect(await run(folder, '--update', other)).toMatchObject({ code: 1, err: expect.stringContaining('UTF-8') })
    expect(await run(folder, '--update', join(folder, '没有.md'))).toMatchObject({ code: 1 })
    expect(existsSync(join(folder, '没有.md'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.bak') || name.endsWith('.tmp'))).toEqual([])
  })

  it('refuses a template whose passages cannot be told apart', async () => {
    const { folder, file, mine } = await updatedLibrary()
    expect(await run(folder, '--update', file, '--template', 'plain')).toMatchObject({
      code: 1,
      err: expect.stringContaining('不能更新'),
    })
    expect(readFileSync(file, 'utf8')).toBe(mine)
  })
})
