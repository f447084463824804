import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { describeAnchor } from '../../core/annotation/anchor.ts'
import { toSourceRange } from '../../core/text/range.ts'
import * as folders from '../report-folder.ts'
import { importText, libraryPlace, REPORT } from '../testing/library-place.ts'
import { type StoredReport, TermUseCounter } from './term-use-counter.ts'

vi.mock(import('../report-folder.ts'), { spy: true })

/** A library of three reports with one, two and no place of 五源共治. */
async function threeReports() {
  const place = libraryPlace()
  const library = await place.open()
  const texts = [REPORT, REPORT.replace('抓好', '五源共治再抓'), REPORT.replace('坚持“五源共治”[1]，', '')]
  const stored: StoredReport[] = []
  for (const text of texts) {
    const { id, textHash } = await importText(library, text)
    stored.push({ reportId: id, folder: join(place.folder, 'reports', id), reading: textHash })
  }
  const ids = stored.map(({ reportId }) => reportId)
  return { place, library, texts, ids, stored }
}

const read = vi.mocked(folders.openReportFolder)

describe('TermUseCounter', () => {
  it('counts the places in the body alone, those who use it most first', async () => {
    const { library, ids, texts, stored } = await threeReports()
    const first = texts.map((text) => text.indexOf('五源共治'))
    expect(await new TermUseCounter().count('「五源 共治」', stored)).toEqual([
      { reportId: ids[1], count: 2, first: { start: first[1], end: (first[1] ?? 0) + 4 } },
      { reportId: ids[0], count: 1, first: { start: first[0], end: (first[0] ?? 0) + 4 } },
    ])
    await library.close()
  })

  it('orders those who use it as often by id', async () => {
    const { library, ids, stored } = await threeReports()
    const uses = await new TermUseCounter().count('空气质量', [...stored].reverse())
    expect(uses.map(({ reportId }) => reportId)).toEqual([...ids].sort())
    await library.close()
  })

  it.each(['', '五', '“五”', ' 　'])('finds nothing for %j', async (term) => {
    const { library, stored } = await threeReports()
    expect(await new TermUseCounter().count(term, stored)).toEqual([])
    await library.close()
  })

  it('leaves out what cannot be read', async () => {
    const { library, place, ids, stored } = await threeReports()
    await library.close()
    writeFileSync(join(place.folder, 'reports', ids[0] ?? '', 'text.txt'), '五源共治')
    rmSync(join(place.folder, 'reports', ids[2] ?? ''), { recursive: true })
    const uses = await new TermUseCounter().count('五源共治', stored)
    expect(uses.map(({ reportId }) => reportId)).toEqual([ids[1]])
  })

  it('reads a report for the first question, and again only when its reading has another name', async () => {
    const { library, ids } = await threeReports()
    read.mockClear()
    const before = await library.termUses('五源共治')
    expect(read).toHaveBeenCalledTimes(3)
    expect(await library.termUses('五源共治')).toEqual(before)
    expect((await library.termUses('不存在的词')).length).toBe(0)
    expect(read).toHaveBeenCalledTimes(3)

    const { text, summary, report } = await library.openReport(ids[0] ?? '')
    const block = report.blocks.find(({ start, end }) => text.slice(start, end).includes('空气质量'))
    if (!block) throw new Error('no such block')
    const source = { text, textHash: summary.textHash, outline: report.outline }
    const anchor = describeAnchor(source, toSourceRange(block.start, block.end))
    await library.correctReport(summary.id, [{ what: 'block', anchor, kind: 'boilerplate' }])
    read.mockClear()
    expect((await library.termUses('五源共治')).map(({ reportId }) => reportId)).toEqual([ids[1]])
    expect(read).toHaveBeenCalledOnce()
    await library.close()
  })

  it('keeps no more than it may, and the one used last rather than another', async () => {
    const { library, stored } = await threeReports()
    const all = new TermUseCounter()
    await all.count('五源共治', stored)
    const counter = new TermUseCounter(Math.floor(all.size * 0.8))
    await counter.count('五源共治', stored)
    expect(counter.size).toBeLessThanOrEqual(all.size * 0.8)
    read.mockClear()
    const uses = await counter.count('五源共治', stored)
    expect(uses).toEqual(await all.count('五源共治', stored))
    // Two of three are there: only one has to be read, however often one asks.
    expect(read).toHaveBeenCalledOnce()
    await counter.count('五源共治', stored)
    expect(read).toHaveBeenCalledTimes(2)
    expect(await new TermUseCounter(0).count('五源共治', stored)).toEqual(uses)
    await library.close()
  })

  it('answers questions that come at once as if they came one by one', async () => {
    const { library, stored } = await threeReports()
    read.mockClear()
    const counter = new TermUseCounter()
    const [one, two] = await Promise.all([counter.count('五源共治', stored), counter.count('五源共治', stored)])
    expect(one).toEqual(two)
    expect(read).toHaveBeenCalledTimes(3)
    await library.close()
  })
})
