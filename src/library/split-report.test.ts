import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { describeAnchor } from '../core/annotation/anchor.ts'
import { annotationLine } from '../core/annotation/annotation-line.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import { toSourceRange } from '../core/text/range.ts'
import { LibraryError } from './library-error.ts'
import { reportRecordSchema } from './records.ts'
import { ReportFolderError } from './report-folder.ts'
import { directReader } from './report-reader.ts'
import { sha256 } from './sha256.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

/** Two reports in one file. */
const OTHER = REPORT.replaceAll('汀溪', '渚溪').replaceAll('2025', '2024')
const BOTH = `${REPORT}\n${OTHER}`
const CUT = REPORT.length + 1
const PARTS = [BOTH.slice(0, CUT), BOTH.slice(CUT)] as const
const PART_IDS = PARTS.map((text) => sha256(text).slice(0, 16))

const quotes = ({ annotations }: OpenedReport) => annotations.map(({ anchor }) => anchor.quote)

function expectAnchored({ text, summary, annotations }: OpenedReport): void {
  for (const { anchor } of annotations) {
    expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
    expect(text.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true)
    expect(text.slice(anchor.end).startsWith(anchor.suffix)).toBe(true)
    expect(anchor.textHash).toBe(summary.textHash)
  }
}

async function imported() {
  const place = libraryPlace()
  const library = await place.open()
  const { id } = await importText(library, BOTH, '两县报告.md')
  return { place, library, id }
}

/** A highlight of words in the second of the two reports. */
function inSecond(words: string, id: string) {
  const change = highlightOf(PARTS[1], words, id)
  return { ...change, start: change.start + CUT, end: change.end + CUT }
}

