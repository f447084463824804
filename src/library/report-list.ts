import type { ReportGlossary, ReportSummary } from '../core/library-view.ts'
import { hasConflictCopies } from './conflict-copies.ts'
import { ANNOTATIONS_FILE, type LibraryPaths, RECORD_FILE, reportFiles } from './library-paths.ts'
import type { Notices } from './notices.ts'
import type { OpenReport } from './open-report.ts'
import { ReportFolderError } from './report-folder.ts'
import { type ReportIndex, type ReportRow, stampOf } from './report-index.ts'
import { glossaryOf, progressOf, readingKey, summarize } from './report-summary.ts'

export interface ReportListOptions {
  readonly paths: LibraryPaths
  readonly index: ReportIndex
  readonly notices: Notices
  /** Reads a report of the library, for one whose row is not in the index. */
  readonly read: (id: string) => Promise<OpenReport>
}

/** The reports of a library as they are listed and looked up without being open: a row each. */
export class ReportList {
  readonly #options: ReportListOptions
  readonly #rows = new Map<string, ReportRow>()
  #glossaryVersion = 0

  constructor(options: ReportListOptions) {
    this.#options = options
  }

  get rows(): readonly ReportRow[] {
    return [...this.#rows.values()]
  }
  get summaries(): readonly ReportSummary[] {
    return this.rows.map(({ summary }) => summary)
  }
  get glossaries(): readonly ReportGlossary[] {
    return this.rows.map(({ summary, entries }) => ({ reportId: summary.id, glossary: { entries } }))
  }

  /** Grows whenever an entry of some glossary comes, goes or changes. */
  get glossaryVersion(): number {
    return this.#glossaryVersion
  }

  find(id: string): ReportRow | null {
    return this.#rows.get(id) ?? null
  }

  /** The report that was made from a file with these bytes, alone or joined with others. */
  findOriginal(sha256: string): ReportRow | null {
    return this.rows.find(({ originals }) => originals.includes(sha256)) ?? null
  }

  /** Makes a report's row, from the index where that is fresh. One that cannot be read is told of, hides no other, and gives null. */
  async load(id: string): Promise<ReportSummary | null> {
    const { paths, index, notices, read } = this.#options
    try {
      // Taken before the files are read: what changes meanwhile makes the row stale, not wrong.
      const stamps = await this.#stamps(id)
      const known = index.find(id, stamps.stamp)
      const isFresh = known?.folder === stamps.folder || (known !== null && !(await this.#waitsForMerge(id)))
      const row = isFresh ? { ...known, ...stamps } : rowOf(await read(id), stamps)
      this.#set(id, row)
      return row.summary
    } catch (error) {
      this.forget(id)
      notices.tell('report', paths.report(id), error)
      return null
    }
  }

  /**
   * Whether a report's folder may be made anew. One that cannot be read for a passing reason, or was written by a newer
   * version, is left alone: then this rejects.
   */
  async isDamagedOrMissing(id: string): Promise<boolean> {
    try {
      await this.#options.read(id)
      return false
    } catch (error) {
      if (error instanceof ReportFolderError) return true
      throw error
    }
  }

  forget(id: string): void {
    if ((this.#rows.get(id)?.entries.length ?? 0) > 0) this.#glossaryVersion += 1
    this.#rows.delete(id)
  }

  /** What a change of an open report means for its row; the reading is looked through only where it is another. */
  async follow(id: string, report: OpenReport): Promise<void> {
    const stamps = await this.#stamps(id)
    const row = this.#rows.get(id)
    if (!row) return
    const { record } = report.record
    const annotations = report.liveAnnotations.length
    const summary = { ...row.summary, annotations, progress: progressOf(record) }
    if (row.reading === readingKey(record)) this.#rows.set(id, { ...row, ...stamps, summary })
    else this.#set(id, rowOf(report, stamps))
  }

  /** Writes the index, so that the next start need not read the reports. */
  save(): Promise<void> {
    return this.#options.index.save(this.rows)
  }

  #set(id: string, row: ReportRow): void {
    const before = this.#rows.get(id)?.entries ?? []
    if (JSON.stringify(before) !== JSON.stringify(row.entries)) this.#glossaryVersion += 1
    this.#rows.set(id, row)
  }

  /** Whether a synchroniser left copies in a report's folder. Looked for only where something came into it or left it. */
  #waitsForMerge(id: string): Promise<boolean> {
    return hasConflictCopies(this.#options.paths.report(id), [RECORD_FILE, ANNOTATIONS_FILE])
  }

  async #stamps(id: string): Promise<RowStamps> {
    const folder = this.#options.paths.report(id)
    const { record, annotations, text } = reportFiles(folder)
    return { stamp: await stampOf([record, annotations, text]), folder: await stampOf([folder]) }
  }
}

type RowStamps = Pick<ReportRow, 'stamp' | 'folder'>

function rowOf(report: OpenReport, stamps: RowStamps): ReportRow {
  const { record } = report.record
  return {
    ...stamps,
    summary: summarize(report),
    entries: glossaryOf(report.report).entries,
    originals: record.originals.map(({ sha256 }) => sha256),
    reading: readingKey(record),
  }
}
