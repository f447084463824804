import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { Library } from '../../src/library/library.ts'
import { SCHEMA_VERSION } from '../../src/library/records.ts'
import { directReader } from '../../src/library/report-reader.ts'
import { readSnapshotFile } from '../../src/library/snapshots/snapshot-file.ts'
import { Expectation } from './expectation.ts'
import { hasHalfWritten, readCells, unreadableFiles } from './library-cells.ts'
import { sayingSchema } from './protocol.ts'
import { Random } from './random.ts'

export interface KillOptions {
  readonly kills: number
  readonly seed: number
  /** An empty folder to work in. */
  readonly folder: string
  readonly onProgress?: (figures: KillFigures) => void
}

/** What a run came to. */
export interface KillFigures {
  kills: number
  /** Changes that were acknowledged. */
  acknowledged: number
  /** Changes that were under way when the process was killed. */
  underWay: number
  /** Kills before the library was open, and of these, those of a library of the first version. */
  whileOpening: number
  whileMigrating: number
  /** Libraries of the first version that had become one of the present when they were killed. */
  migrated: number
  /** Kills that left a record half written, under another name. */
  whileSaving: number
  /** Kills that left a snapshot half written. */
  whileSnapshotting: number
  snapshots: number
  /** What was acknowledged and is not there. */
  readonly lost: string[]
  readonly unreadable: string[]
  /** Anything else that should not be: a library that does not open, a child that fell. */
  readonly failures: string[]
}

/** The longest that a child lives once it has begun to open the library, in milliseconds. */
const LONGEST_LIFE = 1000
/** Every so many lives a library of the first version is opened, and is killed while it is migrated. */
const MIGRATION_EVERY = 3
/** The longest that such a child lives: a migration is over soon. */
const LONGEST_MIGRATION = 600
/** Reports of a library that is migrated: enough for a snapshot of it to take a while. */
const MIGRATED_REPORTS = 40

/**
 * Lets processes work on libraries and kills each with SIGKILL at a random moment; after each, what is on the disk is
 * compared with what was acknowledged.
 */
export async function runKills({ kills, seed, folder, onProgress }: KillOptions): Promise<KillFigures> {
  const random = new Random(seed)
  const figures: KillFigures = {
    ...{
      kills: 0,
      acknowledged: 0,
      underWay: 0,
      whileOpening: 0,
      whileMigrating: 0,
      migrated: 0,
      whileSaving: 0,
      whileSnapshotting: 0,
      snapshots: 0,
    },
    ...{ lost: [], unreadable: [], failures: [] },
  }
  const lasting = join(folder, 'lasting')
  await makeLastingLibrary(lasting)
  while (figures.kills < kills) {
    const isMigration = figures.kills % MIGRATION_EVERY === MIGRATION_EVERY - 1
    const place = isMigration ? join(folder, 'migrated') : lasting
    if (isMigration) makeOldLibrary(place, random)
    await liveAndDie(place, random, isMigration, figures)
    figures.kills++
    onProgress?.(figures)
  }
  return figures
}

