import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../records.ts'
import { annotationId, highlightOf, importText, libraryPlace, REPORT } from '../testing/library-place.ts'
import { readSnapshotFile, SnapshotFileError } from './snapshot-file.ts'

const [FIRST, SECOND] = [annotationId(1), annotationId(2)]
const TERM = { act: 'add', id: annotationId(9), term: '五源共治', definition: '五类', cited: null } as const

/** A library with notes in two reports, at noon of a day that the test says. */
async function withNotes() {
  const place = libraryPlace()
  const time = { now: '2026-03-02T12:00:00.000Z' }
  const open = () => place.open({ now: () => time.now })
  const library = await open()
  const { id } = await importText(library, REPORT)
  const other = await importText(library, `${REPORT}补充。`)
  await library.changeAnnotation(id, { ...highlightOf(REPORT, '空气质量', FIRST), note: '甲' })
  await library.changeAnnotation(other.id, { ...highlightOf(REPORT, '请予审议', SECOND), note: '乙' })
  await library.changeReaderTerm(TERM)
  await library.correctReport(id, [{ what: 'field', field: 'speaker', value: '何 清' }])
  const folder = join(place.files, 'snapshots')
  return { place, library, open, id, other: other.id, time, folder, report: join(place.folder, 'reports', id) }
}

/** Writes a snapshot's lines anew. */
function rewrite(path: string, change: (lines: string[]) => string[]): void {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
  writeFileSync(path, gzipSync(`${change(lines).join('\n')}\n`))
}

describe('snapshots', () => {
  it('hold every record as it is on the disk, and nothing else', async () => {
    const { place, library, id, other } = await withNotes()
    await library.removeReport(other)
    await library.snapshots.takeDaily()
    const [snapshot] = await library.snapshots.list()
    expect(snapshot).toMatchObject({ reason: 'daily', created: '2026-03-02T12:00:00.000Z' })
    const { head, entries } = await readSnapshotFile(snapshot?.path ?? '')
    expect(head).toMatchObject({ folder: place.folder, reason: 'daily' })
    expect(entries.map(({ path }) => path)).toEqual([
      'library.json',
      'glossary.json',
      `reports/${id}/report.json`,
      `reports/${id}/annotations.json`,
    ])
    for (const { path, content } of entries) expect(readFileSync(join(place.folder, path), 'utf8')).toBe(content)
    await library.close()
  })

  it('say what is in them, and whether they can be read', async () => {
    const { library, folder } = await withNotes()
    await library.snapshots.make()
    const counts = { reports: 2, annotations: 2 }
    const summary = { reason: 'asked', created: '2026-03-02T12:00:00.000Z', bytes: expect.any(Number) }
    expect(await library.snapshots.summaries()).toMatchObject([{ ...summary, counts, isReadable: true }])
    const path = join(folder, readdirSync(folder)[0] ?? '')
    rewrite(path, ([head = '', ...rest]) => [head.replace(/,"counts":\{[^}]*\}/, ''), ...rest])
    expect(await library.snapshots.summaries()).toMatchObject([{ ...summary, counts: null, isReadable: true }])
    writeFileSync(path, 'no snapshot')
    expect(await library.snapshots.summaries()).toMatchObject([{ ...summary, counts: null, isReadable: false }])
    await library.close()
  })

  it('are taken once a day, where something was changed', async () => {
    const { library, id, time } = await withNotes()
    const taken = async () => {
      await library.snapshots.takeDaily()
      return (await library.snapshots.list()).map(({ created }) => created.slice(0, 'YYYY-MM-DD'.length))
    }
    expect(await taken()).toEqual(['2026-03-02'])
    await library.changeAnnotation(id, { act: 'edit', id: FIRST, note: '丙' })
    expect(await taken()).toEqual(['2026-03-02'])
    time.now = '2026-03-03T00:00:00.000Z'
    expect(await taken()).toEqual(['2026-03-03', '2026-03-02'])
    time.now = '2026-03-09T00:00:00.000Z'
    expect(await taken()).toEqual(['2026-03-03', '2026-03-02'])
    await library.saveReadingPlace(id, 3, 0.1)
    expect(await taken()).toEqual(['2026-03-09', '2026-03-03', '2026-03-02'])
    // Both of the week before are older than a week now.
    time.now = '2026-03-11T00:00:00.000Z'
    await library.saveReadingPlace(id, 4, 0.1)
    expect(await taken()).toEqual(['2026-03-11', '2026-03-09', '2026-03-03'])
    await library.close()
  })

  it('are not taken of a library that is away; that they could not be taken is told', async () => {
    const { place, library, id, folder, time } = await withNotes()
    renameSync(place.folder, `${place.folder}-away`)
    mkdirSync(place.folder)
    await library.snapshots.takeDaily()
    expect(await library.snapshots.list()).toEqual([])
    rmSync(place.folder, { recursive: true })
    renameSync(`${place.folder}-away`, place.folder)
    writeFileSync(folder, 'in the way')
    await library.snapshots.takeDaily()
    expect(library.state.notices.map(({ code }) => code)).toEqual(['snapshot', 'snapshot'])
    rmSync(folder)
    time.now = '2026-03-03T00:00:00.000Z'
    await library.snapshots.takeDaily()
    expect(await library.snapshots.list()).toHaveLength(1)
    await library.changeAnnotation(id, { act: 'delete', id: FIRST })
    await library.close()
  })

  it('are given up when the library is closed', async () => {
    const { library, folder } = await withNotes()
    const taking = library.snapshots.takeDaily()
    await library.close()
    await taking
    const left = existsSync(folder) ? readdirSync(folder) : []
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
    for (const name of left) await readSnapshotFile(join(folder, name))
    expect(library.state.notices).toEqual([])
  })
})

