import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_EXPORT_CHOICE, type ExportRequest } from '../../core/export/export-choice.ts'
import type { ExportStep } from '../../core/export/export-view.ts'
import type { Library } from '../library.ts'
import { startTemplateRenderer } from '../templates/template-renderer.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from '../testing/library-place.ts'
import { ExportSession } from './export-session.ts'

const WORKER = new URL('../templates/template-worker.ts', import.meta.url)

/** What has to be ended after a test. */
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A library with one report and two highlights: 1 indigo with a note, 2 rouge with a tag. */
async function beginSession() {
  const place = libraryPlace()
  const library = await place.open({ now: () => '2025-01-20T04:00:00.000Z' })
  const { id } = await importText(library, REPORT)
  await library.changeAnnotation(id, { ...highlightOf(REPORT, '五源共治'), note: '批注一' })
  await library.changeAnnotation(id, { ...highlightOf(REPORT, '抓好各项任务落实', annotationId(2)), color: 'rouge' })
  await library.changeAnnotation(id, { act: 'edit', id: annotationId(2), tags: ['任务/落实'] })
  const onProgress = vi.fn()
  const startRenderer = vi.fn(() => startTemplateRenderer(WORKER))
  const session = new ExportSession({ library, startRenderer, now: () => '2025-02-01T00:00:00.000Z', onProgress })
  ends.push(async () => {
    await session.stop()
    await library.close()
  })
  return { place, library, id, session, onProgress, file: join(place.files, '笔记.md') }
}

function requestFor(reports: readonly string[], more: Partial<ExportRequest> = {}): ExportRequest {
  const { template, terms } = DEFAULT_EXPORT_CHOICE
  return { reports, template, scope: {}, terms, citation: null, ...more }
}

/** Adds a report of another county, with a highlight where words are given. */
async function addReport(library: Library, county: string, words?: string): Promise<string> {
  const text = REPORT.replaceAll('汀溪县', county)
  const { id } = await importText(library, text, `${county}.txt`)
  if (words !== undefined) await library.changeAnnotation(id, highlightOf(text, words))
  return id
}

function reviewOf(step: ExportStep | null) {
  if (step?.step !== 'review') throw new Error(`no review: ${JSON.stringify(step)}`)
  return step.files.map(({ plan }) => plan)
}

describe('survey', () => {
  it.each<[Partial<ExportRequest>, { reports: number; passages: number; notes: number }]>([
    [{}, { reports: 1, passages: 2, notes: 1 }],
    [{ scope: { colors: ['rouge'] } }, { reports: 1, passages: 1, notes: 0 }],
    [{ scope: { colors: [] } }, { reports: 0, passages: 0, notes: 0 }],
    [{ scope: { tags: ['任务'] } }, { reports: 1, passages: 1, notes: 0 }],
    [{ scope: { dates: { by: 'created', from: '2025-01-21T00:00:00.000Z' } } }, { reports: 0, passages: 0, notes: 0 }],
  ])('%j', async (more, counts) => {
    const { session, id } = await beginSession()
    expect(await session.survey(requestFor([id], more))).toMatchObject(counts)
  })

  it('tells the tags that there are, with those above them, whatever is chosen', async () => {
    const { session, library, id } = await beginSession()
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), tags: ['环境/空气/臭氧', '环境'] })
    const survey = await session.survey(requestFor([id], { scope: { colors: [] } }))
    expect(survey?.tags).toEqual([
      { tag: '环境', count: 1 },
      { tag: '环境/空气', count: 1 },
      { tag: '环境/空气/臭氧', count: 1 },
      { tag: '任务', count: 1 },
      { tag: '任务/落实', count: 1 },
    ])
  })

  it('answers the last question alone', async () => {
    const { session, id } = await beginSession()
    const [first, second] = await Promise.all([session.survey(requestFor([id])), session.survey(requestFor([id]))])
    expect([first, second?.passages]).toEqual([null, 2])
  })
})

