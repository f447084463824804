import { mkdir, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Annotation } from '../core/annotation/annotation.ts'
import { type AnnotationChange, changeAnnotations, liveAnnotations } from '../core/annotation/annotation-change.ts'
import type { ImportOutcome, LibraryNotice, LibraryState, OpenedReport, ReportSummary } from '../core/library-view.ts'
import type { Report } from '../core/report/report.ts'
import { DurableJsonFile, NewerSchemaError } from './durable-json-file.ts'
import { ImportError } from './importers/import-error.ts'
import { INCOMING, indexCachePath, LibraryPaths } from './library-paths.ts'
import { type LibraryRecord, libraryRecordSchema, recordParser, SCHEMA_VERSION } from './records.ts'
import {
  createReportFolder,
  type FolderAccess,
  finishIncoming,
  openReportFolder,
  type ReportFolder,
  ReportFolderError,
} from './report-folder.ts'
import { ReportIndex, stampOf } from './report-index.ts'
import type { ReportReader } from './report-reader.ts'
import { summarize } from './report-summary.ts'
import { acquireWriterLock, type WriterLock } from './writer-lock.ts'

export interface LibraryOptions {
  readonly folder: string
  readonly reader: ReportReader
  /** Where true, nothing in the folder is touched and no lock is taken. */
  readonly readOnly?: boolean
  /** Where the index is cached; by default in the user's cache folder. */
  readonly indexPath?: string
  /** The time, ISO 8601 in UTC. */
  readonly now?: () => string
}

interface Opened extends ReportFolder {
  readonly report: Report
}

const REPORT_ID = /^[0-9a-f]{16}$/

/**
 * A library folder: reports with their annotations (DESIGN, Library on disk). What a method acknowledges is on the disk.
 * Methods reject with `ImportError`, `ReportFolderError`, `AnnotationChangeError` or the system's own error.
 */
export class Library {
  readonly #options: Required<LibraryOptions>
  readonly #access: FolderAccess
  readonly #lock: WriterLock | null
  readonly #index: ReportIndex
  readonly #summaries = new Map<string, ReportSummary>()
  /** What the files of a report looked like when its summary was made. */
  readonly #stamps = new Map<string, string>()
  readonly #opened = new Map<string, Promise<Opened>>()
  readonly #notices: LibraryNotice[] = []
  #importing: Promise<unknown> = Promise.resolve()
  #closed = false

