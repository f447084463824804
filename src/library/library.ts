import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Annotation, ColorId } from '../core/annotation/annotation.ts'
import { type AnnotationChange, changeAnnotations } from '../core/annotation/annotation-change.ts'
import type { TakeInOutcome } from '../core/annotation/take-in.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { ReaderTermConflict } from '../core/glossary/merge-reader-terms.ts'
import type { ReaderTerm, ReaderTermChange } from '../core/glossary/reader-term.ts'
import type {
  BinnedReport,
  CarrySummary,
  ImportOutcome,
  LibraryState,
  OpenedReport,
  ReportGlossary,
  ReportSummary,
  TermUse,
} from '../core/library-view.ts'
import { bringBackReport } from './bring-back-report.ts'
import { checkReports } from './check-reports.ts'
import { absorbConflictCopies, type CopyTarget } from './conflict-copies.ts'
import { type EditionSource, readEdition } from './edition.ts'
import { isFolder, namesIn } from './folder-names.ts'
import { importReport } from './import-report.ts'
import { joinReports } from './join-reports.ts'
import { LibraryError, LibraryGoneError } from './library-error.ts'
import { type LibraryOptions, type LibraryParts, openLibraryParts } from './library-parts.ts'
import { OpenReport, type ReportOrigin } from './open-report.ts'
import { OpenReports } from './open-reports.ts'
import { replaceText } from './replace-text.ts'
import { ReportBin } from './report-bin.ts'
import { ReportFolderError } from './report-folder.ts'
import { ReportList } from './report-list.ts'
import type { ReadFile } from './report-reader.ts'
import { SerialQueue } from './serial-queue.ts'
import { LibrarySnapshots } from './snapshots/library-snapshots.ts'
import { splitReport } from './split-report.ts'

/**
 * A library folder: reports with their annotations (DESIGN, Library on disk). What a method acknowledges is on the disk.
 * Methods reject with `ReportFolderError`, `AnnotationChangeError`, `ReaderTermError`, `LibraryError` or the system's own
 * error.
 */
export class Library {
  readonly #parts: LibraryParts
  readonly #list: ReportList
  readonly #reports: OpenReports
  readonly #bin: ReportBin
  readonly snapshots: LibrarySnapshots
  /** Imports, and everything else that moves whole reports: one after another. */
  readonly #queue = new SerialQueue()
  #checked = Promise.resolve()
  #closed = false

  private constructor(parts: LibraryParts) {
    this.#parts = parts
    const { access, reader, notices, index, glossaryIndex, now } = parts
    const { paths } = access
    const read = (id: string) => this.#read(id)
    this.#list = new ReportList({ paths, index, glossaryIndex, notices, read })
    this.#reports = new OpenReports(read)
    this.#bin = new ReportBin({ access, notices, reader, now })
    this.snapshots = new LibrarySnapshots({
      parts,
      reports: {
        findReport: (id) => this.#findOrBringBack(id),
        intoReport: (id, act) => this.#mergeInto(id, act),
      },
      whenWritable: (act) => this.#whenWritable(act),
      isClosed: () => this.#closed,
    })
  }

