import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LibraryError } from './library-error.ts'
import { ReportFolderError } from './report-folder.ts'
import { highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const TITLE = { what: 'field', field: 'title', value: '另一个标题' } as const

/** A clock that goes on by a second each time it is looked at. */
function clock(): () => string {
  let time = Date.parse('2025-01-08T01:02:03.456Z')
  return () => {
    time += 1000
    return new Date(time).toISOString()
  }
}

/** A library with a report that has a highlight, a place and a correction. */
async function withNotes() {
  const place = libraryPlace()
  const library = await place.open({ now: clock() })
  const { id } = await importText(library, REPORT)
  await library.changeAnnotation(id, highlightOf(REPORT, '空气质量'))
  await library.saveReadingPlace(id, 20, 0.5)
  await library.correctReport(id, [TITLE])
  return { place, library, id, opened: await library.openReport(id) }
}

describe('Library: the bin', () => {
  it('takes a report with everything in its folder, and gives it back whole', async () => {
    const { place, library, id, opened } = await withNotes()
    const folder = join(place.folder, 'reports', id)
    const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])

    const removed = await library.removeReport(id)
    expect(removed).toMatchObject({
      summary: opened.summary,
      removed: expect.stringMatching(/^2025-01-08T01:02:\d\d\.456Z$/),
    })
    expect(removed.binId).toBe(`${id}-${removed.removed.replace(/\D/g, '')}`)
    expect(existsSync(folder)).toBe(false)
    const binned = join(place.folder, 'bin', removed.binId)
    expect(readdirSync(binned).map((name) => [name, readFileSync(join(binned, name), 'utf8')])).toEqual(before)
    expect(library.state.reports).toEqual([])
    expect(await library.glossaries()).toEqual([])
    expect(await library.termUses('五源共治')).toEqual([])
    expect(await library.listBin()).toEqual([removed])

    expect(await library.restoreReport(removed.binId)).toEqual(opened.summary)
    expect(await library.openReport(id)).toEqual(opened)
    expect(await library.glossaries()).toHaveLength(1)
    expect(await library.listBin()).toEqual([])
    await library.close()
  })

  it('is the same after a start', async () => {
    const { place, library, id } = await withNotes()
    const removed = await library.removeReport(id)
    await library.close()
    const again = await place.open()
    expect(again.state.reports).toEqual([])
    expect(await again.listBin()).toEqual([removed])
    await again.restoreReport(removed.binId)
    await again.close()
  })

  it('waits for what is being written, and turns away what comes later', async () => {
    const { place, library, id } = await withNotes()
    const written = library.changeAnnotation(id, highlightOf(REPORT, '审议', 'a'))
    const removing = library.removeReport(id)
    const late = [library.changeAnnotation(id, highlightOf(REPORT, '请予', 'b')), library.saveReadingPlace(id, 3, 0.1)]
    const turnedAway = Promise.all(late.map((call) => expect(call).rejects.toThrow(ReportFolderError)))
    expect((await written).anchor.quote).toBe('审议')
    const { binId, summary } = await removing
    await turnedAway
    expect(summary.annotations).toBe(2)
    const stored = readFileSync(join(place.folder, 'bin', binId, 'annotations.json'), 'utf8')
    expect(JSON.parse(stored).annotations).toHaveLength(2)
    expect(existsSync(join(place.folder, 'reports', id))).toBe(false)
    await expect(library.openReport(id)).rejects.toThrow('回收站')
    await expect(library.removeReport(id)).rejects.toThrow(ReportFolderError)
    await library.close()
  })

  it('lists what was removed last first, and tells of what cannot be read', async () => {
    const { place, library, id } = await withNotes()
    const other = await importText(library, `${REPORT}补充。`)
    const first = await library.removeReport(id)
    const second = await library.removeReport(other.id)
    const damaged = `${id}-20240101000000000`
    mkdirSync(join(place.folder, 'bin', damaged))
    writeFileSync(join(place.folder, 'bin', damaged, 'annotations.json'), '{}')
    for (const name of ['notes', `${id}-1`, `${id}-20259901000000000`]) mkdirSync(join(place.folder, 'bin', name))
    for (let time = 0; time < 2; time++) {
      expect(await library.listBin()).toEqual([second, first])
      expect(library.state.notices).toMatchObject([{ path: join('bin', damaged) }])
    }
    await expect(library.restoreReport(damaged)).rejects.toThrow('已损坏')
    // Nothing in the bin is touched.
    expect(readdirSync(join(place.folder, 'bin', damaged))).toEqual(['annotations.json'])
    await library.close()
  })

  it.each(['', 'a', '../reports', '0123456789abcdef-20250101000000000'])(
    'has nothing to restore named %j',
    async (binId) => {
      const library = await libraryPlace().open()
      await expect(library.restoreReport(binId)).rejects.toThrow(ReportFolderError)
      await library.close()
    },
  )

  it('brings a report back with its notes when it is imported again', async () => {
    const { place, library, id, opened } = await withNotes()
    await library.removeReport(id)
    const again = await library.importFile(place.file('again.txt', REPORT), 'again.txt')
    expect(again).toEqual({ file: 'again.txt', status: 'imported', summary: opened.summary })
    expect(await library.openReport(id)).toEqual(opened)
    expect(await library.listBin()).toEqual([])
    await library.close()
  })

  it('brings back the one with notes of several, and passes over the damaged', async () => {
    const { place, library, id, opened } = await withNotes()
    const noted = await library.removeReport(id)
    await library.close()
    // What a damaged folder that was set aside looks like, and a later one that never had notes.
    const damaged = join(place.folder, 'bin', `${id}-20250201000000000`)
    mkdirSync(damaged)
    writeFileSync(join(damaged, 'report.json'), '{')
    const bare = libraryPlace()
    const other = await bare.open()
    await importText(other, REPORT)
    await other.close()
    const empty = join(place.folder, 'bin', `${id}-20250301000000000`)
    cpSync(join(bare.folder, 'reports', id), empty, { recursive: true })

    const again = await place.open()
    expect((await again.listBin()).map(({ removed }) => removed)).toEqual(['2025-03-01T00:00:00.000Z', noted.removed])
    expect(await importText(again, REPORT)).toEqual(opened.summary)
    expect(existsSync(empty)).toBe(true)
    await again.close()
  })

  it('refuses to restore over notes, and exchanges where there are none', async () => {
    const { place, library, id, opened } = await withNotes()
    const { binId } = await library.removeReport(id)
    // The same report comes back from elsewhere, as by a synchronised folder: with the notes that it had here.
    const elsewhere = libraryPlace()
    const other = await elsewhere.open()
    await importText(other, REPORT)
    await other.close()
    cpSync(join(elsewhere.folder, 'reports', id), join(place.folder, 'reports', id), { recursive: true })
    await library.close()

    const again = await place.open({ now: clock() })
    expect((await again.openReport(id)).annotations).toEqual(opened.annotations)
    await expect(again.restoreReport(binId)).rejects.toThrow(LibraryError)
    expect((await again.openReport(id)).annotations).toEqual(opened.annotations)
    await again.changeAnnotation(id, { act: 'delete', id: highlightOf(REPORT, '空气质量').id })
    await again.restoreReport(binId)
    // The corrections are those of the one from the bin; what was deleted since stays deleted.
    expect(await again.openReport(id)).toMatchObject({ corrections: opened.corrections, annotations: [] })
    expect((await again.listBin()).map(({ summary }) => [summary.id, summary.annotations])).toEqual([[id, 0]])
    await again.close()
  })

  it('keeps two that are removed at the same moment apart', async () => {
    const place = libraryPlace()
    const library = await place.open({ now: () => '2025-01-08T00:00:00Z' })
    const { id } = await importText(library, REPORT)
    const first = await library.removeReport(id)
    expect(first.removed).toBe('2025-01-08T00:00:00.000Z')
    mkdirSync(join(place.folder, 'bin', `${id}-20250108000000001`))
    await library.restoreReport(first.binId)
    mkdirSync(join(place.folder, 'bin', first.binId))
    expect((await library.removeReport(id)).removed).toBe('2025-01-08T00:00:00.002Z')
    await library.close()
  })

  it('leaves a damaged report in its place when another is to be restored over it', async () => {
    const { place, library, id } = await withNotes()
    const { binId } = await library.removeReport(id)
    mkdirSync(join(place.folder, 'reports', id))
    writeFileSync(join(place.folder, 'reports', id, 'annotations.json'), '{}')
    await expect(library.restoreReport(binId)).rejects.toThrow(ReportFolderError)
    rmSync(join(place.folder, 'reports', id), { recursive: true })
    await library.restoreReport(binId)
    await library.close()
  })

  it('is as before where a report cannot be moved', async () => {
    const { place, library, id, opened } = await withNotes()
    writeFileSync(join(place.folder, 'bin'), 'in the way')
    await expect(library.removeReport(id)).rejects.toThrow()
    expect(library.state.reports).toEqual([opened.summary])
    expect(await library.openReport(id)).toEqual(opened)
    await library.changeAnnotation(id, highlightOf(REPORT, '审议', 'b'))
    await library.close()
  })

  it('moves nothing where it may only read', async () => {
    const { place, library, id } = await withNotes()
    const reader = await place.open({ readOnly: true })
    await expect(reader.removeReport(id)).rejects.toThrow('只读')
    await expect(reader.changeAnnotation(id, highlightOf(REPORT, '审议', 'b'))).rejects.toThrow('只读')
    expect(await reader.importFile(place.file('a.txt', `${REPORT}补充。`), 'a.txt')).toMatchObject({ status: 'failed' })
    await reader.close()
    await library.close()
  })
})
