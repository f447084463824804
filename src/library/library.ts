import type { Annotation, ColorId } from '../core/annotation/annotation.ts'
import { type AnnotationChange, changeAnnotations } from '../core/annotation/annotation-change.ts'
import type { TakeInOutcome } from '../core/annotation/take-in.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { TemplateDraft } from '../core/export/export-choice.ts'
import type { ReaderTermConflict } from '../core/glossary/merge-reader-terms.ts'
import type { ReaderTerm, ReaderTermChange } from '../core/glossary/reader-term.ts'
import type {
  BinnedReport,
  CarrySummary,
  EditionPreview,
  ImportOutcome,
  LibraryNotice,
  LibraryState,
  OpenedReport,
  ReportGlossary,
  ReportSummary,
  TermUse,
} from '../core/library-view.ts'
import { checkReports } from './check-reports.ts'
import { absorbConflictCopies } from './conflict-copies.ts'
import type { EditionSource } from './edition.ts'
import { isFolder } from './folder-names.ts'
import { LibraryGoneError } from './library-error.ts'
import { type LibraryOptions, type LibraryParts, openLibraryParts } from './library-parts.ts'
import { LibraryTags } from './library-tags.ts'
import type { ReportOrigin } from './open-report.ts'
import { ReportsAtHand } from './reports-at-hand.ts'
import { LibrarySnapshots } from './snapshots/library-snapshots.ts'
import { type NamedTemplate, saveTemplate } from './templates/template-files.ts'
import { WholeReports } from './whole-reports.ts'

/**
 * A library folder: reports with their annotations (DESIGN, Library on disk). What a method acknowledges is on the disk.
 * Methods reject with `ReportFolderError`, `AnnotationChangeError`, `ReaderTermError`, `LibraryError` or the system's own
 * error.
 */
export class Library {
  readonly #parts: LibraryParts
  readonly #reports: ReportsAtHand
  readonly #whole: WholeReports
  readonly snapshots: LibrarySnapshots
  readonly tags: LibraryTags
  #checked = Promise.resolve()