async function liveAndDie(place: string, random: Random, isMigration: boolean, figures: KillFigures): Promise<void> {
  const library = join(place, 'library')
  const expectation = new Expectation(readCells(library))
  await runAndKill(place, random, isMigration ? LONGEST_MIGRATION : LONGEST_LIFE, expectation, figures)
  figures.acknowledged += expectation.acknowledged
  figures.underWay += expectation.underWay
  if (!expectation.hasOpened) {
    figures.whileOpening++
    if (isMigration) figures.whileMigrating++
  }
  if (hasHalfWritten(library)) figures.whileSaving++
  try {
    figures.unreadable.push(...unreadableFiles(place, true))
    await checkSnapshots(place, expectation, isMigration, figures)
    // They were looked at, and the next life has its own.
    rmSync(join(place, 'snapshots'), { recursive: true, force: true })
    // A report that is being moved has no name for a moment; the next start gives it back.
    await reopen(place, figures)
    figures.unreadable.push(...unreadableFiles(place, false))
    figures.lost.push(...expectation.contradictions(readCells(library)).filter((cell) => !cell.startsWith('snapshot ')))
  } catch (error) {
    figures.failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** Runs a child until it is killed, some time after it has begun to open the library. */
async function runAndKill(
  place: string,
  random: Random,
  longest: number,
  expectation: Expectation,
  figures: KillFigures,
): Promise<void> {
  const args = [join(import.meta.dirname, 'child.ts'), place, String(random.below(2 ** 31))]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString('utf8')
  })
  const ended = once(child, 'close')
  const opening = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      // The last line may have been cut off with the process: what it was to say was not said.
      const saying = parseLine(line)
      if (saying) expectation.take(saying)
      if (expectation.hasBegunToOpen) resolve()
    })
  })
  await Promise.race([opening, ended])
  await Promise.race([setTimeout(random.next() * longest), ended])
  child.kill('SIGKILL')
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') figures.failures.push(`the child ended by itself (${code}): ${complaints}`)
}

function parseLine(line: string) {
  try {
    return sayingSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** Every snapshot is whole, those that were acknowledged are there, and a library of the present version has one of before. */
async function checkSnapshots(
  place: string,
  expectation: Expectation,
  isMigration: boolean,
  figures: KillFigures,
): Promise<void> {
  const folder = join(place, 'snapshots')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const whole = new Map(
    names.filter((name) => name.endsWith('.gz')).map((name) => [`snapshot ${name}`, 'true'] as const),
  )
  figures.lost.push(...expectation.contradictions(whole).filter((cell) => cell.startsWith('snapshot ')))
  if (whole.size < names.length) figures.whileSnapshotting++
  figures.snapshots += whole.size
  for (const name of names.filter((each) => each.endsWith('.gz'))) await readSnapshotFile(join(folder, name))
  const { schemaVersion } = JSON.parse(readFileSync(join(place, 'library', 'library.json'), 'utf8'))
  if (!isMigration || schemaVersion !== SCHEMA_VERSION) return
  figures.migrated++
  if (!names.some((name) => name.endsWith('-migration.jsonl.gz')))
    figures.failures.push('a library was migrated without a snapshot')
}

/** Opens the library as the next start does, and each report in it. */
async function reopen(place: string, figures: KillFigures): Promise<void> {
  const library = await Library.open({
    folder: join(place, 'library'),
    reader: directReader,
    indexPath: join(place, 'index.json'),
    snapshotsFolder: join(place, 'snapshots'),
  })
  try {
    for (const { id } of library.state.reports) await library.openReport(id)
    await library.listBin()
    figures.failures.push(...library.state.notices.map(({ path, message }) => `${path}: ${message}`))
  } finally {
    await library.close()
  }
}

async function makeLastingLibrary(place: string): Promise<void> {
  const library = await Library.open({
    folder: join(place, 'library'),
    reader: directReader,
    indexPath: join(place, 'index.json'),
    snapshotsFolder: join(place, 'snapshots'),
  })
  const sample = readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'sample-report.txt'))
  await library.importBytes(sample, 'a.txt')
  await library.importBytes(Buffer.concat([sample, Buffer.from('补充。\n')]), 'b.txt')
  await library.close()
}

/** A library of the first version, with more reports than its fixture has: the same under other ids. */
function makeOldLibrary(place: string, random: Random): void {
  const fixture = join(import.meta.dirname, '..', '..', 'src', 'library', 'fixtures', 'library-1')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const library = join(place, 'library')
  cpSync(fixture, library, { recursive: true })
  const reports = join(library, 'reports')
  const [first = ''] = readdirSync(reports)
  for (let count = 1; count < MIGRATED_REPORTS; count++) {
    const id = random.uuid().replaceAll('-', '').slice(0, 16)
    cpSync(join(reports, first), join(reports, id), { recursive: true })
    const record = join(reports, id, 'report.json')
    writeFileSync(record, readFileSync(record, 'utf8').replace(`"id": "${first}"`, `"id": "${id}"`))
  }
}
