import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { describeAnchor } from '../core/annotation/anchor.ts'
import { makeReport } from '../core/annotation/testing/made-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import { exportMarkdown } from '../core/export/markdown.ts'
import type { OpenedReport } from '../core/library-view.ts'
import { toSourceRange } from '../core/text/range.ts'
import { toExportInput } from './export-report.ts'
import { formerTextName } from './former-texts.ts'
import { ImportError } from './importers/import-error.ts'
import type { Library } from './library.ts'
import { LibraryError } from './library-error.ts'
import { reportRecordSchema } from './records.ts'
import { ReportFolderError } from './report-folder.ts'
import { directReader } from './report-reader.ts'
import { sha256 } from './sha256.ts'
import { annotationId, highlightOf, importText, type LibraryPlace, libraryPlace } from './testing/library-place.ts'

const KEPT = '森林覆盖率提高到百分之六十三点五，居全省第四位。'
const CORRECTED = '新增城镇就业一万二千三百人，完成年度计划。'
const DROPPED = '启动老城有轨电车规划研究。'
const REPORT = `${makeReport(1, 2024)}　　${KEPT}${CORRECTED}\n　　${DROPPED}\n${makeReport(2, 2024)}`
const EDITION = `勘误本\n\n${REPORT.replace('一万二千三百人', '一万二千五百人').replace(`　　${DROPPED}\n`, '')}`
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A report with three highlights, of which one moves, one is ambiguous and one is an orphan in the edition. */
async function markedReport(library: Library): Promise<string> {
  const { id } = await importText(library, REPORT, '初稿.txt')
  for (const [index, words] of [KEPT, CORRECTED, DROPPED].entries())
    await library.changeAnnotation(id, highlightOf(REPORT, words, annotationId(index)))
  return id
}

const folderOf = ({ folder }: LibraryPlace, id: string) => join(folder, 'reports', id)
const formerTexts = (place: LibraryPlace, id: string) =>
  readdirSync(folderOf(place, id)).filter((name) => name.startsWith('text-'))
const quotes = ({ annotations }: OpenedReport) => annotations.map(({ anchor }) => anchor.quote)
const answers = ({ waiting }: OpenedReport) =>
  waiting.map(({ annotation, match }) => [annotation.anchor.quote, match.answer])

