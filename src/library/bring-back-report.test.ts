import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Library } from './library.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from './testing/library-place.ts'

const [FIRST, SECOND, THIRD] = [annotationId(1), annotationId(2), annotationId(3)]
const COPY = 'annotations.sync-conflict-20260102-030405-ABCDEFG.json'

/** A report with a note that a computer moved to the bin, and its files as another has them that worked on it meanwhile. */
async function removedElsewhere() {
  const place = libraryPlace()
  const library = await place.open({ host: 'here' })
  const { id } = await importText(library, REPORT)
  await library.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
  await library.close()
  const elsewhere = libraryPlace()
  cpSync(place.folder, elsewhere.folder, { recursive: true })
  const other = await elsewhere.open({ host: 'there' })
  await other.changeAnnotation(id, { act: 'edit', id: FIRST, note: '那里' })
  await other.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
  await other.saveReadingPlace(id, 30, 0.3)
  await other.close()
  const again = await place.open({ host: 'here' })
  await again.changeAnnotation(id, highlightOf(REPORT, '抓好各项', THIRD))
  const { binId } = await again.removeReport(id)
  await again.close()
  const folder = join(place.folder, 'reports', id)
  return {
    place,
    id,
    folder,
    binned: join(place.folder, 'bin', binId),
    /** Brings a file of the other computer, as a synchroniser does that found it changed there and gone here. */
    bring: (file: string, name = file) => {
      mkdirSync(folder, { recursive: true })
      cpSync(join(elsewhere.folder, 'reports', id, file), join(folder, name))
    },
  }
}

const notes = async (library: Library, id: string) =>
  (await library.openReport(id)).annotations.map(({ anchor, note }) => `${anchor.quote}${note}`).sort()
const ALL = ['抓好各项', '空气质量那里', '请予审议'].sort()

describe('a report that was moved to the bin here and worked on elsewhere', () => {
  it.each([
    ['its notes came', ['annotations.json']],
    ['its record came too', ['annotations.json', 'report.json']],
  ])('is taken out of the bin where %s, with the notes of both', async (_what, files) => {
    const { place, id, folder, binned, bring } = await removedElsewhere()
    for (const file of files) bring(file)
    const kept = readdirSync(binned)
    const library = await place.open()
    expect(library.state.reports).toMatchObject([{ id, annotations: 3 }])
    expect(await notes(library, id)).toEqual(ALL)
    expect((await library.openReport(id)).readingPlace).toBe(files.includes('report.json') ? 30 : null)
    expect(library.state.notices).toMatchObject([{ code: 'brought-back', path: join('reports', id) }])
    await library.close()
    expect(readFileSync(join(folder, 'text.txt'), 'utf8')).toBe(REPORT)
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['original.txt', 'report.json', 'text.txt']))
    // The bin keeps what it has.
    expect(readdirSync(binned)).toEqual(kept)

    const again = await place.open()
    expect(await notes(again, id)).toEqual(ALL)
    expect(again.state.notices).toEqual([])
    await again.close()
  })

  it('is taken out of the bin where the synchroniser let the removal win, and laid the notes aside', async () => {
    const { place, id, folder, bring } = await removedElsewhere()
    bring('annotations.json', COPY)
    const library = await place.open()
    expect(await notes(library, id)).toEqual(ALL)
    await library.close()
    expect(readdirSync(folder)).not.toContain(COPY)
    expect(existsSync(join(place.folder, 'bin', 'conflicts', id, COPY))).toBe(true)
  })

  it('is left as it is where the bin does not have it, and told of', async () => {
    const { place, id, folder, binned, bring } = await removedElsewhere()
    bring('annotations.json')
    rmSync(binned, { recursive: true })
    const library = await place.open()
    expect(library.state.reports).toEqual([])
    expect(library.state.notices).toMatchObject([{ code: 'report', path: join('reports', id) }])
    await library.close()
    expect(readdirSync(folder)).toEqual(['annotations.json'])
  })

  it('is not touched in a library that is open for reading', async () => {
    const { place, folder, bring } = await removedElsewhere()
    bring('annotations.json')
    const library = await place.open({ readOnly: true })
    expect(library.state.reports).toEqual([])
    await library.close()
    expect(readdirSync(folder)).toEqual(['annotations.json'])
  })

  it.each([
    ['nothing', []],
    ['the generation before, which is not shared', ['annotations.previous.json']],
    ['what a synchroniser was bringing', ['.syncthing.annotations.json.tmp', 'report.json.0123abcd.tmp']],
  ])('stays in the bin where the folder holds %s, and nobody is told', async (_what, files) => {
    const { place, folder, bring } = await removedElsewhere()
    mkdirSync(folder)
    for (const file of files) bring('annotations.json', file)
    const library = await place.open()
    expect(library.state).toMatchObject({ reports: [], notices: [] })
    await library.close()
    expect(readdirSync(folder).sort()).toEqual(files.toSorted())
  })
})

