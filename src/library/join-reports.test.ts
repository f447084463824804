import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { describeAnchor } from '../core/annotation/anchor.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import { toSourceRange } from '../core/text/range.ts'
import type { Library } from './library.ts'
import { LibraryError } from './library-error.ts'
import { reportRecordSchema } from './records.ts'
import { ReportFolderError } from './report-folder.ts'
import { directReader } from './report-reader.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

/** The second web page of the report: its own title again, the last section, and the glossary. */
const [FIRST = '', SECOND_BODY = ''] = REPORT.split(/(?=二、2025年重点工作)/)
const SECOND = `第二页\n${SECOND_BODY}`
const JOINED = `${FIRST}\n\n${SECOND}`

function splitEntry({ text, summary, report }: OpenedReport, words: string): Correction {
  const start = text.indexOf(words)
  const source = { text, textHash: summary.textHash, outline: report.outline }
  return { what: 'entry-term', anchor: describeAnchor(source, toSourceRange(start, start + words.length)) }
}

async function twoPages(library: Library) {
  const first = await importText(library, FIRST, '第一页.txt')
  const second = await importText(library, SECOND, '第二页.md')
  return { first: first.id, second: second.id }
}

const quotes = ({ annotations }: OpenedReport) => annotations.map(({ anchor }) => anchor.quote)

function expectAnchored({ text, summary, annotations }: OpenedReport): void {
  for (const { anchor } of annotations) {
    expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
    expect(text.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true)
    expect(text.slice(anchor.end).startsWith(anchor.suffix)).toBe(true)
    expect(anchor.textHash).toBe(summary.textHash)
  }
}

