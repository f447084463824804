import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { directReader } from './report-reader.ts'
import { annotationId, importReport, type LibraryPlace, libraryPlace, REPORT } from './testing/library-place.ts'

const ANNOTATION = annotationId(1)

const highlight = { act: 'add', id: ANNOTATION, color: 'indigo', note: '' } as const

describe('Library', () => {
  it('keeps the original, the text and the record of a file', async () => {
    const { folder, open, file } = libraryPlace()
    const bytes = Buffer.from(`\ufeff${REPORT.replaceAll('\n', '\r\n')}`)
    const library = await open()
    const { id, title, region, year, terms } = await importReport(library, file('a.txt', bytes))
    expect({ title, region, year, terms }).toEqual({
      title: '2025年汀溪县政府工作报告',
      region: '汀溪县',
      year: 2025,
      terms: 1,
    })
    const report = join(folder, 'reports', id)
    expect(readFileSync(join(report, 'original.txt'))).toEqual(bytes)
    expect(readFileSync(join(report, 'text.txt'), 'utf8')).toBe(REPORT)
    expect(readdirSync(report).sort()).toEqual(['annotations.json', 'original.txt', 'report.json', 'text.txt'])
    await library.close()
  })

  it('takes the same bytes twice for one report', async () => {
    const { open, file } = libraryPlace()
    const library = await open()
    const [first, second] = await Promise.all([
      library.importFile(file('a.txt', REPORT), 'a.txt'),
      library.importFile(file('b.txt', REPORT), 'b.txt'),
    ])
    expect([first.status, second.status]).toEqual(['imported', 'known'])
    expect(library.state.reports).toHaveLength(1)
    await library.close()
  })

  it('has reports, highlights, notes and the reading place again after it was closed', async () => {
    const { open, file } = libraryPlace()
    const library = await open()
    const { id } = await importReport(library, file('a.txt', REPORT))
    const start = REPORT.indexOf('空气质量')
    await library.changeAnnotation(id, { ...highlight, start, end: start + 4 })
    await library.changeAnnotation(id, { act: 'edit', id: ANNOTATION, note: '核对数据' })
    await library.saveReadingPlace(id, start, 0.6)
    await library.close()

    const again = await open()
    const opened = await again.openReport(id)
    expect(opened.annotations.map(({ anchor, note, color }) => [anchor.quote, note, color])).toEqual([
      ['空气质量', '核对数据', 'indigo'],
    ])
    expect(opened.readingPlace).toBe(start)
    expect(again.state.reports).toMatchObject([{ id, annotations: 1, progress: 0.6 }])
    await again.close()
  })

  it.each([
    ['missing', (p: LibraryPlace) => join(p.files, 'nowhere.txt')],
    [
      'folder',
      (p: LibraryPlace) => {
        mkdirSync(join(p.files, 'folder.txt'))
        return join(p.files, 'folder.txt')
      },
    ],
    ['empty', (p: LibraryPlace) => p.file('a.txt', '')],
    ['empty', (p: LibraryPlace) => p.file('a.txt', ' \n\u3000\n')],
    ['binary', (p: LibraryPlace) => p.file('a.txt', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2]))],
    [
      'encoding',
      (p: LibraryPlace) => p.file('a.txt', Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7])),
    ],
    ['unsupported', (p: LibraryPlace) => p.file('a.wps', REPORT)],
    [
      'too-large',
      (p: LibraryPlace) => {
        const path = p.file('a.txt', '')
        truncateSync(path, 50 * 1024 * 1024)
        return path
      },
    ],
  ])('says that a file is %s, and imports nothing of it', async (problem, make) => {
    const p = libraryPlace()
    const library = await p.open()
    expect(await library.importFile(make(p), 'a.txt')).toMatchObject({ status: 'failed', problem: { code: problem } })
    expect(library.state.reports).toEqual([])
    expect(readdirSync(join(p.folder, 'reports'))).toEqual([])
    // And it goes on with the next.
    expect((await library.importFile(p.file('b.txt', REPORT), 'b.txt')).status).toBe('imported')
    await library.close()
  })

  it('tells of a damaged report and shows the others; importing the file again mends it and keeps its notes', async () => {
    const { folder, open, file } = libraryPlace()
    const library = await open()
    const { id } = await importReport(library, file('a.txt', REPORT))
    const other = await importReport(library, file('b.txt', `${REPORT}补充。`))
    await library.changeAnnotation(id, { ...highlight, start: 0, end: 4 })
    await library.close()
    writeFileSync(join(folder, 'reports', id, 'text.txt'), 'something else')

    const damaged = await open()
    expect(damaged.state.reports.map((report) => report.id)).toEqual([other.id])
    expect(damaged.state.notices).toMatchObject([{ path: join('reports', id) }])
    expect((await importReport(damaged, file('a.txt', REPORT))).annotations).toBe(1)
    await damaged.close()
    expect(readdirSync(join(folder, 'bin'))).toHaveLength(1)

    const mended = await open()
    expect(mended.state.reports).toHaveLength(2)
    expect(mended.state.notices).toEqual([])
    await mended.close()
  })

  it('does not fall over an import that was cut off', async () => {
    const { folder, open, file } = libraryPlace()
    const library = await open()
    const { id } = await importReport(library, file('a.txt', REPORT))
    await library.close()
    mkdirSync(join(folder, 'reports', '.incoming-0123456789abcdef'))
    const again = await open()
    expect(again.state.reports.map((report) => report.id)).toEqual([id])
    expect(readdirSync(join(folder, 'reports'))).toEqual([id])
    await again.close()
  })

  it('makes the list without reading a text where the index is fresh, and anew where it is damaged', async () => {
    const { files, open, file } = libraryPlace()
    const library = await open()
    const { id } = await importReport(library, file('a.txt', REPORT))
    await library.close()

    const parse = vi.spyOn(directReader, 'parse')
    const fresh = await open()
    expect(fresh.state.reports).toMatchObject([{ id, region: '汀溪县' }])
    expect(parse).not.toHaveBeenCalled()
    await fresh.close()

    writeFileSync(join(files, 'cache', 'index-here.json'), '{"rows":')
    const rebuilt = await open()
    expect(rebuilt.state.reports).toMatchObject([{ id, region: '汀溪县' }])
    expect(parse).toHaveBeenCalledOnce()
    await rebuilt.close()
  })

  it('can be read, but not written, while another has it open for writing', async () => {
    const { folder, open, file } = libraryPlace()
    const library = await open()
    const { id } = await importReport(library, file('a.txt', REPORT))
    await expect(open()).rejects.toThrow('正被另一个眉批进程写入')
    const before = readdirSync(folder).sort()
    const reader = await open({ readOnly: true })
    expect(reader.state.reports).toMatchObject([{ id }])
    await reader.close()
    expect(readdirSync(folder).sort()).toEqual(before)
    await library.close()
  })

  it('rejects a report that is not there', async () => {
    const library = await libraryPlace().open()
    await expect(library.openReport('0123456789abcdef')).rejects.toThrow('report.json')
    await library.close()
  })

  it('gives up the lock when it cannot be opened', async () => {
    const { folder, open } = libraryPlace()
    await (await open()).close()
    rmSync(join(folder, 'library.json'))
    mkdirSync(join(folder, 'library.json'))
    await expect(open()).rejects.toThrow('EISDIR')
    rmdirSync(join(folder, 'library.json'))
    await (await open()).close()
  })
})