describe('a report that another computer moves to the bin while it is open', () => {
  async function open() {
    const place = libraryPlace()
    const library = await place.open()
    const { id } = await importText(library, REPORT)
    await library.changeAnnotation(id, highlightOf(REPORT, '空气质量', FIRST))
    const binned = join(place.folder, 'bin', `${id}-20260102030405006`)
    const folder = join(place.folder, 'reports', id)
    return { place, library, id, folder, binned }
  }

  it('is there again when it is worked on: what is acknowledged is on the disk', async () => {
    const { place, library, id, folder, binned } = await open()
    mkdirSync(join(place.folder, 'bin'), { recursive: true })
    renameSync(folder, binned)
    await library.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))
    expect(await notes(library, id)).toEqual(['空气质量', '请予审议'].sort())
    expect(library.state.notices).toMatchObject([{ code: 'brought-back' }])
    await library.close()
    const again = await place.open()
    expect(await notes(again, id)).toEqual(['空气质量', '请予审议'].sort())
    await again.close()
  })

  it('is gone where the bin does not have it, which is said in plain words', async () => {
    const { library, id, folder } = await open()
    rmSync(folder, { recursive: true })
    await expect(library.changeAnnotation(id, highlightOf(REPORT, '请予审议', SECOND))).rejects.toThrow('已经不在了')
    await expect(library.removeReport(id)).rejects.toThrow('已经不在了')
    await library.refresh()
    expect(library.state.reports).toEqual([])
    await library.close()
  })

  it('goes to the bin whole where it is removed here as well', async () => {
    const { library, id, folder, binned } = await open()
    cpSync(folder, binned, { recursive: true })
    for (const file of ['text.txt', 'original.txt', 'report.json']) rmSync(join(folder, file))
    await library.changeAnnotation(id, { act: 'edit', id: FIRST, note: '这里' })
    const { binId } = await library.removeReport(id)
    expect((await library.listBin()).map((each) => each.summary.annotations)).toEqual([1, 1])
    await library.restoreReport(binId)
    expect(await notes(library, id)).toEqual(['空气质量这里'])
    await library.close()
  })
})

describe('notes that the bin has of a report', () => {
  it('are merged into it where they are nowhere else; what was deleted since stays deleted', async () => {
    const { place, id, folder, binned, bring } = await removedElsewhere()
    // The other computer kept the report: all of it is there, and the bin has what was written here before it was removed.
    cpSync(binned, folder, { recursive: true })
    bring('annotations.json')
    const library = await place.open()
    expect(await notes(library, id)).toEqual(ALL)
    await library.changeAnnotation(id, { act: 'delete', id: THIRD })
    await library.close()
    const again = await place.open()
    expect(await notes(again, id)).toEqual(ALL.filter((note) => note !== '抓好各项'))
    await again.close()
  })

  it('are left where they are when they speak of another text, or cannot be read', async () => {
    const { place, id, folder, binned } = await removedElsewhere()
    cpSync(binned, folder, { recursive: true })
    const damaged = join(place.folder, 'bin', `${id}-20260102030405006`)
    const other = join(place.folder, 'bin', `${id}-20260102030405007`)
    for (const copy of [damaged, other]) cpSync(binned, copy, { recursive: true })
    writeFileSync(join(damaged, 'annotations.json'), '{')
    rmSync(join(damaged, 'annotations.previous.json'), { force: true })
    const record = join(other, 'report.json')
    writeFileSync(record, readFileSync(record, 'utf8').replace(/"textHash": "[0-9a-f]{4}/, '"textHash": "0000'))
    const before = readFileSync(join(folder, 'annotations.json'), 'utf8')
    const library = await place.open()
    expect(await notes(library, id)).toEqual(['抓好各项', '空气质量'].sort())
    await library.close()
    expect(readFileSync(join(folder, 'annotations.json'), 'utf8')).toBe(before)
    expect(readFileSync(join(damaged, 'annotations.json'), 'utf8')).toBe('{')
  })
})
