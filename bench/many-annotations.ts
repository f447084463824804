import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { describeAnchor } from '../src/core/annotation/anchor.ts'
import type { Annotation } from '../src/core/annotation/annotation.ts'
import { parseReport } from '../src/core/report/parse-report.ts'
import { toSourceRange } from '../src/core/text/range.ts'
import type { ImportedText } from '../src/library/importers/importer.ts'
import { Library } from '../src/library/library.ts'
import { LibraryPaths, reportFiles } from '../src/library/library-paths.ts'
import { type ReportRecord, SCHEMA_VERSION } from '../src/library/records.ts'
import { directReader } from '../src/library/report-reader.ts'
import { sha256 } from '../src/library/sha256.ts'
import { showSpread, spreadOf } from './median.ts'
import { closeAndForget, openStage } from './reading-room/stage.ts'
import { benchReports } from './reports.ts'

// `node bench/many-annotations.ts [REPORTS ANNOTATIONS]`: what a library of 100,000 annotations in 3,000 reports costs,
// as ratios against one with 10 annotations and against an empty one, in one run and taking turns. Figures in
// milliseconds are median (minimum–maximum).

const [REPORTS = 3000, ANNOTATIONS = 100_000] = process.argv.slice(2).map(Number)
const SAVES = 60
const OPENINGS = 15
const APP_STARTS = 7
const TIME = '2026-01-02T03:04:05.678Z'

const sources = benchReports()
const folder = mkdtempSync(join(tmpdir(), 'meipi-many-'))

/** Writes a library as it would be after much work; without waiting for the disk, which is not what is measured. */
function writeLibrary(name: string, reports: number, annotations: number): string {
  const paths = new LibraryPaths(join(folder, name))
  mkdirSync(paths.reports, { recursive: true })
  for (let number = 0; number < reports; number++) {
    const source = sources[number % sources.length]
    if (!source) throw new Error('there are no reports to make a library of')
    const count = Math.floor(((number + 1) * annotations) / reports) - Math.floor((number * annotations) / reports)
    writeReport(paths, source, number, count)
  }
  return paths.folder
}

function writeReport(paths: LibraryPaths, source: ImportedText, number: number, annotations: number): void {
  const text = `${source.text}\n第 ${number} 份\n`
  const textHash = sha256(text)
  const id = textHash.slice(0, 16)
  const at = paths.report(id)
  mkdirSync(at, { recursive: true })
  const record: ReportRecord = {
    schemaVersion: SCHEMA_VERSION,
    id,
    originals: [{ stored: 'original.txt', file: `${number}.txt`, sha256: textHash }],
    importer: 'txt',
    encoding: 'utf-8',
    textHash,
    hints: source.hints,
    overrides: [],
    tags: [],
    imported: TIME,
    readingPlace: null,
  }
  const { outline } = parseReport(text, source.hints)
  const made = Array.from({ length: annotations }, (_, index) => {
    const start = text.search(/\S/) + Math.floor(((text.length - 100) * index) / annotations)
    return annotationAt({ text, textHash, outline }, start, number * 1000 + index)
  })
  const files = reportFiles(at)
  writeFileSync(join(at, 'original.txt'), text)
  writeFileSync(files.text, text)
  writeFileSync(files.record, JSON.stringify(record, null, 1))
  writeFileSync(files.annotations, JSON.stringify({ schemaVersion: SCHEMA_VERSION, annotations: made }, null, 1))
}

function annotationAt(text: Parameters<typeof describeAnchor>[0], start: number, number: number): Annotation {
  const end = Math.min(text.text.length, start + 20)
  return {
    id: idOf(number),
    revision: 1,
    created: TIME,
    modified: TIME,
    anchor: describeAnchor(text, toSourceRange(start, end)),
    color: 'indigo',
    note: number % 3 === 0 ? `第 ${number} 条：对照上年同口径数据，核对来源。` : '',
    tags: number % 5 === 0 ? ['数据/核对'] : [],
    deleted: false,
  }
}

function idOf(number: number): string {
  return `3f2b8c6e-0c1d-4e5f-8a9b-${String(number).padStart(12, '0')}`
}

function open(at: string): Promise<Library> {
  return Library.open({
    folder: at,
    reader: directReader,
    indexPath: `${at}-index.json`,
    snapshotsFolder: `${at}-snapshots`,
    // As the app does.
    checkAfter: setImmediate(),
  })
}

async function timed<T>(work: () => Promise<T>): Promise<[value: T, milliseconds: number]> {
  const began = performance.now()
  const value = await work()
  return [value, performance.now() - began]
}

/** Adds one annotation to an open report of each library in turn. */
async function measureSaves(libraries: readonly Library[]): Promise<number[][]> {
  const figures: number[][] = libraries.map(() => [])
  const ids = libraries.map((library) => library.state.reports[library.state.reports.length >> 1]?.id ?? '')
  for (const [index, library] of libraries.entries()) await library.openReport(ids[index] ?? '')
  for (let round = 0; round < SAVES; round++) {
    for (const [index, library] of libraries.entries()) {
      const add = {
        act: 'add',
        id: idOf(9_000_000_000 + round),
        start: 300,
        end: 320,
        color: 'rouge',
        note: '新',
      } as const
      const [, time] = await timed(() => library.changeAnnotation(ids[index] ?? '', add))
      // The first ones warm the program up.
      if (round >= 5) figures[index]?.push(time)
    }
  }
  return figures
}

