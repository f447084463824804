import type { Annotation } from '../core/annotation/annotation.ts'
import { liveAnnotations } from '../core/annotation/annotation-change.ts'
import { annotationConflicts } from '../core/annotation/merge-annotations.ts'
import { correctReport } from '../core/correction/correct-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import type { Report } from '../core/report/report.ts'
import { type CopyTarget, copyTarget } from './conflict-copies.ts'
import { LibraryError } from './library-error.ts'
import { ANNOTATIONS_FILE, RECORD_FILE } from './library-paths.ts'
import type { RecordStore } from './record-store.ts'
import { type AnnotationsRecord, annotationsForm, type ReportRecord, reportForm } from './records.ts'
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

  /** Where the conflict copies of its files go (see `absorbConflictCopies`). */
  get copyTargets(): readonly CopyTarget[] {
    return [
      copyTarget(ANNOTATIONS_FILE, annotationsForm, (copy) => this.annotations.absorb(copy)),
      copyTarget(RECORD_FILE, reportForm, async (copy) => {
        if (copy.textHash !== this.textHash)
          throw new LibraryError('它属于这份报告的另一个文字版本，和 text.txt 对不上。')
        await this.record.absorb(copy)
      }),
    ]
  }

  /** Takes in what other programs wrote meanwhile. */
  async refresh(): Promise<void> {
    await this.record.refresh()
    await this.annotations.refresh()
  }

  /** Whether another program gave the report another text: then it has to be read anew. */
  get hasOtherText(): boolean {
    return this.record.record.textHash !== this.textHash
  }

  #read(corrections: readonly Correction[]): Report {
    return correctReport({ text: this.text, textHash: this.textHash }, this.#parsed, corrections)
  }
}
