import type { ImportOutcome, ReportSummary } from '../core/library-view.ts'
import type { Problem } from '../core/result.ts'
import { describeSystemError } from './describe-system-error.ts'
import { namesIn } from './folder-names.ts'
import { ImportError } from './importers/import-error.ts'
import { LibraryError } from './library-error.ts'
import type { LibraryPaths } from './library-paths.ts'
import { errorCode } from './node-errors.ts'
import type { ReportBin } from './report-bin.ts'
import { createReportFolder, ReportFolderError } from './report-folder.ts'
import type { ReportList } from './report-list.ts'
import type { ReadFile } from './report-reader.ts'

export interface ImportOptions {
  readonly paths: LibraryPaths
  readonly list: ReportList
  readonly bin: ReportBin
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string
}

/**
 * Takes one file into the library. Bytes that are in the library already, alone or joined with others, are that report;
 * a report that was removed comes back out of the bin with its notes. Never rejects: what went wrong is in the outcome.
 */
export async function importReport(
  options: ImportOptions,
  readFile: () => Promise<ReadFile>,
  file: string,
): Promise<ImportOutcome> {
  try {
    const read = await readFile()
    const known = options.list.find(idOf(read)) ?? options.list.findOriginal(read.sha256)
    if (known) return { file, status: 'known', summary: known.summary }
    return { file, status: 'imported', summary: await store(options, read, file) }
  } catch (error) {
    return { file, status: 'failed', problem: toProblem(error) }
  }
}

async function store({ paths, list, bin, now }: ImportOptions, read: ReadFile, file: string): Promise<ReportSummary> {
  const id = idOf(read)
  const isThere = (await namesIn(paths.report(id))).length > 0
  const binned = isThere ? null : await bin.findOriginal(id, read.sha256)
  if (binned) await bin.giveBack(binned, false)
  else if (await list.isDamagedOrMissing(id)) await createReportFolder(paths, id, { ...read, file }, now())
  const summary = await list.load(id)
  if (!summary) throw new ReportFolderError(`没有读出 reports/${id}，请检查这个文件夹。`)
  return summary
}

function idOf({ sha256 }: ReadFile): string {
  return sha256.slice(0, 16)
}

function toProblem(error: unknown): Problem {
  if (error instanceof ImportError) return { code: error.problem, message: error.message }
  if (error instanceof ReportFolderError || error instanceof LibraryError)
    return { code: error.name, message: error.message }
  const known = describeSystemError(error)
  if (known !== null) return { code: errorCode(error) ?? 'write', message: `无法写入资料库：${known}` }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'write', message: `无法写入资料库：${reason}。请检查磁盘空间和文件夹权限。` }
}