  private constructor(parts: LibraryParts) {
    const reports = new ReportsAtHand(parts)
    const whole = new WholeReports(reports)
    this.#parts = parts
    this.#reports = reports
    this.#whole = whole
    this.snapshots = new LibrarySnapshots({
      parts,
      reports: {
        findReport: (id) => whole.findOrBringBack(id),
        intoReport: (id, act) => reports.mergeInto(id, act),
      },
      whenWritable: (act) => reports.whenWritable(act),
      isClosed: () => reports.isClosed,
      counts: () => reports.list.counts,
    })
    this.tags = new LibraryTags(reports, () => this.#checked)
  }

  /** Opens a library, making the folder where it is missing. Rejects with a `LibraryBusyError` while another process writes to it. */
  static async open(options: LibraryOptions): Promise<Library> {
    const parts = await openLibraryParts(options)
    try {
      const library = new Library(parts)
      // A list that nobody has made yet cannot be shown before it is made.
      const isLater = options.checkAfter !== undefined && library.#reports.list.assume()
      const checking = isLater ? options.checkAfter.then(() => library.#check()) : library.#check()
      if (!isLater) await checking
      library.#checked = checking.catch((error: unknown) =>
        parts.notices.tell('report', parts.access.paths.reports, error),
      )
      return library
    } catch (error) {
      await parts.lock?.release()
      throw error
    }
  }

  /**
   * Resolves when the list of reports was checked against the folders. A library that is opened to be checked later shows
   * what the index says until then.
   */
  get checked(): Promise<void> {
    return this.#checked
  }

  /**
   * Takes in what other computers did since the library was opened or refreshed: terms, names of colours, reports that came,
   * went or changed, and the conflict copies of all of them. For when the reader comes back to it. Rejects with a
   * `LibraryGoneError` where its folder is not there.
   */
  refresh(): Promise<void> {
    const refreshed = this.#reports.explained(async () => {
      const { access, settings, terms } = this.#parts
      // A drive that was taken out is no library without reports.
      await access.confirm()
      if (!(await isFolder(access.paths.reports))) throw new LibraryGoneError(access.paths.folder)
      await settings.refresh()
      await terms.refresh()
      await absorbConflictCopies(access, access.paths.folder, [settings.copyTarget, terms.copyTarget])
      await this.#check()
    })
    const checkedBefore = this.#checked
    this.#checked = refreshed.then(
      () => checkedBefore,
      () => checkedBefore,
    )
    return refreshed
  }

  /** Whether nothing can be changed: it was asked for, a newer Meipi wrote it, or the folder cannot be written to. */
  get readOnly(): boolean {
    return this.#parts.lock === null
  }

  get state(): LibraryState {
    const { access, notices, settings, refusal } = this.#parts
    return {
      folder: access.paths.folder,
      reports: this.#reports.list.summaries,
      refusal: refusal && { code: refusal.name, message: refusal.message },
      notices: notices.all,
      colorNames: settings.colorNames,
      glossaryVersion: this.#reports.list.glossaryVersion,
    }
  }

  /** What the reader is to know about the library's files. */
  get notices(): readonly LibraryNotice[] {
    return this.#parts.notices.all
  }

  /** Imports one file. The same bytes again are the same report. Never rejects: what went wrong is in the outcome. */
  importFile(path: string, file: string): Promise<ImportOutcome> {
    return this.#whole.import(file, () => this.#parts.reader.readFile(path))
  }

  /** Imports what is in memory already, as a file of that name. */
  importBytes(bytes: Uint8Array, file: string): Promise<ImportOutcome> {
    return this.#whole.import(file, () => this.#parts.reader.readBytes(bytes, file))
  }

  /** Opens a report for reading. */
  openReport(id: string): Promise<OpenedReport> {
    return this.#reports.withFresh(id, async (report) => report.view)
  }

  /** Replaces the reader's corrections of a report and reads it anew; they are on the disk then. */
  correctReport(id: string, corrections: readonly Correction[]): Promise<OpenedReport> {
    return this.#reports.write(id, async (report) => {
      await report.correct(corrections)
      return report.view
    })
  }

  /** Adds, edits, deletes, restores or settles one annotation; the one returned is on the disk. */
  changeAnnotation(id: string, change: AnnotationChange): Promise<Annotation> {
    return this.#reports.write(id, async (report) => {
      const { annotations } = await report.annotations.change((before) => {
        const { text, textHash, report: reading } = report
        const source = { text, textHash, outline: reading.outline }
        return {
          ...before,
          annotations: changeAnnotations(before.annotations, change, source, this.#parts.now()).annotations,
        }
      })
      // Looked up in what was written: another program's version may have been merged with it.
      const changed = annotations.find(({ id: each }) => each === change.id)
      if (!changed) throw new Error('the change was not made')
      if (change.act === 'attach') report.dropFormerTextsLater()
      return changed
    })
  }

  /** Every annotation of a report, deleted ones too. */
  allAnnotations(id: string): Promise<readonly Annotation[]> {
    return this.#reports.use(id, async (report) => report.annotations.record.annotations)
  }

  /** Takes annotations from a file in among those of a report, by id; what was added or updated is on the disk. */
  takeInAnnotations(id: string, incoming: readonly Annotation[]): Promise<readonly TakeInOutcome[]> {
    return this.#reports.write(id, (report) => report.takeIn(incoming))
  }

  /** Where a report came from: the web address that its file told, and when it was imported. */
  originOf(id: string): Promise<ReportOrigin> {
    return this.#reports.use(id, async (report) => report.origin)
  }

  /** Remembers where the reader was: the offset at the top of the page, and how far that is (0 to 1). */
  saveReadingPlace(id: string, offset: number, progress: number): Promise<void> {
    return this.#reports.write(id, async (report) => {
      await report.record.change((before) => ({ ...before, readingPlace: { offset, progress } }))
    })
  }

  /** Moves a report with everything in its folder to the bin. */
  removeReport(id: string): Promise<BinnedReport> {
    return this.#whole.remove(id)
  }

  /** The reports in the bin, the one removed last first. */
  listBin(): Promise<readonly BinnedReport[]> {
    return this.#whole.listBin()
  }

  /** Brings a report back from the bin (see `WholeReports.restore`). */
  restoreReport(binId: string): Promise<ReportSummary> {
    return this.#whole.restore(binId)
  }

  /** Joins a report and the one that continues it; the first keeps its id, both old ones go to the bin. */
  joinReports(firstId: string, secondId: string): Promise<ReportSummary> {
    return this.#whole.join(firstId, secondId)
  }

  /** Splits a report before each of these positions; the old one goes to the bin. The parts are in their order. */
  splitReport(id: string, starts: readonly number[]): Promise<readonly ReportSummary[]> {
    return this.#whole.split(id, starts)
  }

  /** Gives a report another text (see `WholeReports.replaceText`). Rejects with an `ImportError` too. */
  replaceText(id: string, source: EditionSource): Promise<CarrySummary> {
    return this.#whole.replaceText(id, source)
  }

  /** Says what `replaceText` would do. Rejects as it does. */
  previewText(id: string, source: EditionSource): Promise<EditionPreview> {
    return this.#whole.previewText(id, source)
  }

  /** Gives a report the text again that it had before (see `WholeReports.putBackText`). */
  putBackText(id: string): Promise<CarrySummary> {
    return this.#whole.putBackText(id)
  }

  /** The terms that each report of the library explains. */
  glossaries(): Promise<readonly ReportGlossary[]> {
    return this.#reports.list.glossaries()
  }

  /** The reader's own terms, without those that were deleted. */
  readerTerms(): readonly ReaderTerm[] {
    return this.#parts.terms.live
  }

  /** The reader's own terms that were changed apart, deleted ones too, for the reader to settle. */
  readerTermConflicts(): readonly ReaderTermConflict[] {
    return this.#parts.terms.conflicts
  }

  /** Adds, edits, deletes, restores or settles one of the reader's own terms; the one returned is on the disk. */
  changeReaderTerm(change: ReaderTermChange): Promise<ReaderTerm> {
    return this.#reports.whenWritable(() => this.#parts.terms.change(change, this.#parts.now()))
  }

  /** The reports whose body uses a term, those that use it most first, then by id. */
  termUses(term: string): Promise<readonly TermUse[]> {
    const { access, reader } = this.#parts
    return reader.countTermUses(
      term,
      this.#reports.list.rows.map(({ summary: { id }, reading }) => ({
        reportId: id,
        folder: access.paths.report(id),
        reading,
      })),
    )
  }

  /** Stores a template of the reader's (see `saveTemplate`). */
  saveTemplate(draft: TemplateDraft): Promise<NamedTemplate> {
    const { access } = this.#parts
    return this.#reports.whenWritable(async () => {
      await access.confirm()
      return saveTemplate(access.paths.folder, draft)
    })
  }

  /** Gives a colour the reader's name. Rejects with a `LibraryError` for a name that another colour has. */
  nameColor(color: ColorId, name: string): Promise<void> {
    return this.#reports.whenWritable(() => this.#parts.settings.nameColor(color, name))
  }

  /** Waits for writes under way, saves the index and gives up the right to write. */
  async close(): Promise<void> {
    this.#reports.stop()
    const { settings, terms, snapshots, lock } = this.#parts
    await snapshots.close()
    await this.#checked
    await this.#reports.settled()
    await Promise.all([settings.settled(), terms.settled()])
    // As the reports are: what another program wrote over is written again.
    await Promise.allSettled([settings.refresh(), terms.refresh()])
    await this.#reports.list.save()
    await lock?.release()
  }

  #check(): Promise<void> {
    const { list, queue } = this.#reports
    return checkReports({ paths: this.#parts.access.paths, list, queue, isOver: () => this.#reports.isClosed })
  }
}
