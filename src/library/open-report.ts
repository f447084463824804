import { isInPlace, type TextVersion } from '../core/annotation/anchor.ts'
import type { Annotation } from '../core/annotation/annotation.ts'
import { liveAnnotations } from '../core/annotation/annotation-change.ts'
import { matchVersions } from '../core/annotation/carry-annotations.ts'
import type { AnchorMatch } from '../core/annotation/match-anchor.ts'
import { type TakeInOutcome, takeInAnnotations } from '../core/annotation/take-in.ts'
import { correctReport } from '../core/correction/correct-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import type { Report } from '../core/report/report.ts'
import { carryStray } from './carry-stray.ts'
import { dropFormerTexts } from './former-texts.ts'
import type { RecordStore } from './record-store.ts'
import type { AnnotationsRecord, ReportRecord } from './records.ts'
import { type FileAccess, openReportFolder, type ReportFolder } from './report-folder.ts'
import type { ReportReader } from './report-reader.ts'
import { summarize } from './report-summary.ts'

/** Where a report came from. */
export interface ReportOrigin {
  /** The web address that its file told; null where it told none. */
  readonly url: string | null
  /** When it was imported, ISO 8601. */
  readonly imported: string
}

/** A report's folder with the reading of its text: what the parser makes of it, put right by the reader. */
export class OpenReport {
  readonly #folder: ReportFolder
  /** Before the reader's corrections. */
  readonly #parsed: Report
  #report: Report
  /** By the ids of the annotations that waited when it was read. */
  readonly #matches: ReadonlyMap<string, AnchorMatch>

  private constructor(folder: ReportFolder, parsed: Report, matches: ReadonlyMap<string, AnchorMatch>) {
    this.#folder = folder
    this.#matches = matches
    this.#parsed = parsed
    this.#report = this.#read(folder.record.record.overrides)
  }

  /** Reads a folder. Rejects with a `ReportFolderError` when it is damaged. */
  static async read(access: FileAccess, reader: ReportReader, folder: string): Promise<OpenReport> {
    const read = await openReportFolder(access, folder)
    const matches = await carryStray(read, reader, access.readOnly)
    return new OpenReport(read, await reader.parse(read.text, read.record.record.hints), matches)
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
  get textHash(): string {
    return this.record.record.textHash
  }
  /** With the reader's corrections. */
  get report(): Report {
    return this.#report
  }
  /** Former texts that something in it spoke of when it was read. */
  get formerTexts(): readonly TextVersion[] {
    return this.#folder.formerTexts
  }
  get liveAnnotations(): Annotation[] {
    return liveAnnotations(this.annotations.record.annotations)
  }

  get origin(): ReportOrigin {
    const { hints, imported } = this.record.record
    return { url: hints.source ?? null, imported }
  }

  /** As the reader is shown it. */
  get view(): OpenedReport {
    const { text, report, liveAnnotations: live } = this
    const { overrides, readingPlace } = this.record.record
    const waiting = live.filter(({ anchor }) => !isInPlace(anchor, this))
    return {
      summary: summarize(this),
      text,
      report,
      corrections: overrides,
      annotations: live.filter((annotation) => !waiting.includes(annotation)),
      waiting: waiting.map((annotation) => ({ annotation, match: this.#match(annotation) })),
      readingPlace: readingPlace?.offset ?? null,
    }
  }

  /** Takes annotations from a file in, by id; when it returns, what was added or updated is on the disk. */
  async takeIn(incoming: readonly Annotation[]): Promise<readonly TakeInOutcome[]> {
    const { annotations, outcomes } = takeInAnnotations(this.annotations.record.annotations, incoming)
    if (annotations === this.annotations.record.annotations) return outcomes
    let taken = outcomes
    await this.annotations.change((before) => {
      const next = takeInAnnotations(before.annotations, incoming)
      taken = next.outcomes
      return { ...before, annotations: next.annotations }
    })
    return taken
  }

  /** Replaces the corrections; when it returns they are on the disk. */
  async correct(corrections: readonly Correction[]): Promise<void> {
    await this.record.change((before) => {
      // Before it is written: corrections that cannot be applied must not be stored.
      this.#read(corrections)
      return { ...before, overrides: corrections }
    })
    this.#report = this.#read(this.record.record.overrides)
  }

  /** Removes the former texts that nothing in the report speaks of any more. */
  async dropFormerTexts(): Promise<void> {
    const { annotations } = this.annotations.record
    await dropFormerTexts(this.#folder.folder, { annotations, corrections: this.record.record.overrides }, this)
  }

  #match({ id, anchor }: Annotation): AnchorMatch {
    const { text, textHash, report } = this
    return this.#matches.get(id) ?? matchVersions(this.formerTexts, { text, textHash, outline: report.outline })(anchor)
  }

  #read(corrections: readonly Correction[]): Report {
    return correctReport({ text: this.text, textHash: this.textHash }, this.#parsed, corrections)
  }
}