describe('Library: another text', () => {
  it('carries over what finds its place; the others wait, with the old text and their candidates', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    await library.saveReadingPlace(id, REPORT.indexOf(KEPT), 0.5)
    const carried = await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    expect(carried).toMatchObject({ exact: 0, moved: 1, ambiguous: 1, orphan: 1, idleCorrections: 0, sameReport: true })
    expect(library.state.reports).toEqual([carried.summary])
    expect(carried.summary).toMatchObject({ id, annotations: 3, textHash: sha256(EDITION) })

    const opened = await library.openReport(id)
    expect(opened).toMatchObject({ text: EDITION, summary: carried.summary, readingPlace: EDITION.indexOf(KEPT) })
    expect(quotes(opened)).toEqual([KEPT])
    expect(opened.annotations[0]).toMatchObject({ id: annotationId(0), revision: 2 })
    expect(opened.annotations[0]?.anchor.start).toBe(EDITION.indexOf(KEPT))
    expect(answers(opened)).toEqual([
      [CORRECTED, 'ambiguous'],
      [DROPPED, 'orphan'],
    ])
    const [waiting] = opened.waiting
    expect(waiting?.match).toMatchObject({
      candidates: [{ quote: CORRECTED.replace('三百', '五百'), difference: 'figures' }],
    })

    const record = reportRecordSchema.parse(JSON.parse(readFileSync(join(folderOf(place, id), 'report.json'), 'utf8')))
    expect(record.originals.map(({ stored, file }) => [stored, file])).toEqual([
      ['original.txt', '初稿.txt'],
      ['original-2.txt', '定稿.txt'],
    ])
    expect(readFileSync(join(folderOf(place, id), 'original-2.txt'), 'utf8')).toBe(EDITION)
    const kept = formerTextName(sha256(REPORT))
    expect(formerTexts(place, id)).toEqual([kept])
    expect(readFileSync(join(folderOf(place, id), kept), 'utf8')).toBe(REPORT)
    expect(await library.importBytes(bytesOf(EDITION), '定稿.txt')).toMatchObject({ status: 'known', summary: { id } })
    await library.close()

    const again = await place.open()
    expect(await again.openReport(id)).toEqual(opened)
    expect(again.state.notices).toEqual([])
    await again.close()
  })

  it('keeps the old text while something speaks of it, and no longer', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    const { waiting } = await library.openReport(id)
    const [first] = waiting[0] && 'candidates' in waiting[0].match ? waiting[0].match.candidates : []
    const { start, end } = first?.range ?? toSourceRange(0, 0)
    const attached = await library.changeAnnotation(id, { act: 'attach', id: annotationId(1), start, end })
    expect(attached.anchor).toMatchObject({ quote: EDITION.slice(start, end), textHash: sha256(EDITION) })
    expect(formerTexts(place, id)).toHaveLength(1)
    // One that was deleted may come back to its place.
    await library.changeAnnotation(id, { act: 'delete', id: annotationId(2) })
    expect(answers(await library.openReport(id))).toEqual([])
    expect(formerTexts(place, id)).toHaveLength(1)
    await library.changeAnnotation(id, { act: 'restore', id: annotationId(2) })
    expect(answers(await library.openReport(id))).toEqual([[DROPPED, 'orphan']])
    await library.changeAnnotation(id, { act: 'attach', id: annotationId(2), start: 0, end: 3 })
    expect(formerTexts(place, id)).toEqual([])
    expect(quotes(await library.openReport(id))).toHaveLength(3)
    await library.close()
  })

  it('brings everything back to its place with the text that it had before', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    const before = await library.openReport(id)
    await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    const back = await library.replaceText(id, { bytes: bytesOf(REPORT), file: '初稿.txt' })
    expect(back).toMatchObject({ exact: 2, moved: 1, ambiguous: 0, orphan: 0 })
    const after = await library.openReport(id)
    expect(after.annotations.map(({ anchor }) => anchor)).toEqual(before.annotations.map(({ anchor }) => anchor))
    expect(after.text).toBe(REPORT)
    expect(formerTexts(place, id)).toEqual([])
    expect(readdirSync(folderOf(place, id)).filter((name) => name.startsWith('original'))).toHaveLength(2)
    await library.close()
  })

  it('takes another report in as the successor, with what was marked there', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    const { id: successor } = await importText(library, EDITION, '定稿.txt')
    await library.changeAnnotation(successor, highlightOf(EDITION, '勘误本', annotationId(0)))
    const year: Correction = { what: 'field', field: 'year', value: '2031' }
    await library.correctReport(successor, [year])
    const carried = await library.replaceText(id, { reportId: successor })
    expect(carried).toMatchObject({ exact: 1, moved: 1, ambiguous: 1, orphan: 1 })
    expect(library.state.reports).toEqual([carried.summary])
    expect(await library.listBin()).toMatchObject([{ summary: { id: successor } }])
    const opened = await library.openReport(id)
    expect(quotes(opened)).toEqual(['勘误本', KEPT])
    expect(new Set(opened.annotations.map((annotation) => annotation.id)).size).toBe(2)
    expect(opened).toMatchObject({ corrections: [year], report: { year: 2031 } })
    await library.close()
  })

  it('carries corrections; one without a place is kept and changes nothing', async () => {
    const library = await libraryPlace().open()
    const { id } = await importText(library, REPORT, '初稿.txt')
    const { text, summary, report } = await library.openReport(id)
    const source = { text, textHash: summary.textHash, outline: report.outline }
    const heading = (words: string): Correction => {
      const start = text.indexOf(words)
      return {
        what: 'block',
        kind: 'heading',
        level: 1,
        anchor: describeAnchor(source, toSourceRange(start, start + words.length)),
      }
    }
    await library.correctReport(id, [heading(`${KEPT}${CORRECTED}`), heading(DROPPED), heading(KEPT)])
    expect(await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })).toMatchObject({
      idleCorrections: 2,
    })
    const opened = await library.openReport(id)
    expect(opened.corrections).toHaveLength(3)
    const start = EDITION.indexOf(KEPT)
    expect(opened.report.blocks.find((block) => block.start <= start && start < block.end)?.kind).toBe('heading')
    await library.close()
  })

  it('lets everything wait where the successor is another report', async () => {
    const library = await libraryPlace().open()
    const id = await markedReport(library)
    const later = `${makeReport(1, 2025)}${KEPT}\n`
    const carried = await library.replaceText(id, { bytes: bytesOf(later), file: '次年.txt' })
    expect(carried).toMatchObject({ exact: 0, moved: 0, sameReport: false })
    const { annotations, waiting } = await library.openReport(id)
    expect(annotations).toEqual([])
    expect(waiting.map(({ match }) => 'doubt' in match && match.doubt)).toEqual(new Array(3).fill('another-report'))
    await library.close()
  })

  it('exports what waits as well, and says so', async () => {
    const library = await libraryPlace().open()
    const id = await markedReport(library)
    await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    const markdown = exportMarkdown(
      toExportInput(await library.openReport(id), {
        exported: '2025-02-01T00:00:00.000Z',
        colorNames: library.state.colorNames,
      }),
    )
    const passages = markdown.split('\n> ——').slice(1)
    expect(markdown.match(/^> .*[。]$/gm)).toEqual([KEPT, CORRECTED, DROPPED].map((quote) => `> ${quote}`))
    expect(passages.map((locator) => locator.slice(0, 200).includes('位置待核对'))).toEqual([false, true, true])
    await library.close()
  })

  it('refuses what cannot take its place; then nothing has changed', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    await importText(library, EDITION, '定稿.txt')
    const before = await library.openReport(id)
    await expect(library.replaceText(id, { reportId: id })).rejects.toThrow(LibraryError)
    await expect(library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })).rejects.toThrow('另一份报告')
    await expect(library.replaceText(id, { path: join(place.files, '没有.txt') })).rejects.toThrow(ImportError)
    await expect(library.replaceText(id, { bytes: Uint8Array.of(0, 1), file: 'a.txt' })).rejects.toThrow(ImportError)
    await expect(library.replaceText(id, { reportId: '0123456789abcdef' })).rejects.toThrow(ReportFolderError)
    await expect(library.replaceText('0123456789abcdef', { reportId: id })).rejects.toThrow(ReportFolderError)
    vi.spyOn(directReader, 'carry').mockRejectedValueOnce(new Error('down'))
    await expect(library.replaceText(id, { bytes: bytesOf(`${REPORT}\n`), file: 'b.txt' })).rejects.toThrow('down')
    expect(await library.openReport(id)).toEqual(before)
    expect(library.state.reports).toHaveLength(2)
    await library.close()
  })

  it('keeps old texts through joining and splitting', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    const other = await importText(library, '附件：重点项目表。\n', '附件.txt')
    await library.joinReports(id, other.id)
    expect(formerTexts(place, id)).toEqual([formerTextName(sha256(REPORT))])
    const joined = await library.openReport(id)
    expect(answers(joined)).toEqual([
      [CORRECTED, 'ambiguous'],
      [DROPPED, 'orphan'],
    ])
    const [part] = await library.splitReport(id, [joined.text.indexOf('附件：')])
    expect(answers(await library.openReport(part?.id ?? ''))).toHaveLength(2)
    expect(formerTexts(place, part?.id ?? '')).toHaveLength(1)
    await library.close()
  })

  it('shows a lost old text for what it is: nothing moves, nothing is gone', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    await library.close()
    writeFileSync(join(folderOf(place, id), formerTextName(sha256(REPORT))), '改动过')
    const again = await place.open()
    const { waiting } = await again.openReport(id)
    expect(waiting.map(({ match }) => 'doubt' in match && match.doubt)).toEqual([
      'old-text-missing',
      'old-text-missing',
    ])
    await again.close()
  })

  it('carries over what another machine marked in the old text meanwhile, except where nothing may be written', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    const file = join(folderOf(place, id), 'annotations.json')
    const marked = readFileSync(file, 'utf8')
    await library.replaceText(id, { bytes: bytesOf(EDITION), file: '定稿.txt' })
    await library.close()
    writeFileSync(file, marked)

    const reading = await place.open({ readOnly: true })
    expect(answers(await reading.openReport(id))).toEqual([
      [KEPT, 'moved'],
      [CORRECTED, 'ambiguous'],
      [DROPPED, 'orphan'],
    ])
    await reading.close()
    expect(readFileSync(file, 'utf8')).toBe(marked)

    const writing = await place.open()
    expect(quotes(await writing.openReport(id))).toEqual([KEPT])
    await writing.close()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      annotations: [{ anchor: { textHash: sha256(EDITION) } }, { anchor: { textHash: sha256(REPORT) } }, {}],
    })
  })
})