describe('Library: splitting', () => {
  it('makes a report of each part', async () => {
    const { place, library, id } = await imported()
    const before = (await library.openReport(id)).summary
    const parts = await library.splitReport(id, [CUT])
    expect(parts).toMatchObject([
      {
        id: PART_IDS[0],
        title: '2025年汀溪县政府工作报告',
        region: '汀溪县',
        file: '两县报告（第 1 份）.txt',
        terms: 1,
      },
      {
        id: PART_IDS[1],
        title: '2024年渚溪县政府工作报告',
        region: '渚溪县',
        file: '两县报告（第 2 份）.txt',
        terms: 1,
      },
    ])
    expect(library.state.reports).toEqual(parts)
    expect(await library.glossaries()).toHaveLength(2)
    await expect(library.openReport(id)).rejects.toThrow(ReportFolderError)
    for (const [index, part] of parts.entries()) {
      expect((await library.openReport(part.id)).text).toBe(PARTS[index])
      const folder = join(place.folder, 'reports', part.id)
      expect(readFileSync(join(folder, 'original.txt'), 'utf8')).toBe(PARTS[index])
      const record = reportRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))
      expect(record.originals[0]?.sha256.slice(0, 16)).toBe(part.id)
    }
    expect((await library.listBin()).map(({ summary }) => summary)).toEqual([before])
    expect(readdirSync(join(place.folder, 'reports')).sort()).toEqual([...PART_IDS].sort())
    // The same bytes are the same report.
    expect((await importText(library, PARTS[1])).id).toBe(PART_IDS[1])
    await library.close()

    const again = await place.open()
    expect(again.state.reports.map((report) => report.id)).toEqual([...PART_IDS].sort())
    expect(again.state.notices).toEqual([])
    await again.close()
  })

  it('carries highlights, tombstones, place and corrections into the part where they stand', async () => {
    const { library, id } = await imported()
    await library.changeAnnotation(id, highlightOf(BOTH, '空气质量', annotationId(1)))
    await library.changeAnnotation(id, inSecond('抓好各项', annotationId(2)))
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(2), note: '对照' })
    await library.changeAnnotation(id, inSecond('审议', annotationId(3)))
    await library.changeAnnotation(id, { act: 'delete', id: annotationId(3) })
    await library.saveReadingPlace(id, CUT + 40, 0.7)
    const { text, summary, report } = await library.openReport(id)
    const start = text.lastIndexOf('名词解释')
    const anchor = describeAnchor(
      { text, textHash: summary.textHash, outline: report.outline },
      toSourceRange(start, start + 4),
    )
    const title: Correction = { what: 'field', field: 'title', value: '汀溪的报告' }
    await library.correctReport(id, [title, { what: 'block', anchor, kind: 'paragraph' }])

    await library.splitReport(id, [CUT])
    const [first, second] = await Promise.all(PART_IDS.map((part) => library.openReport(part)))
    if (!first || !second) throw new Error('two parts')
    expect(quotes(first)).toEqual(['空气质量'])
    expect(quotes(second)).toEqual(['抓好各项'])
    expect(second.annotations[0]).toMatchObject({ id: annotationId(2), note: '对照' })
    expect(second.annotations[0]?.anchor.sectionPath).toEqual(['二、2024年重点工作'])
    for (const part of [first, second]) expectAnchored(part)
    expect([first.readingPlace, second.readingPlace]).toEqual([null, 40])
    expect(second.summary.progress).toBeCloseTo(40 / PARTS[1].length)
    expect(first.corrections).toEqual([title])
    expect(second.corrections).toMatchObject([{ what: 'block', anchor: { start: start - CUT, quote: '名词解释' } }])
    expect(second.report.title).toBe('2024年渚溪县政府工作报告')
    await library.changeAnnotation(second.summary.id, { act: 'restore', id: annotationId(3) })
    expect(quotes(await library.openReport(second.summary.id))).toContain('审议')
    await library.close()
  })

  it.each([
    ['a part without words', [3, 4], '没有文字'],
    ['a cut at the beginning', [0], '不在这份报告里'],
    ['a cut at the end', [12], '不在这份报告里'],
    ['a cut after the end', [99], '不在这份报告里'],
    ['cuts in the wrong order', [6, 2], '先后颠倒'],
    ['the same cut twice', [2, 2], '先后颠倒'],
    ['half a position', [2.5], '不在这份报告里'],
    ['a cut through a character', [7], '一个字的中间'],
    ['two parts that are the same', [1, 2], '完全一样'],
  ])('refuses %s', async (_what, starts, message) => {
    const { place, library } = await imported()
    const text = '同同。 甲乙𠮷丙丁戊\n'
    const { id } = await importText(library, text)
    const before = library.state
    expect(text).toHaveLength(12)
    await expect(library.splitReport(id, starts)).rejects.toThrow(message)
    await expect(library.splitReport(id, starts)).rejects.toThrow(LibraryError)
    expect(library.state).toEqual(before)
    expect(existsSync(join(place.folder, 'bin'))).toBe(false)
    await library.close()
  })

  it('refuses to cut through a highlight or a correction, and says which; a deleted one is no hindrance', async () => {
    const { library, id } = await imported()
    const across = { ...highlightOf(BOTH, '治理。\n\n2024年渚溪县', annotationId(1)) }
    const { anchor } = await library.changeAnnotation(id, across)
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('治理。 2024年渚溪县')
    await library.changeAnnotation(id, { act: 'delete', id: annotationId(1) })
    await library.correctReport(id, [{ what: 'block', anchor, kind: 'boilerplate' }])
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('订正')
    await library.correctReport(id, [])
    await library.splitReport(id, [CUT])
    expect(library.state.reports).toMatchObject([{ annotations: 0 }, { annotations: 0 }])
    await library.close()
  })

  it('refuses where something that was deleted here and edited elsewhere would be left behind', async () => {
    const { library, id } = await imported()
    const made = await library.changeAnnotation(id, highlightOf(BOTH, '治理。\n\n2024年渚溪县', annotationId(1)))
    await library.changeAnnotation(id, { act: 'delete', id: made.id })
    await library.takeInAnnotations(id, [
      { ...made, revision: 2, note: '别处写的', superseded: [annotationLine.nameOf(made)] },
    ])
    expect((await library.openReport(id)).conflicts).toHaveLength(1)
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('治理。 2024年渚溪县')
    await library.close()
  })

  it('refuses where versions of one note stand in different parts', async () => {
    const { library, id } = await imported()
    const made = await library.changeAnnotation(id, highlightOf(BOTH, '空气质量', annotationId(1)))
    const moved = await library.changeAnnotation(id, { ...inSecond('抓好各项', made.id), act: 'attach' })
    await library.takeInAnnotations(id, [
      { ...made, revision: 2, note: '别处写的', superseded: [annotationLine.nameOf(made)] },
    ])
    expect(moved.anchor.quote).toBe('抓好各项')
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('位置也不同')
    await library.close()
  })

  it('leaves a part alone that the library has, and refuses where notes would be lost by that', async () => {
    const { library, id } = await imported()
    await importText(library, PARTS[1])
    await library.changeAnnotation(PART_IDS[1] ?? '', highlightOf(PARTS[1], '空气质量'))
    const kept = await library.openReport(PART_IDS[1] ?? '')
    await library.changeAnnotation(id, inSecond('抓好各项', annotationId(2)))
    const before = library.state
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('第 2 份')
    expect(library.state).toEqual(before)
    await library.changeAnnotation(id, { act: 'delete', id: annotationId(2) })
    const parts = await library.splitReport(id, [CUT])
    expect(parts.map((part) => part.id)).toEqual(PART_IDS)
    expect(await library.openReport(PART_IDS[1] ?? '')).toEqual(kept)
    await library.close()
  })

  it('takes apart what was joined, where the first part has the id again', async () => {
    const { library } = await imported()
    const first = await importText(library, REPORT)
    const second = await importText(library, OTHER)
    await library.changeAnnotation(first.id, highlightOf(REPORT, '空气质量'))
    await library.joinReports(first.id, second.id)
    const parts = await library.splitReport(first.id, [REPORT.length])
    expect(parts[0]).toMatchObject({ id: first.id, annotations: 1 })
    expect((await library.openReport(first.id)).text).toBe(REPORT)
    expect(library.state.reports).toHaveLength(3)
    await library.close()
  })

  it('is as before where it fails in the middle', async () => {
    const { place, library, id } = await imported()
    await library.changeAnnotation(id, highlightOf(BOTH, '空气质量'))
    const before = await library.openReport(id)
    const { parse } = directReader
    const spy = vi.spyOn(directReader, 'parse')
    // The report is read, and its first part; the second cannot be.
    spy.mockImplementationOnce(parse).mockImplementationOnce(parse).mockRejectedValueOnce(new Error('down'))
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('down')
    // A folder that is no report in the place of a part.
    mkdirSync(join(place.folder, 'reports', PART_IDS[1] ?? '', 'x'), { recursive: true })
    await expect(library.splitReport(id, [CUT])).rejects.toThrow('无法读取')
    rmSync(join(place.folder, 'reports', PART_IDS[1] ?? ''), { recursive: true })
    // And when everything is written, there is no way into the bin.
    writeFileSync(join(place.folder, 'bin'), '')
    await expect(library.splitReport(id, [CUT])).rejects.toThrow()
    expect(await library.openReport(id)).toEqual(before)
    expect(library.state.reports).toEqual([before.summary])
    expect(readdirSync(join(place.folder, 'reports'))).toEqual([id])
    await library.close()
  })

  it.each([
    ['before the old report has gone: nothing has happened', 0],
    ['after it has gone: the parts come', 1],
    ['between two parts: the other comes too', 2],
  ])('ends a splitting at the next start that was killed %s', async (_what, renames) => {
    const { place, library, id } = await imported()
    const reports = join(place.folder, 'reports')
    const old = join(place.files, 'old')
    cpSync(join(reports, id), old, { recursive: true })
    await library.splitReport(id, [CUT])
    await library.close()
    // Put back what was not done yet.
    const [one = '', two = ''] = PART_IDS
    mkdirSync(join(reports, `.splitting-${id}`))
    renameSync(join(reports, two), join(reports, `.splitting-${id}`, two))
    if (renames < 2) renameSync(join(reports, one), join(reports, `.splitting-${id}`, one))
    if (renames < 1) cpSync(old, join(reports, id), { recursive: true })

    const again = await place.open()
    expect(again.state.reports.map((report) => report.id).sort()).toEqual(renames < 1 ? [id] : [...PART_IDS].sort())
    expect(readdirSync(reports).filter((name) => name.startsWith('.'))).toEqual([])
    await again.close()
  })

  it('keeps every quote in its part, whatever was marked and wherever it is cut', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const offset = fc.nat(BOTH.length - 1)
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(offset, offset), { maxLength: 6 }),
        fc.uniqueArray(offset, { minLength: 1, maxLength: 3 }),
        async (marks, cuts) => {
          round++
          const text = `${BOTH}${round}`
          const starts = [...cuts].sort((a, b) => a - b)
          const { id } = await importText(library, text)
          for (const [number, [a, b]] of marks.entries()) {
            const [start, end] = [Math.min(a, b), Math.max(a, b) + 1]
            const isCut = starts.some((cut) => start < cut && cut < end)
            if (isCut || text.slice(start, end).trim() === '') continue
            await library.changeAnnotation(id, { ...highlightOf('a', 'a', annotationId(number)), start, end })
          }
          const before = await library.openReport(id)
          const outcome = await library.splitReport(id, starts).catch((error: unknown) => {
            expect(error).toBeInstanceOf(LibraryError)
            return null
          })
          if (outcome === null) {
            expect(await library.openReport(id)).toEqual(before)
            return
          }
          const parts = await Promise.all(outcome.map((part) => library.openReport(part.id)))
          expect(parts.map((part) => part.text).join('')).toBe(text)
          expect(parts.flatMap(quotes)).toEqual(quotes(before))
          for (const part of parts) expectAnchored(part)
          for (const part of parts) await library.removeReport(part.summary.id)
        },
      ),
      { numRuns: 20 },
    )
    await library.close()
  })
})
