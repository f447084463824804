import type { LibraryCounts, ReportGlossary, ReportSummary } from '../core/library-view.ts'
import { hasConflictCopies } from './conflict-copies.ts'
import type { GlossaryIndex } from './glossary-index.ts'
import { ANNOTATIONS_FILE, type LibraryPaths, RECORD_FILE, reportFiles } from './library-paths.ts'
import type { Notices } from './notices.ts'
import type { OpenReport } from './open-report.ts'
import { ReportFolderError } from './report-folder.ts'
import { isHusk } from './report-husk.ts'
import { type ReportIndex, type ReportRow, stampOf } from './report-index.ts'
import { glossaryOf, markedIn, readingKey, summarize } from './report-summary.ts'

export interface ReportListOptions {
  readonly paths: LibraryPaths
  readonly index: ReportIndex
  readonly glossaryIndex: GlossaryIndex
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

  get counts(): LibraryCounts {
    const { summaries } = this
    return {
      reports: summaries.length,
      annotations: summaries.reduce((sum, { annotations }) => sum + annotations, 0),
    }
  }

  /** The terms that each report explains. A report that is in no cache is read for it; one that cannot be is left out. */
  async glossaries(): Promise<ReportGlossary[]> {
    const found: ReportGlossary[] = []
    for (const row of this.rows) {
      const entries = await this.#entriesOf(row)
      if (entries) found.push({ reportId: row.summary.id, glossary: { entries } })
    }
    return found
  }

  /** Grows whenever a report with a glossary comes or goes, or is read in another way. */
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

  /** Takes the rows of the index as they are; they have to be checked then (see `checkReports`). False where there are none. */
  assume(): boolean {
    for (const row of this.#options.index.rows) this.#set(row.summary.id, row)
    return this.#rows.size > 0
  }

  /**
   * Finds a report's row where its files are as they were when it was made and no conflict copy waits to be merged; the
   * function that is returned puts it in the list. Null where the report has to be read.
   */
  async findFresh(id: string): Promise<(() => void) | null> {
    const before = this.#rows.get(id)
    const stamps = await this.#stamps(id).catch(() => null)
    const known = before ?? this.#options.index.find(id)
    if (!known || known.stamp !== stamps?.stamp) return null
    if (known.folder !== stamps.folder && (await this.#waitsForMerge(id))) return null
    return () => this.#replace(id, before, { ...known, ...stamps })
  }

  /** Reads a report and makes its row. One that cannot be read is told of, unless its folder is as good as empty, hides no other, and gives null. */
  async load(id: string): Promise<ReportSummary | null> {
    const { paths, notices, read } = this.#options
    const before = this.#rows.get(id)
    try {
      // Taken before the files are read: what changes meanwhile makes the row stale, not wrong.
      const stamps = await this.#stamps(id)
      const row = this.#rowOf(await read(id), stamps)
      return this.#replace(id, before, row).summary
    } catch (error) {
      this.forget(id)
      if (!(await isHusk(paths.report(id)))) notices.tell('report', paths.report(id), error)
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
    if ((this.#rows.get(id)?.summary.terms ?? 0) > 0) this.#glossaryVersion += 1
    this.#rows.delete(id)
  }

  /** What a change of an open report means for its row; the reading is looked through only where it is another. */
  async follow(id: string, report: OpenReport): Promise<void> {
    const stamps = await this.#stamps(id)
    const row = this.#rows.get(id)
    if (!row) return
    const { record } = report.record
    const summary = { ...row.summary, ...markedIn(report) }
    const isSameReading = row.reading === readingKey(record)
    this.#set(id, isSameReading ? { ...row, ...stamps, summary } : this.#rowOf(report, stamps))
  }

  /** Writes the index, so that the next start need not read the reports. */
  async save(): Promise<void> {
    const { index, glossaryIndex } = this.#options
    await index.save(this.rows)
    await glossaryIndex.save(this.rows.map(({ reading }) => reading))
  }

  async #entriesOf({ summary, reading }: ReportRow): Promise<ReportGlossary['glossary']['entries'] | null> {
    const { glossaryIndex, read } = this.#options
    if (summary.terms === 0) return []
    const known = await glossaryIndex.find(reading)
    if (known) return known
    const report = await read(summary.id).catch(() => null)
    return report && this.#remember(report)
  }

  #remember(report: OpenReport): ReportGlossary['glossary']['entries'] {
    const { entries } = glossaryOf(report.report)
    if (entries.length > 0) this.#options.glossaryIndex.set(readingKey(report.record.record), entries)
    return entries
  }

  #set(id: string, row: ReportRow): void {
    const before = this.#rows.get(id)
    const hasTerms = row.summary.terms > 0 || (before?.summary.terms ?? 0) > 0
    if (hasTerms && before?.reading !== row.reading) this.#glossaryVersion += 1
    this.#rows.set(id, row)
  }

  /** Puts a row in the place of what the list had when it began to be made; what has taken its place since is newer. */
  #replace(id: string, before: ReportRow | undefined, row: ReportRow): ReportRow {
    const now = this.#rows.get(id)
    if (now !== before) return now ?? row
    this.#set(id, row)
    return row
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

  #rowOf(report: OpenReport, stamps: RowStamps): ReportRow {
    const { record } = report.record
    this.#remember(report)
    return {
      ...stamps,
      summary: summarize(report),
      originals: record.originals.map(({ sha256 }) => sha256),
      reading: readingKey(record),
    }
  }
}

type RowStamps = Pick<ReportRow, 'stamp' | 'folder'>
