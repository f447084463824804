import type { Annotation } from '../core/annotation/annotation.ts'
import { liveAnnotations } from '../core/annotation/annotation-change.ts'
import { annotationConflicts } from '../core/annotation/merge-annotations.ts'
import { correctReport } from '../core/correction/correct-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import type { Report } from '../core/report/report.ts'
import type { RecordStore } from './record-store.ts'
import type { AnnotationsRecord, ReportRecord } from './records.ts'
import { type FileAccess, openReportFolder, type ReportFolder } from './report-folder.ts'
import type { ReportReader } from './report-reader.ts'
import { summarize } from './report-summary.ts'

/** A report's folder with the reading of its text: what the parser makes of it, put right by the reader. */
export class OpenReport {
  readonly #folder: ReportFolder
  /** Before the reader's corrections. */
  readonly #parsed: Report
  /** Of the text that was read; another program may have written another text since. */
  readonly textHash: string
  #report: Report
  /** The corrections that the report was read with. */
  #applied: readonly Correction[]

  private constructor(folder: ReportFolder, parsed: Report) {
    this.#folder = folder
    this.#parsed = parsed
    this.textHash = folder.record.record.textHash
    this.#applied = folder.record.record.overrides
    this.#report = this.#read(this.#applied)
  }

  /** Reads a folder. Rejects with a `ReportFolderError` when it is damaged. */
  static async read(access: FileAccess, reader: ReportReader, folder: string): Promise<OpenReport> {
    const read = await openReportFolder(access, folder)
    return new OpenReport(read, await reader.parse(read.text, read.record.record.hints))
  }

  get record(): RecordStore<ReportRecord> {
    return this.#folder.record
  }
  get annotations(): RecordStore<AnnotationsRecord> {
    return this.#folder.annotations
  }
  get text(): string {
    return this.#folder.text
  }
  /** With the reader's corrections, wherever they were made. */
  get report(): Report {
    const { overrides } = this.record.record
    if (overrides !== this.#applied) {
      this.#report = this.#read(overrides)
      this.#applied = overrides
    }
    return this.#report
  }
  get liveAnnotations(): Annotation[] {
    return liveAnnotations(this.annotations.record.annotations)
  }

  /** As the reader is shown it. */
  get view(): OpenedReport {
    const { text, report, liveAnnotations: annotations } = this
    const { overrides, readingPlace } = this.record.record
    return {
      summary: summarize(this),
      text,
      report,
      corrections: overrides,
      annotations,
      conflicts: annotationConflicts(this.annotations.record.annotations),
      readingPlace: readingPlace?.offset ?? null,
    }
  }

  /** Replaces the corrections; when it returns they are on the disk. */
  async correct(corrections: readonly Correction[]): Promise<void> {
    await this.record.change((before) => {
      // Before it is written: corrections that cannot be applied must not be stored.
      this.#read(corrections)
      return { ...before, overrides: corrections }
    })
  }

  /** Takes in what other programs wrote meanwhile, and says what. Where it is another text, the report has to be read anew. */
  async refresh(): Promise<'nothing' | 'records' | 'text'> {
    const changed = [await this.record.refresh(), await this.annotations.refresh()].includes(true)
    if (this.record.record.textHash !== this.textHash) return 'text'
    return changed ? 'records' : 'nothing'
  }

  #read(corrections: readonly Correction[]): Report {
    return correctReport({ text: this.text, textHash: this.textHash }, this.#parsed, corrections)
  }
}
