import { chmodSync, closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Library } from '../library.ts'
import { errorCode } from '../node-errors.ts'
import { directReader } from '../report-reader.ts'
import { REPORT } from './report-text.ts'

/** What a reader was told: `done`, or the code and the words of the refusal. */
type Told = 'done' | { readonly code: string; readonly message: string }

// `node fault-child.ts SCENARIO FOLDER`: acts on a library in a folder that a fault is made in, as whoever runs it, and
// writes what came of it as JSON for the test to look at.

const FAULT_SCENARIOS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  'full disk': fullDisk,
  'closed report': closedReport,
  'closed library': closedLibrary,
  'closed file': closedFile,
}

const id = (number: number) => `3f2b8c6e-0c1d-4e5f-8a9b-${String(number).padStart(12, '0')}`
const mark = (number: number) =>
  ({ act: 'add', id: id(number), start: 70, end: 80, color: 'indigo', note: '' }) as const

function open(folder: string): Promise<Library> {
  return Library.open({
    folder: join(folder, 'library'),
    reader: directReader,
    indexPath: join(folder, 'elsewhere', 'index.json'),
    snapshotsFolder: join(folder, 'elsewhere', 'snapshots'),
  })
}

async function told(done: Promise<unknown>): Promise<Told> {
  return done.then(
    () => 'done' as const,
    (error: unknown) => ({
      code: errorCode(error) ?? (error instanceof Error ? error.name : ''),
      message: error instanceof Error ? error.message : String(error),
    }),
  )
}

async function importReport(library: Library): Promise<string> {
  const outcome = await library.importBytes(new TextEncoder().encode(REPORT), 'a.txt')
  if (!('summary' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.summary.id
}

const notesOf = async (library: Library, report: string) => (await library.openReport(report)).annotations.length

/** The folder is a file system of its own, and small. */
async function fullDisk(folder: string) {
  const library = await open(folder)
  const report = await importReport(library)
  await library.changeAnnotation(report, mark(1))
  const filler = join(folder, 'filler')
  fillUp(filler)
  const whileFull = {
    save: await told(library.changeAnnotation(report, mark(2))),
    place: await told(library.saveReadingPlace(report, 1, 0.1)),
    import: await library.importBytes(new TextEncoder().encode(`${REPORT}补充。`), 'b.txt'),
    notes: await notesOf(library, report),
    files: readdirSync(join(folder, 'library', 'reports', report)).sort(),
  }
  await library.close()
  // The lock that was given up left some room.
  const rest = join(folder, 'rest')
  fillUp(rest)
  const second = await open(folder)
  const openedFull = {
    readOnly: second.readOnly,
    notices: second.state.notices,
    notes: await notesOf(second, report),
    save: await told(second.changeAnnotation(report, mark(2))),
  }
  await second.close()
  for (const path of [filler, rest]) rmSync(path)
  const third = await open(folder)
  const withRoom = { save: await told(third.changeAnnotation(report, mark(2))), notes: await notesOf(third, report) }
  await third.close()
  return { whileFull, openedFull, withRoom }
}

function fillUp(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let size = 65_536; size >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(size))
      } catch (error) {
        if (errorCode(error) !== 'ENOSPC') throw error
        size = Math.floor(size / 2)
      }
    }
  } finally {
    closeSync(file)
  }
}

async function closedReport(folder: string) {
  const library = await open(folder)
  const report = await importReport(library)
  await library.changeAnnotation(report, mark(1))
  const closed = join(folder, 'library', 'reports', report)
  chmodSync(closed, 0o500)
  const whileClosed = {
    save: await told(library.changeAnnotation(report, mark(2))),
    notes: await notesOf(library, report),
    elsewhere: await told(library.nameColor('rouge', '待查')),
    remove: await told(library.removeReport(report)),
  }
  chmodSync(closed, 0o700)
  const again = { save: await told(library.changeAnnotation(report, mark(2))), notes: await notesOf(library, report) }
  await library.close()
  return { whileClosed, again }
}

async function closedLibrary(folder: string) {
  const library = await open(folder)
  const report = await importReport(library)
  await library.changeAnnotation(report, mark(1))
  await library.close()
  const closed = join(folder, 'library')
  chmodSync(closed, 0o500)
  const second = await open(folder)
  const whileClosed = {
    readOnly: second.readOnly,
    notices: second.state.notices,
    notes: await notesOf(second, report),
    save: await told(second.changeAnnotation(report, mark(2))),
  }
  await second.close()
  chmodSync(closed, 0o700)
  const third = await open(folder)
  const again = { readOnly: third.readOnly, save: await told(third.changeAnnotation(report, mark(2))) }
  await third.close()
  return { whileClosed, again }
}

async function closedFile(folder: string) {
  const library = await open(folder)
  const report = await importReport(library)
  const other = await library.importBytes(new TextEncoder().encode(`${REPORT}补充。`), 'b.txt')
  await library.changeAnnotation(report, mark(1))
  await library.close()
  const file = join(folder, 'library', 'reports', report, 'annotations.json')
  chmodSync(file, 0)
  rmSync(join(folder, 'elsewhere'), { recursive: true, force: true })
  const second = await open(folder)
  const whileClosed = {
    reports: second.state.reports.length,
    notices: second.state.notices,
    open: await told(second.openReport(report)),
    save: await told(second.changeAnnotation(report, mark(2))),
    importAgain: await second.importBytes(new TextEncoder().encode(REPORT), 'a.txt'),
    other: 'summary' in other && (await told(second.changeAnnotation(other.summary.id, mark(3)))),
  }
  chmodSync(file, 0o600)
  const again = { save: await told(second.changeAnnotation(report, mark(2))), notes: await notesOf(second, report) }
  await second.close()
  return { whileClosed, again, files: readdirSync(join(file, '..')).sort() }
}

const [scenario = '', folder = ''] = process.argv.slice(2)
const outcome = await FAULT_SCENARIOS[scenario]?.(folder)
process.stdout.write(JSON.stringify(outcome))
