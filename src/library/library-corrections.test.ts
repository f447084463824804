import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { describeAnchor } from '../core/annotation/anchor.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import { toSourceRange } from '../core/text/range.ts'
import { directReader } from './report-reader.ts'
import { importText, libraryPlace, REPORT } from './testing/library-place.ts'

const TITLE: Correction = { what: 'field', field: 'title', value: '汀溪县二〇二五年报告' }

/** Says that the block with these words is of another kind. */
function recast({ text, summary, report }: OpenedReport, words: string, kind: 'paragraph' | 'boilerplate'): Correction {
  const block = report.blocks.find(({ start, end }) => text.slice(start, end).includes(words))
  if (!block) throw new Error(`no block has ${words}`)
  const source = { text, textHash: summary.textHash, outline: report.outline }
  return { what: 'block', anchor: describeAnchor(source, toSourceRange(block.start, block.end)), kind }
}

describe('Library: corrections', () => {
  it('reads a report anew with them, shows it in the list and the glossaries, and has them again after a start', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { id } = await importText(library, REPORT)
    expect(await library.glossaries()).toMatchObject([
      { reportId: id, glossary: { entries: [{ term: '“五源共治”' }] } },
    ])
    const before = await library.openReport(id)
    expect(before.corrections).toEqual([])
    const corrections = [TITLE, recast(before, '名词解释', 'paragraph'), recast(before, '1.“五源共治”', 'boilerplate')]

    const corrected = await library.correctReport(id, corrections)
    expect(corrected.corrections).toEqual(corrections)
    expect(corrected.report.title).toBe('汀溪县二〇二五年报告')
    expect(corrected.summary).toMatchObject({ title: '汀溪县二〇二五年报告', terms: 0 })
    expect(await library.openReport(id)).toEqual(corrected)
    expect(library.state.reports).toEqual([corrected.summary])
    expect(await library.glossaries()).toEqual([{ reportId: id, glossary: { entries: [] } }])
    await library.close()

    const again = await place.open()
    expect(again.state.reports).toEqual([corrected.summary])
    expect(await again.openReport(id)).toEqual(corrected)
    expect((await again.correctReport(id, [])).summary).toEqual(before.summary)
    await again.close()
  })

  it('makes the row with them where the index is gone', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { id } = await importText(library, REPORT)
    await library.correctReport(id, [TITLE])
    await library.close()
    const again = await place.open({ indexPath: join(place.files, 'other.json') })
    expect(again.state.reports).toMatchObject([{ id, title: '汀溪县二〇二五年报告' }])
    await again.close()
  })

  it('describes a new highlight by the outline that the reader corrected', async () => {
    const library = await libraryPlace().open()
    const { id } = await importText(library, REPORT)
    const opened = await library.openReport(id)
    await library.correctReport(id, [recast(opened, '二、2025年重点工作', 'paragraph')])
    const start = REPORT.indexOf('抓好')
    const { anchor } = await library.changeAnnotation(id, {
      act: 'add',
      id: '3f2b8c6e-0c1d-4e5f-8a9b-1c2d3e4f5a6b',
      start,
      end: start + 2,
      color: 'rouge',
      note: '',
    })
    expect(anchor.sectionPath).toEqual(['一、2024年工作回顾'])
    await library.close()
  })

  it('takes a record from before there were corrections', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { id } = await importText(library, REPORT)
    await library.close()
    const path = join(place.folder, 'reports', id, 'report.json')
    const { overrides, ...older } = JSON.parse(readFileSync(path, 'utf8'))
    expect(overrides).toEqual([])
    writeFileSync(path, JSON.stringify(older))
    const again = await place.open()
    expect((await again.openReport(id)).corrections).toEqual([])
    expect(again.state.notices).toEqual([])
    await again.close()
  })

  it('is as before where they cannot be written', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const { id } = await importText(library, REPORT)
    const before = await library.openReport(id)
    // A folder where the generation before would be kept.
    mkdirSync(join(place.folder, 'reports', id, 'report.previous.json'))
    await expect(library.correctReport(id, [TITLE])).rejects.toThrow()
    expect(await library.openReport(id)).toEqual(before)
    await library.close()
  })
})

describe('Library: glossaries and the index', () => {
  it('keeps them in the index, so that a start reads no report', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const texts = Array.from({ length: 20 }, (_, n) => REPORT.replace('五类污染源', `${n}类污染源`))
    for (const text of texts) await importText(library, text)
    const before = [...(await library.glossaries())].sort((a, b) => (a.reportId < b.reportId ? -1 : 1))
    await library.close()

    const parse = vi.spyOn(directReader, 'parse')
    const again = await place.open()
    expect(await again.glossaries()).toEqual(before)
    expect(parse).not.toHaveBeenCalled()
    await again.close()
  })

  it('counts the entries as the report does: one without a term keeps its place and nothing else', async () => {
    const library = await libraryPlace().open()
    const text = REPORT.replace('1.“五源共治”', '1.本报告中的数据均为初步统计数，最终以统计公报为准。\n2.“五源共治”')
    const { id } = await importText(library, text)
    const { report } = await library.openReport(id)
    const entries = (await library.glossaries())[0]?.glossary.entries ?? []
    expect(entries.map(({ number, term }) => [number, term])).toEqual(
      report.glossary.entries.map(({ number, term }) => [number, term]),
    )
    expect(entries).toHaveLength(2)
    expect(entries[0]).toEqual({ number: '1', term: null, definition: '' })
    await library.close()
  })

  it('makes an index of an older form anew', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const summary = await importText(library, REPORT)
    await library.close()
    const path = join(place.files, 'cache', 'index-here.json')
    const index = JSON.parse(readFileSync(path, 'utf8'))
    for (const row of Object.values<Record<string, unknown>>(index.rows)) {
      delete row.folder
      row.summary = { ...summary, province: undefined, doubts: undefined }
    }
    writeFileSync(path, JSON.stringify(index))
    const again = await place.open()
    expect(again.state.reports).toEqual([summary])
    expect((await again.glossaries())[0]?.glossary.entries).toHaveLength(1)
    await again.close()
  })

  it('lists the province, and each doubt once', async () => {
    const library = await libraryPlace().open()
    const text = REPORT.replaceAll('汀溪县', '仙桃市').replace('2025年仙桃', '20xx年仙桃')
    const { id, province, doubts } = await importText(library, text)
    expect(province).toBe('湖北省')
    const { report } = await library.openReport(id)
    expect(doubts.map(({ message }) => message)).toEqual([...new Set(report.diagnostics.map(({ message }) => message))])
    expect(doubts).toContainEqual({ code: 'year-masked', message: '标题里的年份被遮盖，年份是从正文推断的。' })
    await library.close()
  })
})