describe('before a migration', () => {
  const fixture = join(import.meta.dirname, '..', 'fixtures', 'library-1')

  it('a snapshot of how everything was is taken, then the records follow one by one', async () => {
    const place = libraryPlace()
    cpSync(fixture, place.folder, { recursive: true })
    const library = await place.open()
    const [id = ''] = library.state.reports.map((report) => report.id)
    const [snapshot, ...rest] = await library.snapshots.list()
    expect([snapshot?.reason, rest]).toEqual(['migration', []])
    const { entries } = await readSnapshotFile(snapshot?.path ?? '')
    for (const { path, content } of entries) expect(content).toBe(readFileSync(join(fixture, path), 'utf8'))
    const versionOf = (path: string) => JSON.parse(readFileSync(join(place.folder, path), 'utf8')).schemaVersion
    const annotations = `reports/${id}/annotations.json`
    expect(['library.json', annotations].map(versionOf)).toEqual([SCHEMA_VERSION, 1])
    await library.changeAnnotation(id, { act: 'edit', id: annotationId(1), note: '新' })
    expect(versionOf(annotations)).toBe(SCHEMA_VERSION)
    expect(versionOf(annotations.replace('.json', '.previous.json'))).toBe(1)
    expect((await library.openReport(id)).annotations.map(({ note }) => note)).toEqual(['新', ''])
    await library.close()

    // It is done once, and what was read of the first version knows its descendants.
    const again = await place.open()
    expect(await again.snapshots.list()).toHaveLength(1)
    const outcome = await again.snapshots.restore(snapshot?.path ?? '')
    expect(outcome).toMatchObject({ annotations: 0, missing: [], unreadable: [] })
    expect(await again.openReport(id)).toMatchObject({ annotations: [{ note: '新' }, { note: '' }], conflicts: [] })
    await again.close()
  })

  it('where none can be taken, nothing is changed', async () => {
    const place = libraryPlace()
    cpSync(fixture, place.folder, { recursive: true })
    writeFileSync(join(place.files, 'snapshots'), 'in the way')
    const library = await place.open()
    expect(library.readOnly).toBe(true)
    expect(library.state.notices).toMatchObject([{ code: 'read-only', message: expect.stringContaining('快照') }])
    const [{ id } = { id: '' }] = library.state.reports
    expect((await library.openReport(id)).annotations).toHaveLength(2)
    await expect(library.saveReadingPlace(id, 1, 0.1)).rejects.toThrow('快照')
    await library.close()
    expect(readdirSync(place.folder).sort()).toEqual(readdirSync(fixture).sort())
    rmSync(join(place.files, 'snapshots'))
    const again = await place.open()
    expect(again.readOnly).toBe(false)
    await again.close()
  })
})

