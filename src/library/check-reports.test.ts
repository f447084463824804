import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { directReader } from './report-reader.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const reportOf = (number: number) => REPORT.replace('持续改善', `持续改善${number}%`)

/** A library with three reports that is closed. */
async function withReports() {
  const place = libraryPlace()
  const library = await place.open()
  const ids: string[] = []
  for (const number of [1, 2, 3]) ids.push((await importText(library, reportOf(number))).id)
  await library.close()
  return { place, ids: ids.sort(), at: (id: string, name = '') => join(place.folder, 'reports', id, name) }
}

describe('a library whose list is checked later', () => {
  it('shows the list without looking at the reports, and then what has become of them', async () => {
    const { place, ids, at } = await withReports()
    const [first = '', second = '', third = ''] = ids
    const elsewhere = libraryPlace()
    const other = await elsewhere.open()
    const fourth = await importText(other, reportOf(4))
    await other.close()
    // One was taken away, one was changed by a synchroniser, one was damaged, one came.
    renameSync(at(first), join(place.files, 'away'))
    const text = readFileSync(at(second, 'text.txt'), 'utf8')
    writeFileSync(at(second, 'report.json'), ` ${readFileSync(at(second, 'report.json'), 'utf8')}`)
    writeFileSync(at(third, 'text.txt'), 'something else')
    cpSync(join(elsewhere.folder, 'reports', fourth.id), at(fourth.id), { recursive: true })

    const parse = vi.spyOn(directReader, 'parse')
    const library = await place.open({ checkAfter: setImmediate() })
    expect(library.state.reports.map(({ id }) => id)).toEqual(ids)
    expect(parse).not.toHaveBeenCalled()
    // What the reader does meanwhile counts.
    await library.changeAnnotation(second, highlightOf(text, '空气质量', annotationId(1)))
    await library.checked
    expect(library.state.reports.map(({ id }) => id).sort()).toEqual([second, fourth.id].sort())
    expect(library.state.reports.find(({ id }) => id === second)?.annotations).toBe(1)
    expect(library.state.notices).toMatchObject([{ path: join('reports', third) }])
    expect(await library.glossaries()).toHaveLength(2)
    await library.close()
  })

  it('is read by the reader and by the check at once, and conflict copies in it are merged by one of them', async () => {
    const { place, ids, at } = await withReports()
    const library = await place.open()
    for (const id of ids) await library.changeAnnotation(id, highlightOf(REPORT, '请予审议', annotationId(1)))
    await library.close()
    for (let round = 1; round <= 5; round++) {
      for (const id of ids) {
        const copy = readFileSync(at(id, 'annotations.json'), 'utf8').replace(
          /"note": "[^"]*"/,
          `"note": "第 ${round} 次"`,
        )
        writeFileSync(at(id, `annotations.sync-conflict-20260102-03040${round}-ABCDEFG.json`), copy)
      }
      const again = await place.open({ checkAfter: setImmediate() })
      const changed = ids.map(async (id) => {
        const { annotations } = await again.openReport(id)
        expect(annotations).toHaveLength(round)
        await again.changeAnnotation(id, highlightOf(REPORT, '空气质量', annotationId(round + 1)))
      })
      await Promise.all([...changed, again.checked])
      expect([...new Set(again.state.notices.map(({ code }) => code))]).toEqual(['conflict-copy'])
      await again.close()
    }
    const last = await place.open()
    for (const id of ids) {
      const { annotations, conflicts } = await last.openReport(id)
      expect([annotations.length, conflicts.length]).toEqual([6, 1])
      expect(conflicts[0]?.versions).toHaveLength(6)
    }
    await last.close()
  })

  it('is checked at once where there is no index yet', async () => {
    const { place, ids } = await withReports()
    rmSync(join(place.files, 'cache'), { recursive: true })
    const library = await place.open({ checkAfter: setImmediate() })
    expect(library.state.reports.map(({ id }) => id)).toEqual(ids)
    await library.close()
  })

  it('can be closed, and its reports removed and imported, before it was checked', async () => {
    const { place, ids } = await withReports()
    const [first = '', second = ''] = ids
    const library = await place.open({ checkAfter: setImmediate() })
    const removed = library.removeReport(first)
    const imported = importText(library, reportOf(5))
    await Promise.all([removed, imported, library.checked])
    expect(library.state.reports.map(({ id }) => id)).not.toContain(first)
    expect(library.state.reports).toHaveLength(3)
    await library.close()
    const again = await place.open({ checkAfter: setImmediate() })
    await again.close()
    expect(again.state.reports.map(({ id }) => id)).toContain(second)
    expect(again.state.notices).toEqual([])
  })
})

describe('the glossaries of a library', () => {
  it('are read from their own cache, and from the reports where that is gone', async () => {
    const { place } = await withReports()
    const parse = vi.spyOn(directReader, 'parse')
    const library = await place.open()
    const glossaries = await library.glossaries()
    expect(glossaries.map(({ glossary }) => glossary.entries.map(({ term }) => term))).toEqual(
      Array.from({ length: 3 }, () => ['“五源共治”']),
    )
    expect(parse).not.toHaveBeenCalled()
    await library.close()
    writeFileSync(join(place.files, 'cache', 'index-here.glossaries.json'), '{"entries":')
    const again = await place.open()
    expect(await again.glossaries()).toEqual(glossaries)
    expect(parse).toHaveBeenCalledTimes(3)
    await again.close()
    const third = await place.open()
    expect(await third.glossaries()).toEqual(glossaries)
    expect(parse).toHaveBeenCalledTimes(3)
    await third.close()
  })
})
