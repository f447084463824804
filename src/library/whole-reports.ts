import { randomUUID } from 'node:crypto'
import type { BinnedReport, CarrySummary, EditionPreview, ImportOutcome, ReportSummary } from '../core/library-view.ts'
import { bringBackReport } from './bring-back-report.ts'
import { type Edition, type EditionSource, editionAtHand, readEdition } from './edition.ts'
import { namesIn } from './folder-names.ts'
import { importReport } from './import-report.ts'
import { joinReports } from './join-reports.ts'
import { LibraryError } from './library-error.ts'
import { previewEdition } from './preview-edition.ts'
import { replaceText } from './replace-text.ts'
import { ReportBin } from './report-bin.ts'
import type { ReadFile } from './report-reader.ts'
import type { ReportsAtHand } from './reports-at-hand.ts'
import { splitReport } from './split-report.ts'

/** How a report gets the text again that it had. */
interface WayBack {
  readonly edition: Edition
  /** sha256 of the text that took its place. The way leads back from there alone. */
  readonly from: string
  /** Where the report is that took its place. */
  readonly binId: string | null
}

/** What comes to a library, leaves it or takes another's place as a whole: reports with everything in their folders. */
export class WholeReports {
  readonly #reports: ReportsAtHand
  readonly #bin: ReportBin
  /** Of reports whose text was replaced since the library was opened: the way back. */
  readonly #former = new Map<string, WayBack>()

  constructor(reports: ReportsAtHand) {
    const { access, notices, reader, now } = reports.parts
    this.#reports = reports
    this.#bin = new ReportBin({ paths: access.paths, notices, reader, now })
  }

  /** Imports what `readFile` reads. Never rejects: what went wrong is in the outcome. */
  import(file: string, readFile: () => Promise<ReadFile>): Promise<ImportOutcome> {
    const { paths } = this.#reports.parts.access
    return this.#reports.queue.run(() =>
      importReport(
        { paths, list: this.#reports.list, bin: this.#bin, now: this.#reports.parts.now },
        async () => {
          this.#reports.refuseUnlessWritable()
          await this.#reports.parts.access.confirm()
          return readFile()
        },
        file,
      ),
    )
  }