  private constructor(options: Required<LibraryOptions>, lock: WriterLock | null, index: ReportIndex) {
    this.#options = options
    this.#lock = lock
    this.#index = index
    const paths = new LibraryPaths(options.folder)
    this.#access = {
      paths,
      readOnly: options.readOnly,
      onTrouble: (path, message) =>
        this.#notices.push({ code: 'damaged', path: relative(paths.folder, path), message }),
    }
  }

  /** Opens a library, making the folder where it is missing. Rejects with a `LibraryBusyError` while another process writes to it. */
  static async open(given: LibraryOptions): Promise<Library> {
    const options = {
      readOnly: false,
      indexPath: indexCachePath(given.folder),
      now: () => new Date().toISOString(),
      ...given,
    }
    const paths = new LibraryPaths(options.folder)
    if (!options.readOnly) await mkdir(paths.reports, { recursive: true })
    const lock = options.readOnly ? null : await acquireWriterLock(paths.writerLock)
    try {
      const library = new Library(options, lock, await ReportIndex.open(options.indexPath))
      await library.#load()
      return library
    } catch (error) {
      await lock?.release()
      throw error
    }
  }

  get state(): LibraryState {
    return { folder: this.#access.paths.folder, reports: [...this.#summaries.values()], notices: [...this.#notices] }
  }

  /** Imports one file. The same bytes again are the same report. Never rejects: what went wrong is in the outcome. */
  importFile(path: string, file: string): Promise<ImportOutcome> {
    const done = this.#importing.then(() => this.#import(path, file))
    this.#importing = done
    return done
  }

  /** Opens a report for reading. */
  async openReport(id: string): Promise<OpenedReport> {
    const opened = await this.#open(id)
    const { record, annotations, text, report } = opened
    return {
      summary: summaryOf(opened),
      text,
      report,
      annotations: liveAnnotations(annotations.record.annotations),
      readingPlace: record.record.readingPlace?.offset ?? null,
    }
  }

  /** Adds, edits, deletes or restores one annotation; the one returned is on the disk. */
  async changeAnnotation(id: string, change: AnnotationChange): Promise<Annotation> {
    const { record, annotations, text, report } = await this.#open(id)
    let changed: Annotation | undefined
    await annotations.change((before) => {
      const source = { text, textHash: record.record.textHash, outline: report.outline }
      const next = changeAnnotations(before.annotations, change, source, this.#options.now())
      changed = next.changed
      return { ...before, annotations: next.annotations }
    })
    if (!changed) throw new Error('the change was not made')
    await this.#updateSummary(id, { annotations: liveAnnotations(annotations.record.annotations).length })
    return changed
  }

  /** Remembers where the reader was: the offset at the top of the page, and how far that is (0 to 1). */
  async saveReadingPlace(id: string, offset: number, progress: number): Promise<void> {
    const { record } = await this.#open(id)
    await record.change((before) => ({ ...before, readingPlace: { offset, progress } }))
    await this.#updateSummary(id, { progress })
  }

  /** Waits for writes under way, saves the index and gives up the right to write. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#importing
    for (const opened of this.#opened.values()) {
      const folder = await opened.catch(() => null)
      await Promise.all([folder?.record.settled(), folder?.annotations.settled()])
    }
    const rows = [...this.#summaries.values()].map((summary) => ({
      summary,
      stamp: this.#stamps.get(summary.id) ?? '',
    }))
    await this.#index.save(rows)
    await this.#lock?.release()
  }

  async #load(): Promise<void> {
    const { paths, readOnly } = this.#access
    if (!readOnly) await this.#prepareFolder()
    for (const name of (await readdir(paths.reports).catch(() => [])).sort()) {
      if (REPORT_ID.test(name)) await this.#loadSummary(name)
    }
  }

  async #prepareFolder(): Promise<void> {
    const { paths, onTrouble } = this.#access
    for (const name of await readdir(paths.reports))
      if (name.startsWith(INCOMING)) await finishIncoming(paths, name.slice(INCOMING.length))
    const file = new DurableJsonFile<LibraryRecord>(paths.library, {
      parse: recordParser(libraryRecordSchema),
      onTrouble,
    })
    if (!(await file.read())) await file.write({ schemaVersion: SCHEMA_VERSION, created: this.#options.now() })
  }

  /** One damaged report is told of and hides no other. */
  async #loadSummary(id: string): Promise<void> {
    try {
      // Taken before the files are read: what changes meanwhile makes the row stale, not wrong.
      const stamp = await this.#stamp(id)
      this.#summaries.set(id, this.#index.find(id, stamp) ?? summaryOf(await this.#read(id)))
      this.#stamps.set(id, stamp)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.#notices.push({ code: 'report', path: join('reports', id), message })
    }
  }

  /** What a change of marks or place means for the list, without reading the report again. */
  async #updateSummary(id: string, fields: Partial<Pick<ReportSummary, 'annotations' | 'progress'>>): Promise<void> {
    const summary = this.#summaries.get(id)
    if (!summary) return
    this.#summaries.set(id, { ...summary, ...fields })
    this.#stamps.set(id, await this.#stamp(id))
  }

  /**
   * Whether a report's folder may be made anew. One that cannot be read for a passing reason, or was written by a newer
   * version, is left alone: then this rejects.
   */
  async #isDamagedOrMissing(id: string): Promise<boolean> {
    try {
      await this.#read(id)
      return false
    } catch (error) {
      if (error instanceof ReportFolderError) return true
      throw error
    }
  }

  #stamp(id: string): Promise<string> {
    const { paths } = this.#access
    return stampOf([paths.reportRecord(id), paths.annotations(id), paths.text(id)])
  }

  #open(id: string): Promise<Opened> {
    const known = this.#opened.get(id)
    if (known) return known
    const opening = this.#read(id)
    this.#opened.set(id, opening)
    // A report that could not be read is tried again next time.
    opening.catch(() => this.#opened.delete(id))
    return opening
  }

  async #read(id: string): Promise<Opened> {
    const folder = await openReportFolder(this.#access, id)
    return { ...folder, report: await this.#options.reader.parse(folder.text, folder.record.record.hints) }
  }

  async #import(path: string, file: string): Promise<ImportOutcome> {
    try {
      if (this.#closed) throw new Error('资料库已关闭')
      const read = await this.#options.reader.readFile(path)
      const id = read.sha256.slice(0, 16)
      const known = this.#summaries.get(id)
      if (known) return { file, status: 'known', summary: known }
      if (await this.#isDamagedOrMissing(id))
        await createReportFolder(this.#access.paths, id, { ...read, file }, this.#options.now())
      await this.#loadSummary(id)
      const summary = this.#summaries.get(id)
      if (!summary) throw new ReportFolderError(`没有读出 reports/${id}，请检查这个文件夹。`)
      return { file, status: 'imported', summary }
    } catch (error) {
      return { file, status: 'failed', problem: toImportProblem(error) }
    }
  }
}

function summaryOf({ record, annotations, text, report }: Opened): ReportSummary {
  return summarize(record.record, text, report, annotations.record.annotations)
}

function toImportProblem(error: unknown) {
  if (error instanceof ImportError) return { code: error.problem, message: error.message }
  if (error instanceof NewerSchemaError || error instanceof ReportFolderError)
    return { code: error.name, message: error.message }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'write', message: `无法写入资料库：${reason}。请检查磁盘空间和文件夹权限。` }
}
