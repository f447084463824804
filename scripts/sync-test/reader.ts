import { join } from 'node:path'
import { COLOR_IDS } from '../../src/core/annotation/annotation.ts'
import type { OpenedReport } from '../../src/core/library-view.ts'
import { Library } from '../../src/library/library.ts'
import { LibraryError } from '../../src/library/library-error.ts'
import { ReportFolderError } from '../../src/library/report-folder.ts'
import { directReader } from '../../src/library/report-reader.ts'
import type { Random } from '../kill-test/random.ts'
import { annotate } from './annotate.ts'
import { define } from './define.ts'
import type { VersionLog } from './version-log.ts'

/** One side of the shared library: the name of its computer, and where it is. */
export interface ReaderPlace {
  readonly name: string
  /** The shared folder on this side. */
  readonly folder: string
  /** Where this side keeps what it does not share: index and snapshots. */
  readonly own: string
}

/** What a change is made with. */
export interface WorkPlace {
  readonly library: Library
  readonly random: Random
  readonly log: VersionLog
  /** Words that nobody has written yet. */
  readonly words: (about: string) => string
}

/** How many reports there can be: few, so that both sides import the same. */
const MOST_REPORTS = 10
const FEWEST_REPORTS = 3

/** Somebody who works on one side, through the library as the app does. */
export class Reader {
  readonly place: ReaderPlace
  /** What the library told that is not as it should be. */
  readonly complaints = new Set<string>()
  readonly #random: Random
  readonly #log: VersionLog
  #library: Library | null = null
  #written = 0
  /** How many changes were acknowledged. */
  changes = 0

  constructor(place: ReaderPlace, random: Random, log: VersionLog) {
    this.place = place
    this.#random = random
    this.#log = log
  }

  get library(): Library {
    if (!this.#library) throw new Error('the library is not open')
    return this.#library
  }

  get isOpen(): boolean {
    return this.#library !== null
  }

  async open(): Promise<void> {
    const { name, folder, own } = this.place
    this.#library = await Library.open({
      folder,
      reader: directReader,
      indexPath: join(own, 'index.json'),
      snapshotsFolder: join(own, 'snapshots'),
      host: name,
    })
  }

  async close(): Promise<void> {
    for (const { code, path, message } of this.library.state.notices)
      if (!isExpected(code, message)) this.complaints.add(`${this.place.name}: ${path}: ${message}`)
    await this.library.close()
    this.#library = null
  }

  /** Comes back to the library and opens every report. */
  async look(): Promise<OpenedReport[]> {
    await this.library.refresh()
    const opened: OpenedReport[] = []
    for (const { id } of this.library.state.reports) opened.push(await this.library.openReport(id))
    return opened
  }

  /** Makes this many changes of all kinds. */
  async work(changes: number): Promise<void> {
    for (let made = 0; made < changes; made++) {
      // A report that the other side moved to the bin a moment ago is refused: then nothing was acknowledged.
      const isDone = await this.#change().then(() => true, refused)
      if (isDone) this.changes++
      else await this.library.refresh()
    }
  }

  /** Imports the report of a number: the same bytes on both sides. */
  async import(number: number): Promise<void> {
    const outcome = await this.library.importBytes(reportBytes(number), `第${number}县 ${this.place.name}.txt`)
    if (outcome.status === 'failed') throw new Error(`not imported: ${outcome.problem.message}`)
  }

  async #change(): Promise<void> {
    const { library } = this
    const random = this.#random
    const place = { library, random, log: this.#log, words: (about: string) => this.#words(about) }
    const report = random.pick(library.state.reports)?.id
    const kind = random.below(20)
    if (report === undefined || kind === 0) await this.import(random.below(MOST_REPORTS))
    else if (kind <= 11) await annotate(place, report)
    else if (kind <= 14) await define(place)
    else if (kind === 15) await library.saveReadingPlace(report, random.below(200), random.next())
    else if (kind === 16) await this.#correct(report, 'title')
    else if (kind === 17) await this.#correct(report, 'speaker')
    else if (kind === 18) await library.nameColor(random.pick(COLOR_IDS) ?? 'rouge', this.#words('色'))
    else if (library.state.reports.length > FEWEST_REPORTS) await library.removeReport(report)
  }

  async #correct(report: string, field: 'title' | 'speaker'): Promise<void> {
    const { corrections } = await this.library.openReport(report)
    const others = corrections.filter((each) => each.what !== 'field' || each.field !== field)
    await this.library.correctReport(report, [...others, { what: 'field', field, value: this.#words(field) }])
  }

  #words(about: string): string {
    return `${about}${this.place.name.slice(0, 1)}${++this.#written}`
  }
}

/** What is told where several write. A file that goes while it is read leaves the generation before, which is told too. */
function isExpected(code: string, message: string): boolean {
  return ['merged', 'conflict-copy', 'brought-back'].includes(code) || message === '已改用上一次保存的内容。'
}

/** False for what a library says it does not do; anything else that went wrong is thrown on. */
function refused(error: unknown): false {
  if (error instanceof ReportFolderError || error instanceof LibraryError) return false
  throw error
}

function reportBytes(number: number): Uint8Array {
  const sentences = Array.from(
    { length: 12 },
    (_, at) => `　　第${number}县第${at}项工作持续改善，群众满意度不断提高。\n`,
  )
  const opening = `2025年第${number}县政府工作报告\n\n各位代表：\n　　现在，我代表县人民政府，向大会报告工作，请予审议。\n`
  return new TextEncoder().encode(`${opening}${sentences.join('')}`)
}