describe('restoring a snapshot', () => {
  async function withSnapshot() {
    const it = await withNotes()
    await it.library.snapshots.takeDaily()
    const [snapshot] = await it.library.snapshots.list()
    it.time.now = '2026-03-05T12:00:00.000Z'
    return { ...it, snapshot: snapshot?.path ?? '' }
  }

  it('brings back what was lost, and leaves what was done since', async () => {
    const { library, open, id, other, report, snapshot } = await withSnapshot()
    await library.changeAnnotation(other, { act: 'edit', id: SECOND, note: '后来的' })
    await library.changeAnnotation(other, highlightOf(REPORT, '空气质量', annotationId(3)))
    await library.nameColor('rouge', '待查')
    await library.close()
    // A program that writes over everything, and an editor that takes the rest away.
    writeFileSync(join(report, 'annotations.json'), JSON.stringify({ schemaVersion: SCHEMA_VERSION, annotations: [] }))
    rmSync(join(report, 'annotations.previous.json'), { force: true })
    rmSync(join(report, '..', '..', 'glossary.json'))

    const again = await open()
    expect((await again.openReport(id)).annotations).toEqual([])
    expect(await again.snapshots.restore(snapshot)).toEqual({
      created: '2026-03-02T12:00:00.000Z',
      reports: 2,
      annotations: 1,
      conflicts: 0,
      broughtBack: [],
      missing: [],
      unreadable: [],
    })
    expect(await again.openReport(id)).toMatchObject({ annotations: [{ note: '甲' }], conflicts: [] })
    expect(again.state.reports.find((each) => each.id === id)?.annotations).toBe(1)
    expect((await again.openReport(other)).annotations.map(({ note }) => note).sort()).toEqual(['', '后来的'])
    expect(again.readerTerms()).toMatchObject([{ term: '五源共治' }])
    expect(again.state.colorNames.rouge).toBe('待查')
    expect((await again.snapshots.list()).map(({ reason }) => reason)).toEqual(['restore', 'daily'])
    // The second time there is nothing to do.
    expect(await again.snapshots.restore(snapshot)).toMatchObject({ annotations: 0 })
    await again.close()
  })

  it('says how many annotations were changed apart, and how far it is', async () => {
    const { library, open, id, report, snapshot } = await withSnapshot()
    await library.close()
    const file = join(report, 'annotations.json')
    // By hand, without the name of what it was made from.
    writeFileSync(file, readFileSync(file, 'utf8').replace('"甲"', '"乙"'))
    const again = await open()
    const steps: string[] = []
    const outcome = await again.snapshots.restore(snapshot, (done, total) => steps.push(`${done}/${total}`))
    expect(outcome).toMatchObject({ reports: 2, annotations: 0, conflicts: 1 })
    expect(steps).toEqual(['0/2', '1/2'])
    expect((await again.openReport(id)).conflicts[0]?.versions.map(({ note }) => note).sort()).toEqual(['乙', '甲'])
    await again.close()
  })

  it('does not bring back what was deleted since, nor withdraw what was settled', async () => {
    const { library, id, other, snapshot } = await withSnapshot()
    await library.changeAnnotation(id, { act: 'delete', id: FIRST })
    await library.changeReaderTerm({ act: 'delete', id: TERM.id })
    await library.snapshots.restore(snapshot)
    expect(await library.openReport(id)).toMatchObject({ annotations: [], conflicts: [] })
    expect(library.readerTerms()).toEqual([])
    expect((await library.openReport(other)).annotations).toHaveLength(1)
    await library.close()
  })

  it('brings reports back from the bin, and names those that are nowhere', async () => {
    const { place, library, open, id, other, report, snapshot } = await withSnapshot()
    const file = place.file('again.txt', `${REPORT}补充。`)
    await library.removeReport(id)
    await library.close()
    rmSync(join(report, '..', other), { recursive: true })
    const again = await open()
    expect(again.state.reports).toEqual([])
    expect(await again.snapshots.restore(snapshot)).toMatchObject({
      broughtBack: [id],
      missing: [{ id: other, file: 'report.txt', annotations: 1 }],
    })
    expect((await again.openReport(id)).annotations).toMatchObject([{ note: '甲' }])
    // With its file imported again, its notes come back too.
    await again.importFile(file, 'again.txt')
    expect(await again.snapshots.restore(snapshot)).toMatchObject({ annotations: 1, broughtBack: [], missing: [] })
    expect((await again.openReport(other)).annotations).toMatchObject([{ note: '乙' }])
    await again.close()
  })

  it('passes over records that were damaged then, and paths that are none of a library', async () => {
    const { place, library, id, other, snapshot } = await withSnapshot()
    rewrite(snapshot, (lines) =>
      lines.map((line) => {
        const entry = JSON.parse(line)
        if (entry.path === `reports/${id}/annotations.json`) return JSON.stringify({ ...entry, content: '\0\0' })
        if (entry.path === 'library.json') return JSON.stringify({ ...entry, path: '../library.json' })
        if (entry.path === 'glossary.json')
          return JSON.stringify({ ...entry, content: '{"schemaVersion":99,"terms":[]}' })
        return line
      }),
    )
    const { unreadable } = await library.snapshots.restore(snapshot)
    expect(unreadable.map(({ path }) => path)).toEqual([
      '../library.json',
      'glossary.json',
      `reports/${id}/annotations.json`,
    ])
    expect((await library.openReport(id)).annotations).toHaveLength(1)
    expect((await library.openReport(other)).annotations).toHaveLength(1)
    expect(existsSync(join(place.files, 'library.json'))).toBe(false)
    await library.close()
  })

  it.each<[string, (path: string) => void]>([
    ['cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 300))],
    ['empty', (path) => writeFileSync(path, '')],
    ['zeros', (path) => writeFileSync(path, Buffer.alloc(1000))],
    ['not packed', (path) => writeFileSync(path, '{"meipi":"snapshot"}\n')],
    ['of something else', (path) => rewrite(path, () => ['{"some":"json"}'])],
    [
      'of a newer form',
      (path) => rewrite(path, ([head = '', ...rest]) => [head.replace('"version":1', '"version":2'), ...rest]),
    ],
    ['without an end', (path) => rewrite(path, (lines) => lines.slice(0, -1))],
    ['short of a file', (path) => rewrite(path, (lines) => lines.toSpliced(2, 1))],
    ['longer than its end', (path) => rewrite(path, (lines) => [...lines, lines[1] ?? ''])],
    [
      'changed in one byte',
      (path) => {
        const bytes = readFileSync(path)
        bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1
        writeFileSync(path, bytes)
      },
    ],
  ])('refuses one that is %s, before anything is changed', async (_what, damage) => {
    const { library, snapshot } = await withSnapshot()
    damage(snapshot)
    await expect(library.snapshots.restore(snapshot)).rejects.toThrow(SnapshotFileError)
    expect(await library.snapshots.list()).toHaveLength(1)
    await library.close()
  })

  it('refuses one that is not there, and any where the library is only read', async () => {
    const { place, library, snapshot } = await withSnapshot()
    copyFileSync(snapshot, join(place.files, 'copy.gz'))
    await expect(library.snapshots.restore(join(place.files, 'nowhere'))).rejects.toThrow('ENOENT')
    const reader = await place.open({ readOnly: true })
    await expect(reader.snapshots.restore(join(place.files, 'copy.gz'))).rejects.toThrow('只读')
    await reader.close()
    // Where it lies does not matter.
    expect(await library.snapshots.restore(join(place.files, 'copy.gz'))).toMatchObject({ annotations: 0 })
    await library.close()
  })
})
