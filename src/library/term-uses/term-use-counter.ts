import { correctReport } from '../../core/correction/correct-report.ts'
import type { TermUse } from '../../core/library-view.ts'
import { parseReport } from '../../core/report/parse-report.ts'
import { isBodyBlock } from '../../core/report/reading-view.ts'
import { foldKey } from '../../core/text/fold.ts'
import { readingAccess } from '../reading-access.ts'
import { openReportFolder } from '../report-folder.ts'
import { readingKey } from '../report-summary.ts'
import { SerialQueue } from '../serial-queue.ts'
import { countPlaces, type PlaceCount } from './count-places.ts'
import { type FoldedRange, FoldedSource } from './folded-source.ts'

/** A report of a library that is to be looked through. */
export interface StoredReport {
  readonly reportId: string
  /** Path of its folder. */
  readonly folder: string
  /** What its reading was named when it was last looked at (see `readingKey`). */
  readonly reading: string
}

/** What is kept of a report from one question to the next. */
interface KeptReport {
  readonly source: FoldedSource
  /** Where its body is; null until something is found in it: most terms are in few reports, and reading one takes long. */
  body: readonly FoldedRange[] | null
}

/** Characters of all reports together that are kept: some four thousand reports, 200 MB. */
const MOST_CHARACTERS = 100_000_000

/** Reports that are read at the same time: the disk works while others are folded and parsed. */
const AT_ONCE = 8

/** The term matcher finds nothing shorter. */
const SHORTEST_KEY = 2

/** Counts the places of terms in the reports of a library, and keeps what it has read for the next question. */
export class TermUseCounter {
  readonly #most: number
  /** By name of the reading, the one used last at the end. */
  readonly #kept = new Map<string, KeptReport>()
  #size = 0
  /** One question after another: two at once would read everything twice. */
  readonly #questions = new SerialQueue()

  constructor(mostCharacters = MOST_CHARACTERS) {
    this.#most = mostCharacters
  }

  /** Characters that are kept at the moment. */
  get size(): number {
    return this.#size
  }

  /** The reports whose body uses a term, those that use it most first, then by id. One that cannot be read is left out. */
  count(term: string, reports: readonly StoredReport[]): Promise<TermUse[]> {
    return this.#questions.run(() => this.#count(foldKey(term), reports))
  }

  async #count(key: string, reports: readonly StoredReport[]): Promise<TermUse[]> {
    if (key.length < SHORTEST_KEY) return []
    const uses: TermUse[] = []
    // What is kept comes first: otherwise, where not all fit in, each would be dropped just before its turn.
    const waiting = [...reports].sort((a, b) => this.#rank(a) - this.#rank(b))
    // Each takes the next report from the same list.
    const next = waiting.values()
    const countOn = async () => {
      for (const report of next) {
        const found = await this.#countIn(key, report).catch(() => null)
        if (found) uses.push({ reportId: report.reportId, ...found })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, countOn))
    return uses.sort((a, b) => b.count - a.count || (a.reportId < b.reportId ? -1 : 1))
  }

  #rank({ reading }: StoredReport): number {
    return this.#kept.has(reading) ? 0 : 1
  }

  async #countIn(key: string, report: StoredReport): Promise<PlaceCount | null> {
    const kept = this.#kept.get(report.reading)
    if (kept && !kept.source.folded.includes(key)) {
      this.#keep(report.reading, kept)
      return null
    }
    if (kept?.body) {
      this.#keep(report.reading, kept)
      return countPlaces(kept.source, kept.body, key)
    }
    return this.#readAndCount(key, report, kept)
  }

  async #readAndCount(key: string, report: StoredReport, kept: KeptReport | undefined): Promise<PlaceCount | null> {
    const folder = await openReportFolder(readingAccess(), report.folder)
    const { text } = folder
    const { record } = folder.record
    const reading = readingKey(record)
    const source = kept && reading === report.reading ? kept.source : new FoldedSource(text)
    if (!source.folded.includes(key)) {
      this.#keep(reading, { source, body: null })
      return null
    }
    const { blocks } = correctReport(
      { text, textHash: record.textHash },
      parseReport(text, record.hints),
      record.overrides,
    )
    const body = blocks.filter(isBodyBlock).map((block) => source.toFolded(block))
    this.#keep(reading, { source, body })
    return countPlaces(source, body, key)
  }

  /** Keeps a report as the one used last, and drops those that were not used for longest where there are too many. */
  #keep(reading: string, report: KeptReport): void {
    this.#drop(reading)
    this.#kept.set(reading, report)
    this.#size += report.source.size
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#most) return
      this.#drop(oldest)
    }
  }

  #drop(reading: string): void {
    this.#size -= this.#kept.get(reading)?.source.size ?? 0
    this.#kept.delete(reading)
  }
}