describe('Library: joining', () => {
  it('makes one report of two, under the id of the first', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { first, second } = await twoPages(library)
    await library.saveReadingPlace(first, 30, 0.8)
    await library.saveReadingPlace(second, 5, 0.1)
    const summary = await library.joinReports(first, second)
    expect(summary).toMatchObject({ id: first, file: '第一页.txt', title: '2025年汀溪县政府工作报告', terms: 1 })
    expect(library.state.reports).toEqual([summary])
    expect(await library.glossaries()).toMatchObject([
      { reportId: first, glossary: { entries: [{ term: '“五源共治”' }] } },
    ])
    const opened = await library.openReport(first)
    expect(opened).toMatchObject({ text: JOINED, readingPlace: 30, summary })
    expect(summary.progress).toBeCloseTo((0.8 * FIRST.length) / JOINED.length)
    await expect(library.openReport(second)).rejects.toThrow(ReportFolderError)

    const folder = join(place.folder, 'reports', first)
    expect(readFileSync(join(folder, 'original.txt'), 'utf8')).toBe(FIRST)
    expect(readFileSync(join(folder, 'original-2.md'), 'utf8')).toBe(SECOND)
    const record = reportRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))
    expect(record.originals.map(({ stored, file }) => [stored, file])).toEqual([
      ['original.txt', '第一页.txt'],
      ['original-2.md', '第二页.md'],
    ])
    expect(readdirSync(join(place.folder, 'reports'))).toEqual([first])
    await library.close()

    const again = await place.open()
    expect(await again.openReport(first)).toEqual(opened)
    expect(again.state.notices).toEqual([])
    await again.close()
  })

  it('carries highlights, notes, tombstones and corrections of both over', async () => {
    const library = await libraryPlace().open()
    const { first, second } = await twoPages(library)
    await library.changeAnnotation(first, highlightOf(FIRST, '空气质量', annotationId(1)))
    await library.changeAnnotation(first, highlightOf(FIRST, '审议', annotationId(2)))
    await library.changeAnnotation(first, { act: 'delete', id: annotationId(2) })
    // The same id in both, as when a note was copied by hand.
    await library.changeAnnotation(second, highlightOf(SECOND, '抓好各项', annotationId(1)))
    await library.changeAnnotation(second, highlightOf(SECOND, '协同治理', annotationId(3)))
    await library.changeAnnotation(second, { act: 'edit', id: annotationId(3), note: '再查', tags: ['定义'] })
    const year = (value: string): Correction => ({ what: 'field', field: 'year', value })
    const speaker: Correction = { what: 'field', field: 'speaker', value: '何青' }
    await library.correctReport(first, [year('2025')])
    await library.correctReport(second, [
      year('2031'),
      speaker,
      splitEntry(await library.openReport(second), '“五源共治”'),
    ])

    await library.joinReports(first, second)
    const opened = await library.openReport(first)
    expect(quotes(opened)).toEqual(['空气质量', '抓好各项', '协同治理'])
    expectAnchored(opened)
    expect(opened.annotations.map(({ anchor }) => anchor.sectionPath)).toEqual([
      ['一、2024年工作回顾'],
      ['二、2025年重点工作'],
      ['二、2025年重点工作'],
    ])
    expect(opened.annotations[2]).toMatchObject({ id: annotationId(3), note: '再查', tags: ['定义'] })
    expect(new Set(opened.annotations.map(({ id }) => id)).size).toBe(3)
    expect(opened.report).toMatchObject({ year: 2025, speaker: '何青' })
    expect(opened.corrections.map(({ what }) => what)).toEqual(['field', 'field', 'entry-term'])
    const placed = opened.corrections[2]
    expect(placed?.what === 'entry-term' && JOINED.slice(placed.anchor.start, placed.anchor.end)).toBe('“五源共治”')
    // The deleted one is still there to come back.
    await library.changeAnnotation(first, { act: 'restore', id: annotationId(2) })
    expect(quotes(await library.openReport(first))).toContain('审议')
    await library.close()
  })

  it('puts both old ones into the bin whole', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { first, second } = await twoPages(library)
    await library.changeAnnotation(second, highlightOf(SECOND, '抓好各项'))
    const before = [await library.openReport(first), await library.openReport(second)]
    await library.joinReports(first, second)
    const binned = await library.listBin()
    expect(binned.map(({ summary }) => summary).sort((a) => (a.id === first ? -1 : 1))).toEqual(
      before.map(({ summary }) => summary),
    )
    // Put apart again: the joined one has notes, so it goes first.
    await library.removeReport(first)
    for (const { binId } of binned) await library.restoreReport(binId)
    expect(await library.openReport(first)).toEqual(before[0])
    expect(await library.openReport(second)).toEqual(before[1])
    await library.close()
  })

  it('knows the bytes of both pages', async () => {
    const library = await libraryPlace().open()
    const { first, second } = await twoPages(library)
    await library.joinReports(first, second)
    expect((await importText(library, SECOND, '第二页.md')).id).toBe(first)
    expect((await importText(library, FIRST)).id).toBe(first)
    expect(library.state.reports).toHaveLength(1)
    await library.close()
  })

  it('joins a third page to two', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { first, second } = await twoPages(library)
    const third = await importText(library, '第三页的文字。\n', '第三页.txt')
    await library.joinReports(first, second)
    await library.joinReports(first, third.id)
    expect((await library.openReport(first)).text).toBe(`${JOINED}\n\n第三页的文字。\n`)
    expect(readdirSync(join(place.folder, 'reports', first)).filter((name) => name.startsWith('original'))).toEqual([
      'original-2.md',
      'original-3.txt',
      'original.txt',
    ])
    await library.close()
  })

  it('shifts what the format knew about the second', async () => {
    const library = await libraryPlace().open()
    const first = await importText(library, '# 甲\n\n**乙**文字\n', 'a.md')
    const second = await importText(library, '# 丙\n\n**丁**文字\n', 'b.md')
    await library.joinReports(first.id, second.id)
    const parse = vi.spyOn(directReader, 'parse')
    await library.correctReport(first.id, [])
    const { text } = await library.openReport(first.id)
    const hints = parse.mock.calls[0]?.[1]
    const words = (ranges: readonly { start: number; end: number }[] = []) =>
      ranges.map(({ start, end }) => text.slice(start, end))
    expect([words(hints?.headings), words(hints?.bold)]).toEqual([
      ['甲', '丙'],
      ['乙', '丁'],
    ])
    await library.close()
  })

  it('refuses a report with itself, and one that is not there; then nothing has changed', async () => {
    const library = await libraryPlace().open()
    const { first } = await twoPages(library)
    const before = library.state
    await expect(library.joinReports(first, first)).rejects.toThrow(LibraryError)
    await expect(library.joinReports(first, '0123456789abcdef')).rejects.toThrow(ReportFolderError)
    await expect(library.joinReports('0123456789abcdef', first)).rejects.toThrow(ReportFolderError)
    expect(library.state).toEqual(before)
    expect(await library.listBin()).toEqual([])
    await library.close()
  })

  it('lets what comes meanwhile wait, and find the joined one', async () => {
    const library = await libraryPlace().open()
    const { first, second } = await twoPages(library)
    const joining = library.joinReports(first, second)
    const marked = library.changeAnnotation(first, highlightOf(FIRST, '空气质量'))
    const late = expect(library.saveReadingPlace(second, 1, 0)).rejects.toThrow(ReportFolderError)
    const { textHash } = await joining
    expect((await marked).anchor.textHash).toBe(textHash)
    await late
    expect(library.state.reports).toMatchObject([{ id: first, annotations: 1 }])
    await library.close()
  })

  it('is as before where it fails in the middle', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { first, second } = await twoPages(library)
    await library.changeAnnotation(first, highlightOf(FIRST, '空气质量'))
    const before = await library.openReport(first)
    const { parse } = directReader
    const spy = vi.spyOn(directReader, 'parse')
    // Both are read; then what they make together cannot be.
    spy.mockImplementationOnce(parse).mockImplementationOnce(parse).mockRejectedValueOnce(new Error('down'))
    await expect(library.joinReports(first, second)).rejects.toThrow('down')
    // And when everything is written, there is no way into the bin.
    writeFileSync(join(place.folder, 'bin'), '')
    await expect(library.joinReports(first, second)).rejects.toThrow()
    rmSync(join(place.folder, 'bin'))
    expect(readdirSync(join(place.folder, 'reports')).sort()).toEqual([first, second].sort())
    expect(await library.openReport(first)).toEqual(before)
    expect(library.state.reports).toHaveLength(2)
    await library.joinReports(first, second)
    await library.close()
  })

  it('ends a joining that was killed between its renames at the next start', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { first, second } = await twoPages(library)
    await library.joinReports(first, second)
    const joined = await library.openReport(first)
    const [binned] = (await library.listBin()).filter(({ summary }) => summary.id === second)
    await library.close()
    // What is there after the first rename: the old first in the bin, the new one beside, the second in its place.
    const reports = join(place.folder, 'reports')
    cpSync(join(reports, first), join(reports, `.incoming-${first}`), { recursive: true })
    rmSync(join(reports, first), { recursive: true })
    cpSync(join(place.folder, 'bin', binned?.binId ?? ''), join(reports, second), { recursive: true })

    const again = await place.open()
    expect(await again.openReport(first)).toEqual(joined)
    expect((await again.openReport(second)).text).toBe(SECOND)
    await again.close()
  })

  it('keeps every quote at its place, whatever was marked', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const range = (text: string) =>
      fc
        .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
        .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(range(FIRST), { maxLength: 4 }),
        fc.array(range(SECOND), { maxLength: 4 }),
        async (inFirst, inSecond) => {
          round++
          // Texts of their own each time: the same bytes would be the same report.
          const first = await importText(library, `${FIRST}${round}`)
          const second = await importText(library, `${SECOND}${round}`)
          for (const [number, { start, end }] of inFirst.entries())
            await library.changeAnnotation(first.id, { ...highlightOf('a', 'a', annotationId(number)), start, end })
          for (const [number, { start, end }] of inSecond.entries())
            await library.changeAnnotation(second.id, { ...highlightOf('a', 'a', annotationId(number)), start, end })
          const before = [...quotes(await library.openReport(first.id)), ...quotes(await library.openReport(second.id))]
          await library.joinReports(first.id, second.id)
          const opened = await library.openReport(first.id)
          expect(quotes(opened)).toEqual(before)
          expectAnchored(opened)
        },
      ),
      { numRuns: 15 },
    )
    await library.close()
  })
})
