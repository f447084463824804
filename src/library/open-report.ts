import { isInPlace, type TextVersion } from '../core/annotation/anchor.ts'
import type { Annotation } from '../core/annotation/annotation.ts'
import { liveAnnotations } from '../core/annotation/annotation-change.ts'
import { matchVersions } from '../core/annotation/carry-annotations.ts'
import type { AnchorMatch } from '../core/annotation/match-anchor.ts'
import { type AnnotationConflict, annotationConflicts } from '../core/annotation/merge-annotations.ts'
import { type TakeInOutcome, takeInAnnotations } from '../core/annotation/take-in.ts'
import { correctReport } from '../core/correction/correct-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { OpenedReport } from '../core/library-view.ts'
import type { Report } from '../core/report/report.ts'
import { carryStray } from './carry-stray.ts'
import { type CopyTarget, copyTarget } from './conflict-copies.ts'
import type { FileAccess } from './folder-access.ts'
import { dropFormerTexts, keepFormerText, strayAnchors } from './former-texts.ts'
import { LibraryError } from './library-error.ts'
import { ANNOTATIONS_FILE, RECORD_FILE } from './library-paths.ts'
import type { RecordStore } from './record-store.ts'
import { type AnnotationsRecord, annotationsForm, type ReportRecord, reportForm } from './records.ts'
import { openReportFolder, type ReportFolder } from './report-folder.ts'
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
  readonly #readOnly: boolean
  /** Before the reader's corrections. */
  readonly #parsed: Report
  /** Of the text that was read; another program may have written another text since. */
  readonly textHash: string
  #report: Report
  /** By the ids of the annotations that waited when it was read. */
  readonly #matches: ReadonlyMap<string, AnchorMatch>
  /** The corrections that the report was read with. */
  #applied: readonly Correction[]
  #hasAttached = false

  private constructor(
    folder: ReportFolder,
    parsed: Report,
    matches: ReadonlyMap<string, AnchorMatch>,
    readOnly: boolean,
  ) {
    this.#folder = folder
    this.#readOnly = readOnly
    this.#matches = matches
    this.#parsed = parsed
    this.textHash = folder.record.record.textHash
    this.#applied = folder.record.record.overrides
    this.#report = this.#read(this.#applied)
  }

  /** Reads a folder. Rejects with a `ReportFolderError` when it is damaged. */
  static async read(access: FileAccess, reader: ReportReader, folder: string): Promise<OpenReport> {
    const read = await openReportFolder(access, folder)
    const matches = await carryStray(read, reader, access.readOnly)
    return new OpenReport(read, await reader.parse(read.text, read.record.record.hints), matches, access.readOnly)
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
  /** Former texts that something in it spoke of when it was read. */
  get formerTexts(): readonly TextVersion[] {
    return this.#folder.formerTexts
  }
  get liveAnnotations(): Annotation[] {
    return liveAnnotations(this.annotations.record.annotations)
  }

  /** Annotations that were edited apart, deleted ones too. */
  get conflicts(): AnnotationConflict[] {
    return annotationConflicts(this.annotations.record.annotations)
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
      conflicts: this.conflicts,
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

  /** Keeps the text that was read, which another program put another in the place of, while something speaks of it. */
  async keepText(): Promise<void> {
    const { text, textHash } = this
    const now = { text: '', textHash: this.record.record.textHash }
    const speaking = { annotations: this.annotations.record.annotations, corrections: this.record.record.overrides }
    const isSpokenOf = strayAnchors(speaking, now).some((anchor) => anchor.textHash === textHash)
    if (!this.#readOnly && isSpokenOf) await keepFormerText(this.#folder.folder, { text, textHash })
  }

  /** Something was attached. The former text that it spoke of stays until the report is closed: attaching can be taken back. */
  dropFormerTextsLater(): void {
    this.#hasAttached = true
  }

  /** Takes in what other programs wrote last, and removes the former texts that nothing speaks of any more. */
  async close(): Promise<void> {
    await this.refresh()
    if (!this.#hasAttached || this.hasOtherText) return
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