  /** Moves a report with everything in its folder to the bin. */
  remove(id: string): Promise<BinnedReport> {
    return this.#reports.move([id], async () => {
      const { summary } = this.#reports.find(id)
      // Where another computer removed it already, what is here is not whole.
      await bringBackReport(this.#reports.parts.access, id)
      const { binId, removed } = await this.#bin.take(id)
      this.#reports.list.forget(id)
      return { binId, summary, removed }
    })
  }

  /** The reports in the bin, the one removed last first. */
  listBin(): Promise<readonly BinnedReport[]> {
    return this.#reports.queue.run(() => this.#bin.list())
  }

  /**
   * Brings a report back whole. Rejects with a `LibraryError` where it is in the library again and has annotations; one
   * without annotations goes to the bin in its place.
   */
  restore(binId: string): Promise<ReportSummary> {
    return this.#reports.move([binId.slice(0, 16)], async () => {
      const name = await this.#bin.choose(binId)
      const taken = (await namesIn(this.#reports.parts.access.paths.report(name.reportId))).length > 0
      if (taken && this.#reports.find(name.reportId).summary.annotations > 0)
        throw new LibraryError('资料库里又有了这份报告，而且已经有批注。请先把它移到回收站，再恢复这一份。')
      await this.#bin.giveBack(name, taken)
      return this.#reports.reload(name.reportId)
    })
  }

  /** Joins a report and the one that continues it; the first keeps its id, both old ones go to the bin. */
  join(firstId: string, secondId: string): Promise<ReportSummary> {
    return this.#reports.move([firstId, secondId], async () => {
      if (firstId === secondId) throw new LibraryError('一份报告不能和它自己合并。请选择接在后面的另一份。')
      const { access, reader, now } = this.#reports.parts
      const options = { paths: access.paths, reader, now: now(), newId: randomUUID }
      const [first, second] = [await this.#reports.read(firstId), await this.#reports.read(secondId)]
      await joinReports(options, first, second).catch((error: unknown) =>
        this.#reports.lookAgain([firstId, secondId], error),
      )
      this.#reports.list.forget(secondId)
      return this.#reports.reload(firstId)
    })
  }

  /**
   * Gives a report another text: a corrected edition or another encoding, from a file or from another report, which
   * becomes part of this one and goes to the bin. Annotations are carried over; those that find no place beyond doubt
   * wait. Rejects with an `ImportError` too.
   */
  replaceText(id: string, source: EditionSource): Promise<CarrySummary> {
    const successor = 'reportId' in source ? [source.reportId] : []
    return this.#reports.move([id, ...successor], async () => {
      const { access, reader } = this.#reports.parts
      const { paths } = access
      const edition = await this.#readEdition(id, source)
      const options = { folder: paths.report(id), reader, newId: randomUUID }
      try {
        const report = await this.#reports.read(id)
        const former = editionAtHand(report)
        const carried = await replaceText(options, report, edition)
        this.#former.set(id, { edition: former, from: edition.textHash, binId: null })
        for (const old of successor) {
          const { binId } = await this.#bin.take(old)
          this.#former.set(id, { edition: former, from: edition.textHash, binId })
          this.#reports.list.forget(old)
        }
        return { ...carried, summary: await this.#reports.reload(id) }
      } catch (error) {
        return this.#reports.lookAgain([id, ...successor], error)
      }
    })
  }

  /** Says what `replaceText` would do. Rejects as it does. */
  async previewText(id: string, source: EditionSource): Promise<EditionPreview> {
    const { reader } = this.#reports.parts
    const edition = await this.#readEdition(id, source)
    return this.#reports.use(id, (report) => previewEdition({ reader, newId: randomUUID }, report, edition))
  }

  /**
   * Gives a report the text again that it had before `replaceText`; a report that had taken its place comes back from the
   * bin. Rejects with a `LibraryError` where its text was not replaced since the library was opened.
   */
  async putBackText(id: string): Promise<CarrySummary> {
    const former = this.#former.get(id)
    if (former?.from !== this.#reports.find(id).summary.textHash)
      throw new LibraryError('没有可以换回的版本。可以用“换成另一版本”，再选一次原来的文件。')
    const back = await this.replaceText(id, { edition: former.edition })
    if (former.binId !== null) await this.restore(former.binId)
    return back
  }

  #readEdition(id: string, source: EditionSource): Promise<Edition> {
    const { access, reader } = this.#reports.parts
    const read = (other: string) => this.#reports.read(other)
    return readEdition({ paths: access.paths, reader, list: this.#reports.list, read }, id, source)
  }

  /** Splits a report before each of these positions; the old one goes to the bin. The parts are in their order. */
  split(id: string, starts: readonly number[]): Promise<readonly ReportSummary[]> {
    return this.#reports.move([id], async () => {
      const { access, reader, now } = this.#reports.parts
      const isKnown = (other: string) => this.#reports.list.find(other) !== null
      const options = { paths: access.paths, reader, now: now(), isKnown }
      const report = await this.#reports.read(id)
      const ids = await splitReport(options, report, starts).catch((error: unknown) =>
        this.#reports.lookAgain([id], error),
      )
      this.#reports.list.forget(id)
      // One after another: the list has them in the order of the text.
      const parts: ReportSummary[] = []
      for (const part of ids) parts.push(await this.#reports.reload(part))
      return parts
    })
  }

  /** A report that can be read: in its place, or given back from the bin. */
  async findOrBringBack(id: string): Promise<'there' | 'brought-back' | 'missing'> {
    if (this.#reports.list.find(id)) return 'there'
    const binned = (await this.listBin()).find(({ summary }) => summary.id === id)
    const isTaken = (await namesIn(this.#reports.parts.access.paths.report(id))).length > 0
    if (!binned || isTaken) return 'missing'
    await this.restore(binned.binId)
    return 'brought-back'
  }
}
