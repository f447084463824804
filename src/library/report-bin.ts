import { basename } from 'node:path'
import type { BinnedReport } from '../core/library-view.ts'
import { type BinName, binFolder, binNames, parseBinName } from './bin-names.ts'
import type { LibraryPaths } from './library-paths.ts'
import { type FolderMove, moveFolders } from './move-folders.ts'
import type { Notices } from './notices.ts'
import { OpenReport } from './open-report.ts'
import { readingAccess } from './reading-access.ts'
import { ReportFolderError } from './report-folder.ts'
import { isWritten } from './report-husk.ts'
import type { ReportReader } from './report-reader.ts'
import { summarize } from './report-summary.ts'

export interface ReportBinOptions {
  readonly paths: LibraryPaths
  readonly reader: ReportReader
  readonly notices: Notices
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string
}

/** What a folder in the bin was found to hold. */
type Binned = BinnedReport & { readonly originals: readonly string[] }

/** The reports that were removed: whole folders, each under the name of the report and the time. */
export class ReportBin {
  readonly #options: ReportBinOptions
  /** By name. Nobody writes in the bin: what was found once stays so. */
  readonly #found = new Map<string, Binned>()

  constructor(options: ReportBinOptions) {
    this.#options = options
  }

  /** The reports in the bin, the one removed last first. A folder that cannot be read is told of and left out. */
  async list(): Promise<BinnedReport[]> {
    const listed: BinnedReport[] = []
    for (const name of await binNames(this.#options.paths)) {
      const found = await this.#find(name)
      if (found) listed.push({ binId: found.binId, summary: found.summary, removed: found.removed })
    }
    return listed
  }

  /** Moves a report's whole folder to the bin; the name of it there. */
  async take(id: string): Promise<BinName> {
    const move = await this.#moveAway(id)
    await moveFolders([move])
    const name = parseBinName(basename(move.to))
    if (!name) throw new Error(`not a name of the bin: ${move.to}`)
    return name
  }

  /** Moves a report's folder back. Where one of the same report is in its place, that goes to the bin. */
  async giveBack({ binId, reportId }: BinName, taken: boolean): Promise<void> {
    const { paths } = this.#options
    const away = taken ? [await this.#moveAway(reportId)] : []
    await moveFolders([...away, { from: paths.binned(binId), to: paths.report(reportId) }])
    this.#found.delete(binId)
  }

  /** Reads the name of a folder in the bin. Rejects with a `ReportFolderError` where there is no such folder, or it cannot be read. */
  async choose(binId: string): Promise<BinName> {
    const name = parseBinName(binId)
    const known = name !== null && (await binNames(this.#options.paths)).some((other) => other.binId === binId)
    if (!known) throw new ReportFolderError('回收站里没有这份报告。它可能已经恢复了。')
    if (!(await this.#find(name)))
      throw new ReportFolderError(`回收站里的这份报告已损坏，无法恢复。它的文件还在 bin/${binId}。`)
    return name
  }

  /** What was removed last of the report that was imported from these bytes; one with annotations before one without. */
  async findOriginal(reportId: string, sha256: string): Promise<BinName | null> {
    const candidates: { readonly name: BinName; readonly annotations: number }[] = []
    for (const name of await binNames(this.#options.paths)) {
      const found = name.reportId === reportId ? await this.#find(name) : null
      if (found?.originals.includes(sha256)) candidates.push({ name, annotations: found.summary.annotations })
    }
    return (candidates.find(({ annotations }) => annotations > 0) ?? candidates[0])?.name ?? null
  }

  async #moveAway(id: string): Promise<FolderMove> {
    const { paths, now } = this.#options
    return { from: paths.report(id), to: await binFolder(paths, id, now()) }
  }

  /** Reads a folder of the bin. One that cannot be read is told of and gives null. */
  async #find({ binId, removed }: BinName): Promise<Binned | null> {
    const known = this.#found.get(binId)
    if (known) return known
    const { paths, reader, notices } = this.#options
    const folder = paths.binned(binId)
    const access = readingAccess((path, message) => notices.tell('bin', path, message))
    try {
      const report = await OpenReport.read(access, reader, folder)
      const originals = report.record.record.originals.map(({ sha256 }) => sha256)
      const found = { binId, removed, summary: summarize(report), originals }
      this.#found.set(binId, found)
      return found
    } catch (error) {
      // What was only arriving when the same file was imported here: nobody misses it.
      if (await isWritten(folder)) notices.tell('bin', folder, error)
      return null
    }
  }
}