  /** Opens a library, making the folder where it is missing. Rejects with a `LibraryBusyError` while another process writes to it. */
  static async open(options: LibraryOptions): Promise<Library> {
    const parts = await openLibraryParts(options)
    try {
      const library = new Library(parts)
      // A list that nobody has made yet cannot be shown before it is made.
      const isLater = options.checkLater === true && library.#list.assume()
      const checking = isLater ? setImmediate().then(() => library.#check()) : library.#check()
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
   * went or changed, and the conflict copies of all of them. For when the reader comes back to it.
   */
  refresh(): Promise<void> {
    const refreshed = this.#explained(async () => {
      const { access, settings, terms } = this.#parts
      await settings.refresh()
      await terms.refresh()
      await absorbConflictCopies(access, access.paths.folder, [settings.copyTarget, terms.copyTarget])
      await this.#check()
    })
    const checkedBefore = this.#checked
    this.#checked = refreshed.then(() => checkedBefore).catch(() => checkedBefore)
    return refreshed
  }

  /** Whether nothing can be changed: it was asked for, a newer Meipi wrote it, or the folder cannot be written to. */
  get readOnly(): boolean {
    return this.#parts.lock === null
  }

  get state(): LibraryState {
    const { access, notices, settings } = this.#parts
    return {
      folder: access.paths.folder,
      reports: this.#list.summaries,
      readOnly: this.readOnly,
      notices: notices.all,
      colorNames: settings.colorNames,
      glossaryVersion: this.#list.glossaryVersion,
    }
  }

  /** Imports one file. The same bytes again are the same report. Never rejects: what went wrong is in the outcome. */
  importFile(path: string, file: string): Promise<ImportOutcome> {
    return this.#import(file, () => this.#parts.reader.readFile(path))
  }

  /** Imports what is in memory already, as a file of that name. */
  importBytes(bytes: Uint8Array, file: string): Promise<ImportOutcome> {
    return this.#import(file, () => this.#parts.reader.readBytes(bytes, file))
  }

  /** Opens a report for reading. */
  openReport(id: string): Promise<OpenedReport> {
    return this.#explained(() =>
      this.#reports.useFresh(id, async (report) => {
        await this.#absorbCopies(id, report)
        await this.#list.follow(id, report)
        return report.view
      }),
    )
  }

  /** Replaces the reader's corrections of a report and reads it anew; they are on the disk then. */
  correctReport(id: string, corrections: readonly Correction[]): Promise<OpenedReport> {
    return this.#write(id, async (report) => {
      await report.correct(corrections)
      await this.#list.follow(id, report)
      return report.view
    })
  }

  /** Adds, edits, deletes, restores or settles one annotation; the one returned is on the disk. */
  changeAnnotation(id: string, change: AnnotationChange): Promise<Annotation> {
    return this.#write(id, async (report) => {
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
      if (change.act === 'attach') await report.dropFormerTexts()
      await this.#list.follow(id, report)
      return changed
    })
  }

  /** Every annotation of a report, deleted ones too. */
  allAnnotations(id: string): Promise<readonly Annotation[]> {
    return this.#reports.use(id, async (report) => report.annotations.record.annotations)
  }

  /** Takes annotations from a file in among those of a report, by id; what was added or updated is on the disk. */
  takeInAnnotations(id: string, incoming: readonly Annotation[]): Promise<readonly TakeInOutcome[]> {
    return this.#write(id, async (report) => {
      const outcomes = await report.takeIn(incoming)
      await this.#list.follow(id, report)
      return outcomes
    })
  }

  /** Where a report came from: the web address that its file told, and when it was imported. */
  originOf(id: string): Promise<ReportOrigin> {
    return this.#reports.use(id, async (report) => report.origin)
  }

  /** Remembers where the reader was: the offset at the top of the page, and how far that is (0 to 1). */
  saveReadingPlace(id: string, offset: number, progress: number): Promise<void> {
    return this.#write(id, async (report) => {
      await report.record.change((before) => ({ ...before, readingPlace: { offset, progress } }))
      await this.#list.follow(id, report)
    })
  }

  /** Moves a report with everything in its folder to the bin. */
  removeReport(id: string): Promise<BinnedReport> {
    return this.#move([id], async () => {
      const { summary } = this.#find(id)
      const { binId, removed } = await this.#bin.take(id)
      this.#list.forget(id)
      return { binId, summary, removed }
    })
  }

  /** The reports in the bin, the one removed last first. */
  listBin(): Promise<readonly BinnedReport[]> {
    return this.#queue.run(() => this.#bin.list())
  }

  /**
   * Brings a report back whole. Rejects with a `LibraryError` where it is in the library again and has annotations; one
   * without annotations goes to the bin in its place.
   */
  restoreReport(binId: string): Promise<ReportSummary> {
    return this.#move([binId.slice(0, 16)], async () => {
      const name = await this.#bin.choose(binId)
      const taken = (await namesIn(this.#parts.access.paths.report(name.reportId))).length > 0
      if (taken && this.#find(name.reportId).summary.annotations > 0)
        throw new LibraryError('资料库里又有了这份报告，而且已经有批注。请先把它移到回收站，再恢复这一份。')
      await this.#bin.giveBack(name, taken)
      return this.#reload(name.reportId)
    })
  }

  /** Joins a report and the one that continues it; the first keeps its id, both old ones go to the bin. */
  joinReports(firstId: string, secondId: string): Promise<ReportSummary> {
    return this.#move([firstId, secondId], async () => {
      if (firstId === secondId) throw new LibraryError('一份报告不能和它自己合并。请选择接在后面的另一份。')
      const { access, reader, now } = this.#parts
      const options = { paths: access.paths, reader, now: now(), newId: randomUUID }
      const [first, second] = [await this.#read(firstId), await this.#read(secondId)]
      await joinReports(options, first, second).catch((error: unknown) => this.#lookAgain([firstId, secondId], error))
      this.#list.forget(secondId)
      return this.#reload(firstId)
    })
  }

  /**
   * Gives a report another text: a corrected edition or another encoding, from a file or from another report, which
   * becomes part of this one and goes to the bin. Annotations are carried over; those that find no place beyond doubt
   * wait. Rejects with an `ImportError` too.
   */
  replaceText(id: string, source: EditionSource): Promise<CarrySummary> {
    const successor = 'reportId' in source ? [source.reportId] : []
    return this.#move([id, ...successor], async () => {
      const { access, reader } = this.#parts
      const { paths } = access
      const read = (other: string) => this.#read(other)
      const edition = await readEdition({ paths, reader, list: this.#list, read }, id, source)
      const options = { folder: paths.report(id), reader, newId: randomUUID }
      try {
        const carried = await replaceText(options, await read(id), edition)
        for (const old of successor) await this.#bin.take(old)
        for (const old of successor) this.#list.forget(old)
        return { ...carried, summary: await this.#reload(id) }
      } catch (error) {
        return this.#lookAgain([id, ...successor], error)
      }
    })
  }

  /** Splits a report before each of these positions; the old one goes to the bin. The parts are in their order. */
  splitReport(id: string, starts: readonly number[]): Promise<readonly ReportSummary[]> {
    return this.#move([id], async () => {
      const { access, reader, now } = this.#parts
      const isKnown = (other: string) => this.#list.find(other) !== null
      const options = { paths: access.paths, reader, now: now(), isKnown }
      const report = await this.#read(id)
      const ids = await splitReport(options, report, starts).catch((error: unknown) => this.#lookAgain([id], error))
      this.#list.forget(id)
      // One after another: the list has them in the order of the text.
      const parts: ReportSummary[] = []
      for (const part of ids) parts.push(await this.#reload(part))
      return parts
    })
  }

  /** The terms that each report of the library explains. */
  glossaries(): Promise<readonly ReportGlossary[]> {
    return this.#list.glossaries()
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
    return this.#whenWritable(() => this.#parts.terms.change(change, this.#parts.now()))
  }

  /** The reports whose body uses a term, those that use it most first, then by id. */
  termUses(term: string): Promise<readonly TermUse[]> {
    const { access, reader } = this.#parts
    return reader.countTermUses(
      term,
      this.#list.rows.map(({ summary: { id }, reading }) => ({
        reportId: id,
        folder: access.paths.report(id),
        reading,
      })),
    )
  }

  /** Gives a colour the reader's name. Rejects with a `LibraryError` for a name that another colour has. */
  nameColor(color: ColorId, name: string): Promise<void> {
    return this.#whenWritable(() => this.#parts.settings.nameColor(color, name))
  }

  /** Waits for writes under way, saves the index and gives up the right to write. */
  async close(): Promise<void> {
    this.#closed = true
    const { settings, terms, snapshots, lock } = this.#parts
    await snapshots.close()
    await this.#checked
    await this.#queue.settled()
    await this.#reports.settled()
    await this.#reports.refresh()
    await Promise.all([settings.settled(), terms.settled()])
    // As the reports are: what another program wrote over is written again.
    await Promise.allSettled([settings.refresh(), terms.refresh()])
    await this.#list.save()
    await lock?.release()
  }

  #check(): Promise<void> {
    const { paths } = this.#parts.access
    return checkReports({ paths, list: this.#list, queue: this.#queue, isOver: () => this.#closed })
  }

  #import(file: string, readFile: () => Promise<ReadFile>): Promise<ImportOutcome> {
    const { paths } = this.#parts.access
    return this.#queue.run(() =>
      importReport(
        { paths, list: this.#list, bin: this.#bin, now: this.#parts.now },
        async () => {
          this.#refuseUnlessWritable()
          await this.#parts.access.confirm()
          return readFile()
        },
        file,
      ),
    )
  }

  /** Changes one report. */
  #write<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.#whenWritable(() => this.#reports.use(id, act))
  }

  /** Does what moves whole reports, when nobody uses them. */
  #move<T>(ids: readonly string[], act: () => Promise<T>): Promise<T> {
    const confirmed = async () => {
      await this.#parts.access.confirm()
      return act()
    }
    return this.#whenWritable(() => this.#reports.move(ids, (turn) => this.#queue.run(turn), confirmed))
  }

  async #whenWritable<T>(act: () => Promise<T>): Promise<T> {
    this.#refuseUnlessWritable()
    return this.#explained(act)
  }

  /** Says that the library is gone where that is why something failed. */
  async #explained<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      const { folder, reports } = this.#parts.access.paths
      throw (await isFolder(reports)) ? error : new LibraryGoneError(folder)
    }
  }

  #refuseUnlessWritable(): void {
    if (this.#closed) throw new LibraryError('资料库已关闭，没有保存。')
    if (this.#parts.refusal) throw this.#parts.refusal
  }

  /** A report that can be read: in its place, or given back from the bin. */
  async #findOrBringBack(id: string): Promise<'there' | 'brought-back' | 'missing'> {
    if (this.#list.find(id)) return 'there'
    const binned = (await this.listBin()).find(({ summary }) => summary.id === id)
    const isTaken = (await namesIn(this.#parts.access.paths.report(id))).length > 0
    if (!binned || isTaken) return 'missing'
    await this.restoreReport(binned.binId)
    return 'brought-back'
  }

  /** Merges records into those of a report; how many annotations it has more then. */
  #mergeInto(id: string, act: (targets: readonly CopyTarget[]) => Promise<void>): Promise<number> {
    return this.#reports.use(id, async (report) => {
      const before = report.liveAnnotations.length
      await act(report.copyTargets)
      await this.#list.follow(id, report)
      return report.liveAnnotations.length - before
    })
  }

  /** The row of a report that is in the list. */
  #find(id: string) {
    const row = this.#list.find(id)
    if (!row) throw new ReportFolderError(`资料库里没有可以读取的报告 ${id}。请检查 reports/${id} 这个文件夹。`)
    return row
  }

  /** Reads a report from the disk, open or not. */
  async #read(id: string): Promise<OpenReport> {
    const { access, reader } = this.#parts
    await bringBackReport(access, id)
    const report = await OpenReport.read(access, reader, access.paths.report(id))
    await this.#absorbCopies(id, report)
    return report
  }

  /** Merges the conflict copies that synchronisers left of a report's files. What is in its way is told, and keeps nobody from reading. */
  async #absorbCopies(id: string, report: OpenReport): Promise<void> {
    const { access, notices } = this.#parts
    const folder = access.paths.report(id)
    await absorbConflictCopies(access, folder, report.copyTargets).catch((error: unknown) =>
      notices.tell('conflict-copy-left', folder, error),
    )
  }

  /** The row of a report whose folder was replaced. */
  async #reload(id: string): Promise<ReportSummary> {
    const summary = await this.#list.load(id)
    if (!summary) throw new ReportFolderError(`没有读出 reports/${id}，请检查这个文件夹。`)
    return summary
  }

  /** Makes the rows of reports anew where moving them failed: what is on the disk counts. */
  async #lookAgain(ids: readonly string[], failure: unknown): Promise<never> {
    if (!(failure instanceof LibraryError)) for (const id of ids) await this.#list.load(id)
    throw failure
  }
}
