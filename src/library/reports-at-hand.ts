import { relative, sep } from 'node:path'
import type { ReportSummary } from '../core/library-view.ts'
import { bringBackReport, completeReport, mergeBinnedNotes } from './bring-back-report.ts'
import { absorbConflictCopies, type CopyTarget } from './conflict-copies.ts'
import { isFolder, REPORT_ID } from './folder-names.ts'
import { LibraryError, LibraryGoneError } from './library-error.ts'
import type { LibraryParts } from './library-parts.ts'
import { isMissing } from './node-errors.ts'
import { OpenReport } from './open-report.ts'
import { OpenReports } from './open-reports.ts'
import { ReportFolderError } from './report-folder.ts'
import { ReportList } from './report-list.ts'
import { SerialQueue } from './serial-queue.ts'

/**
 * The reports of an open library: the list of them, those that are open, and the order in which they are changed. Nothing
 * is changed in a library that is closed, open for reading alone, or gone.
 */
export class ReportsAtHand {
  readonly parts: LibraryParts
  readonly list: ReportList
  /** Imports, and everything else that moves whole reports: one after another. */
  readonly queue = new SerialQueue()
  readonly #opened: OpenReports
  #closed = false

  constructor(parts: LibraryParts) {
    const { access, notices, index, glossaryIndex } = parts
    const glance = (id: string) => this.#opened.glance(id, (report) => this.#absorbCopies(id, report))
    this.parts = parts
    this.list = new ReportList({ paths: access.paths, index, glossaryIndex, notices, read: glance })
    this.#opened = new OpenReports((id) => this.read(id))
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Refuses what is asked for from now on. */
  stop(): void {
    this.#closed = true
  }

  /** Resolves when everything that was asked for is over, and what other programs wrote last was taken in. */
  async settled(): Promise<void> {
    await this.queue.settled()
    await this.#opened.settled()
    await this.#opened.close()
  }

  /** Does something with a report. Rejects when it cannot be read. */
  use<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.#opened.use(id, act)
  }

  /** Does something with a report when everything that other programs wrote into its folder was taken in. */
  withFresh<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.explained(() =>
      this.#opened.withFresh(id, async (report) => {
        await this.#absorbCopies(id, report)
        await this.list.follow(id, report)
        return act(report)
      }),
    )
  }

  /**
   * Changes one report; the list follows. One that another computer moved to the bin meanwhile is taken out of it again: what
   * is worked on stays.
   */
  write<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.whenWritable(() =>
      this.#opened.use(id, async (report) => {
        const result = await act(report).catch(async (error: unknown) => {
          if (!isMissing(error) || !(await completeReport(this.parts.access, id))) throw error
          return act(report)
        })
        await this.list.follow(id, report)
        return result
      }),
    )
  }

  /** Changes one of many reports, of which none is kept open for it; the list follows. */
  writeBriefly<T>(id: string, act: (report: OpenReport) => Promise<T>): Promise<T> {
    return this.whenWritable(() =>
      this.#opened.briefly(id, async (report) => {
        await this.#absorbCopies(id, report)
        const result = await act(report)
        await this.list.follow(id, report)
        return result
      }),
    )
  }

  /** Does what moves whole reports, when nobody uses them. */
  move<T>(ids: readonly string[], act: () => Promise<T>): Promise<T> {
    const confirmed = async () => {
      await this.parts.access.confirm()
      return act()
    }
    return this.whenWritable(() => this.#opened.move(ids, (turn) => this.queue.run(turn), confirmed))
  }

  /** Does something that writes, or rejects with a `LibraryError` that says why that cannot be. */
  async whenWritable<T>(act: () => Promise<T>): Promise<T> {
    this.refuseUnlessWritable()
    return this.explained(act)
  }

  /** Says that the library is gone, or the folder of a report, where that is why something failed. */
  async explained<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      const { folder, reports } = this.parts.access.paths
      if (!(await isFolder(reports))) throw new LibraryGoneError(folder)
      throw this.#isReportGone(error)
        ? new ReportFolderError(
            '这份报告的文件夹已经不在了，没有保存。它可能在别的电脑上移到了回收站，可以从那里恢复。',
          )
        : error
    }
  }

  /** Whether something failed because the folder of a report, or a file in it, was not there. */
  #isReportGone(error: unknown): boolean {
    const path = isMissing(error) && error instanceof Error && 'path' in error ? error.path : null
    if (typeof path !== 'string') return false
    const [first = ''] = relative(this.parts.access.paths.reports, path).split(sep)
    return REPORT_ID.test(first)
  }

  /** Throws a `LibraryError` where nothing may be written. */
  refuseUnlessWritable(): void {
    if (this.#closed) throw new LibraryError('资料库已关闭，没有保存。')
    if (this.parts.refusal) throw this.parts.refusal
  }

  /** Merges records into those of a report; how many annotations it has more then, and how many more in conflict. */
  mergeInto(
    id: string,
    act: (targets: readonly CopyTarget[]) => Promise<void>,
  ): Promise<{ readonly annotations: number; readonly conflicts: number }> {
    return this.use(id, async (report) => {
      const before = { annotations: report.liveAnnotations.length, conflicts: report.conflicts.length }
      await act(report.copyTargets)
      await this.list.follow(id, report)
      return {
        annotations: report.liveAnnotations.length - before.annotations,
        conflicts: report.conflicts.length - before.conflicts,
      }
    })
  }

  /** The row of a report that is in the list. */
  find(id: string) {
    const row = this.list.find(id)
    if (!row) throw new ReportFolderError(`资料库里没有可以读取的报告 ${id}。请检查 reports/${id} 这个文件夹。`)
    return row
  }

  /** Reads a report from the disk, open or not. */
  async read(id: string): Promise<OpenReport> {
    const { access, reader } = this.parts
    await bringBackReport(access, id)
    const report = await OpenReport.read(access, reader, access.paths.report(id))
    await this.#absorbCopies(id, report)
    return report
  }

  /**
   * Merges the conflict copies that synchronisers left of a report's files, and the notes of it that are in the bin. What is
   * in the way of that is told, and keeps nobody from reading.
   */
  async #absorbCopies(id: string, report: OpenReport): Promise<void> {
    const { access, notices } = this.parts
    if (access.readOnly) return
    const folder = access.paths.report(id)
    try {
      await absorbConflictCopies(access, folder, report.copyTargets)
      await mergeBinnedNotes(access, id, report)
    } catch (error) {
      notices.tell('conflict-copy-left', folder, error)
    }
  }

  /** The row of a report whose folder was replaced. */
  async reload(id: string): Promise<ReportSummary> {
    const summary = await this.list.load(id)
    if (!summary) throw new ReportFolderError(`没有读出 reports/${id}，请检查这个文件夹。`)
    return summary
  }

  /** Makes the rows of reports anew where moving them failed: what is on the disk counts. */
  async lookAgain(ids: readonly string[], failure: unknown): Promise<never> {
    if (!(failure instanceof LibraryError)) for (const id of ids) await this.list.load(id)
    throw failure
  }
}