describe('Library: another text, where the process ends in the midst of it', () => {
  it('is as it was, or as it was to be, and no annotation is lost, moved wrongly or twice there', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const id = await markedReport(library)
    const { id: successor } = await importText(library, EDITION, '定稿.txt')
    await library.changeAnnotation(successor, highlightOf(EDITION, '勘误本', annotationId(7)))
    await library.close()
    const folder = folderOf(place, id)
    const [before, after] = [join(place.files, 'before'), join(place.files, 'after')]
    cpSync(place.folder, before, { recursive: true })
    const whole = await place.open()
    await whole.replaceText(id, { reportId: successor })
    const expected = await whole.openReport(id)
    await whole.close()
    cpSync(folder, after, { recursive: true })

    // What is on the disk after each file, in the order that `replaceText` tells.
    const files = ['original-2.txt', formerTextName(sha256(REPORT)), 'text.txt', 'report.json', 'annotations.json']
    for (let written = 0; written <= files.length; written++) {
      rmSync(place.folder, { recursive: true })
      cpSync(before, place.folder, { recursive: true })
      for (const name of files.slice(0, written)) cpSync(join(after, name), join(folder, name))
      const again = await place.open()
      expect(again.state.notices).toEqual([])
      const opened = await again.openReport(id)
      const isNew = written > files.indexOf('report.json')
      expect(opened.text).toBe(isNew ? EDITION : REPORT)
      const own = [...opened.annotations, ...opened.waiting.map(({ annotation }) => annotation)]
      expect(new Set(own.map((annotation) => annotation.id))).toEqual(
        new Set([0, 1, 2, ...(written === files.length ? [7] : [])].map(annotationId)),
      )
      for (const { anchor } of opened.annotations)
        expect(opened.text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
      expect(answers(opened)).toEqual(isNew ? answers(expected) : [])
      // The successor goes to the bin last: what was marked there is somewhere.
      expect(quotes(await again.openReport(successor))).toEqual(['勘误本'])
      await again.replaceText(id, { reportId: successor })
      const done = await again.openReport(id)
      expect(quotes(done)).toEqual(quotes(expected))
      expect(answers(done)).toEqual(answers(expected))
      expect(existsSync(folderOf(place, successor))).toBe(false)
      await again.close()
    }
  })
})