/** Opens and closes each library in turn; the time to the list being there. */
async function measureOpenings(folders: readonly string[]): Promise<number[][]> {
  const figures: number[][] = folders.map(() => [])
  for (let round = 0; round < OPENINGS; round++) {
    for (const [index, at] of folders.entries()) {
      const [library, time] = await timed(() => open(at))
      if (round >= 3) figures[index]?.push(time)
      await library.close()
    }
  }
  return figures
}

const startSchema = z.object({ reports: z.number(), there: z.number(), work: z.number(), checked: z.number() })

interface StartFigures {
  readonly there: number[]
  readonly work: number[]
  readonly checked: number[]
}

/** Starts a process for each library in turn that opens it; the time from its start to the list being there, and checked. */
async function measureStarts(folders: readonly string[]): Promise<StartFigures[]> {
  const figures = folders.map((): StartFigures => ({ there: [], work: [], checked: [] }))
  for (let round = 0; round < OPENINGS; round++) {
    for (const [index, at] of folders.entries()) {
      const script = join(import.meta.dirname, 'open-library.ts')
      const { stdout } = await promisify(execFile)(process.execPath, [script, at])
      const { reports, there, work, checked } = startSchema.parse(JSON.parse(stdout))
      if (reports !== (index === 0 ? REPORTS : 0)) throw new Error(`${at} has ${reports} reports`)
      if (round < 3) continue
      figures[index]?.there.push(there)
      figures[index]?.work.push(work)
      figures[index]?.checked.push(checked)
    }
  }
  return figures
}

/** Starts the app on each library in turn; the time to its list on the screen. */
async function measureApps(folders: readonly string[]): Promise<number[][]> {
  const figures: number[][] = folders.map(() => [])
  const stage = await openStage(join(folder, 'stage'))
  try {
    for (let round = 0; round <= APP_STARTS; round++) {
      for (const [index, at] of folders.entries()) {
        const [shown, time] = await timed(() => stage.startApp(at))
        // The first start reads all reports.
        if (round > 0) figures[index]?.push(time)
        await closeAndForget(shown)
      }
    }
  } finally {
    await stage.close()
  }
  return figures
}

const ratio = (a: readonly number[] = [], b: readonly number[] = []) =>
  (spreadOf(a).median / spreadOf(b).median).toFixed(2)

try {
  const many = writeLibrary('many', REPORTS, ANNOTATIONS)
  const few = writeLibrary('few', 1, 10)
  const empty = writeLibrary('empty', 0, 0)
  const [first, indexing] = await timed(() => open(many))
  console.log(
    `${REPORTS} reports, ${ANNOTATIONS} annotations; first opening, all reports read: ${(indexing / 1000).toFixed(1)} s`,
  )
  const small = await open(few)
  const [ofMany, ofFew] = await measureSaves([first, small])
  console.log(`save one more, among ${ANNOTATIONS}: ${showSpread(spreadOf(ofMany ?? []))}`)
  console.log(`save one more, among 10: ${showSpread(spreadOf(ofFew ?? []))}`)
  console.log(`  ratio: ${ratio(ofMany, ofFew)}`)
  await Promise.all([first.close(), small.close()])
  const [opening, openingEmpty] = await measureOpenings([many, empty])
  console.log(`open, in a process that runs: ${showSpread(spreadOf(opening ?? []))}`)
  console.log(`open an empty one: ${showSpread(spreadOf(openingEmpty ?? []))}`)
  console.log(`  ratio: ${ratio(opening, openingEmpty)}`)
  const [start, startEmpty] = await measureStarts([many, empty])
  console.log(`from the start of a process to the list: ${showSpread(spreadOf(start?.there ?? []))}`)
  console.log(`the same with an empty library: ${showSpread(spreadOf(startEmpty?.there ?? []))}`)
  console.log(`  ratio: ${ratio(start?.there, startEmpty?.there)}`)
  console.log(
    `of that, work of the processor: ${showSpread(spreadOf(start?.work ?? []))}, ${showSpread(spreadOf(startEmpty?.work ?? []))}`,
  )
  console.log(`  ratio: ${ratio(start?.work, startEmpty?.work)}`)
  const [app, appEmpty] = await measureApps([many, empty])
  console.log(`from the start of the app to its list on the screen: ${showSpread(spreadOf(app ?? []))}`)
  console.log(`the same with an empty library: ${showSpread(spreadOf(appEmpty ?? []))}`)
  console.log(`  ratio: ${ratio(app, appEmpty)}`)
  console.log(`and to the list being checked against the folders: ${showSpread(spreadOf(start?.checked ?? []))}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