describe('preview', () => {
  it('shows what is written, and what a template that is being written makes', async () => {
    const { session, id, file } = await beginSession()
    await session.begin(requestFor([id]), { file }, 'strike')
    expect(await session.preview(requestFor([id]), id, null)).toEqual({
      kind: 'text',
      text: readFileSync(file, 'utf8'),
      isCut: false,
    })
    expect(await session.preview(requestFor([id]), id, '{{ passages.size }}')).toMatchObject({ text: '2' })
  })

  it('tells what is wrong in a template, with the line', async () => {
    const { session, id } = await beginSession()
    expect(await session.preview(requestFor([id]), id, '一\n{{ report.titel }}')).toEqual({
      kind: 'problem',
      problem: {
        code: 'template-variable',
        line: 2,
        found: 'report.titel',
        message: expect.stringContaining('模板第 2 行：没有名为 report.titel 的内容'),
      },
    })
  })

  it('is held up by no template that runs on and on', async () => {
    const { session, id } = await beginSession()
    const loop =
      '{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}'
    const endless = session.preview(requestFor([id]), id, loop)
    await new Promise((resolve) => setTimeout(resolve, 400))
    const begun = Date.now()
    expect(await session.preview(requestFor([id]), id, '{{ report.id }}')).toMatchObject({ text: id })
    expect(Date.now() - begun).toBeLessThan(4000)
    expect(await endless).toBeNull()
  })

  it('leaves terms and the reference to the reader', async () => {
    const { session, id } = await beginSession()
    const look = (more: Partial<ExportRequest>) =>
      session.preview(requestFor([id], more), id, '{{ terms.size }} {{ report.citation }}')
    expect(await look({})).toMatchObject({ text: '1 ' })
    const citation = { author: 'government', edition: '2025' } as const
    expect(await look({ terms: false, citation })).toMatchObject({
      text: expect.stringMatching(/^0 汀溪县人民政府\. /),
    })
  })
})

describe('begin and write', () => {
  it('writes a file that is not there yet at once', async () => {
    const { session, id, file } = await beginSession()
    expect(await session.begin(requestFor([id]), { file }, 'strike')).toEqual({
      step: 'written',
      written: { target: '笔记.md', files: 1, failed: [], stopped: false },
    })
    expect(readFileSync(file, 'utf8')).toContain('> 五源共治')
  })

  it('looks at a file that is there, and changes nothing before it is told to', async () => {
    const { session, library, id, file } = await beginSession()
    await session.begin(requestFor([id]), { file }, 'strike')
    const byHand = `${readFileSync(file, 'utf8')}\n我写的。\n`
    writeFileSync(file, byHand)
    await library.changeAnnotation(id, { act: 'delete', id: annotationId(2) })
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note: '批注二' })
    await library.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(3)))

    const plans = reviewOf(await session.begin(requestFor([id]), { file }, 'strike'))
    expect(plans).toMatchObject([
      { kind: 'update', changes: { counts: { added: 1, updated: 1, removed: 1, kept: 0 } } },
    ])
    expect(JSON.stringify(plans)).toContain('~~抓好各项任务落实~~')
    expect(JSON.stringify(reviewOf(await session.review('remove')))).not.toContain('~~')
    expect(readFileSync(file, 'utf8')).toBe(byHand)

    expect(await session.write()).toMatchObject({ files: 1, failed: [] })
    const updated = readFileSync(file, 'utf8')
    expect(updated).toContain('我写的。')
    expect(updated).toContain('批注二')
    expect(updated).not.toContain('抓好各项任务落实')
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe(byHand)
    await expect(session.write()).rejects.toThrow('已经取消')
  })

  it('writes nothing where the file changed after it was looked at', async () => {
    const { session, library, id, file } = await beginSession()
    await session.begin(requestFor([id]), { file }, 'strike')
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note: '批注二' })
    await session.begin(requestFor([id]), { file }, 'strike')
    writeFileSync(file, '别处改的')
    await expect(session.write()).rejects.toThrow('刚刚被别的程序改动过')
    expect(readFileSync(file, 'utf8')).toBe('别处改的')
  })

  it.each([
    ['no export', '# 日记\n', 'replace'],
    ['an export of another report', '---\nmeipi_report: "0123456789abcdef"\n---\n', 'refused'],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), 'refused'],
  ])('%s is %s', async (_what, content, kind) => {
    const { session, id, file } = await beginSession()
    writeFileSync(file, content)
    expect(reviewOf(await session.begin(requestFor([id]), { file }, 'strike'))).toMatchObject([{ kind }])
  })

  it('keeps what it replaces, every time under a name of its own', async () => {
    const { session, id, file } = await beginSession()
    for (const [number, content] of ['# 一\n', '# 二\n'].entries()) {
      writeFileSync(file, content)
      reviewOf(await session.begin(requestFor([id], { template: 'plain' }), { file }, 'strike'))
      await session.write()
      expect(readFileSync(`${file}${number === 0 ? '' : '.2'}.bak`, 'utf8')).toBe(content)
    }
    expect(readFileSync(file, 'utf8')).toContain('> 五源共治')
  })

  it('keeps what it replaced when that is brought up to date later, and every .bak that is not its own', async () => {
    const { session, library, id, file } = await beginSession()
    const once = async () => {
      reviewOf(await session.begin(requestFor([id]), { file }, 'strike'))
      await session.write()
    }
    writeFileSync(file, '# 我写的，只有这一份\n')
    await once()
    for (const note of ['二', '三', '四']) {
      await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note })
      await once()
    }
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe('# 我写的，只有这一份\n')
  })

  it('refuses a folder of that name', async () => {
    const { session, id, file } = await beginSession()
    mkdirSync(file)
    expect(reviewOf(await session.begin(requestFor([id]), { file }, 'strike'))).toMatchObject([{ kind: 'refused' }])
    await expect(session.write()).rejects.toThrow('同名的文件夹')
  })

  it('says where it cannot write', async () => {
    const { session, id, place } = await beginSession()
    const file = join(place.files, '没有', '笔记.md')
    await expect(session.begin(requestFor([id]), { file }, 'strike')).rejects.toThrow(
      '笔记.md 没有写成：没有这个文件夹',
    )
  })
})

describe('several reports into a folder', () => {
  it('leaves out those without passages, and tells namesakes apart', async () => {
    const { session, library, place, id, onProgress } = await beginSession()
    const bare = await addReport(library, '荻川县')
    // Another edition of the same report has the same name.
    const { id: twin } = await importText(library, `${REPORT}\n`, 'twin.txt')
    await library.changeAnnotation(twin, highlightOf(REPORT, '请予审议'))
    const folder = join(place.files, '导出')
    mkdirSync(folder)
    expect(await session.begin(requestFor([id, bare, twin]), { folder }, 'strike')).toMatchObject({
      written: { target: '导出', files: 2, failed: [], stopped: false },
    })
    expect(readdirSync(folder).sort()).toEqual([`2025年汀溪县政府工作报告 ${twin}.md`, '2025年汀溪县政府工作报告.md'])
    expect(onProgress.mock.calls).toEqual([[{ done: 0, total: 2 }], [{ done: 1, total: 2 }], [null]])
  })

  it('writes beside files of other reports, and updates its own', async () => {
    const { session, library, place, id } = await beginSession()
    const other = await addReport(library, '荻川县', '请予审议')
    const folder = join(place.files, '导出')
    mkdirSync(folder)
    const foreign = '---\nmeipi_report: "0123456789abcdef"\n---\n\n# 别的\n'
    writeFileSync(join(folder, '2025年汀溪县政府工作报告.md'), foreign)
    expect(await session.begin(requestFor([id, other]), { folder }, 'strike')).toMatchObject({ step: 'written' })
    expect(readFileSync(join(folder, '2025年汀溪县政府工作报告.md'), 'utf8')).toBe(foreign)
    expect(existsSync(join(folder, `2025年汀溪县政府工作报告 ${id}.md`))).toBe(true)

    const again = await session.begin(requestFor([id, other]), { folder }, 'strike')
    expect(again).toMatchObject({ step: 'review', fresh: 0, more: 0 })
    expect(reviewOf(again).map(({ kind }) => kind)).toEqual(['update', 'update'])
  })

  it('stops between two files when it is told to', async () => {
    const { session, library, place, id, onProgress } = await beginSession()
    const other = await addReport(library, '荻川县', '请予审议')
    const folder = join(place.files, '导出')
    mkdirSync(folder)
    onProgress.mockImplementationOnce(() => void session.stop())
    expect(await session.begin(requestFor([id, other]), { folder }, 'strike')).toMatchObject({
      written: { files: 1, stopped: true },
    })
    expect(readdirSync(folder)).toHaveLength(1)
  })
})

describe('beginUpdate', () => {
  it.each(['obsidian', 'logseq'])('takes report and template from the file: %s', async (template) => {
    const { session, library, id, file } = await beginSession()
    await session.begin(requestFor([id], { template }), { file }, 'strike')
    const other = await addReport(library, '荻川县', '请予审议')
    const plans = reviewOf(await session.beginUpdate(requestFor([other], { template: 'plain' }), file, 'strike'))
    expect(plans).toMatchObject([
      { kind: 'update', changes: { counts: { added: 0, updated: 0, removed: 0, kept: 2 } } },
    ])
  })

  it.each([
    ['# 日记\n', '不是眉批导出的'],
    ['---\nmeipi_report: "0123456789abcdef"\n---\n', '资料库里没有 笔记.md 所属的报告（0123456789abcdef）'],
  ])('refuses %j', async (content, message) => {
    const { session, id, file } = await beginSession()
    writeFileSync(file, content)
    await expect(session.beginUpdate(requestFor([id]), file, 'strike')).rejects.toThrow(message)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})
