import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exportFileName } from '../../core/export/export-file-name.ts'
import type { DeletedAs } from '../../core/export/merge/merge-entry.ts'
import type { MergedMarkdown } from '../../core/export/merge-markdown.ts'
import { identifyExport } from '../../core/export/merge-markdown.ts'
import type { Library } from '../library.ts'
import { LibraryError } from '../library-error.ts'
import type { ReportExporter } from '../report-exporter.ts'
import { isThere, readExportedFile, replaceExportedFile, updateExportedFile } from './exported-file.ts'
import { writeNamedFile } from './write-named-file.ts'

/** A file that a report is to be exported to, and what has to be done for that. */
export interface PlannedFile {
  readonly path: string
  readonly reportId: string
  readonly plan:
    | { readonly kind: 'new' }
    | { readonly kind: 'update'; readonly existing: string; readonly merged: MergedMarkdown }
    /** It is there and cannot be brought up to date; `reason` says why. */
    | { readonly kind: 'replace'; readonly existing: string; readonly reason: string }
    | { readonly kind: 'refused'; readonly reason: string }
}

/**
 * Looks at one target of an export. A file that is there is brought up to date if it can be, and never replaced where it
 * tells that it belongs to another report. Rejects where the report cannot be exported.
 */
export async function planFile(
  exporter: ReportExporter,
  path: string,
  reportId: string,
  deletedAs: DeletedAs,
): Promise<PlannedFile> {
  const found = await stat(path).catch(() => null)
  if (found === null) return { path, reportId, plan: { kind: 'new' } }
  const refused = (reason: string): PlannedFile => ({ path, reportId, plan: { kind: 'refused', reason } })
  if (!found.isFile()) return refused('这里有一个同名的文件夹。请换一个名称。')
  let existing: string
  try {
    existing = await readExportedFile(path, basename(path))
  } catch (error) {
    if (error instanceof LibraryError) return refused(error.message)
    throw error
  }
  const told = identifyExport(existing)
  if (told !== null && told.reportId !== reportId)
    return refused('这个文件是另一份报告的笔记，没有改动。请换一个名称。')
  const merged = await exporter.merge(reportId, existing, deletedAs)
  if (merged.ok) return { path, reportId, plan: { kind: 'update', existing, merged: merged.value } }
  return { path, reportId, plan: { kind: 'replace', existing, reason: merged.problem.message } }
}

/**
 * The targets of several reports in a folder, one after another. Two reports of one name, and files of other reports
 * that have the name, are told apart by the report's id.
 */
export async function* planFolder(
  { library, exporter, folder, deletedAs }: FolderPlan,
  reports: readonly string[],
): AsyncGenerator<PlannedFile> {
  const taken = new Set<string>()
  for (const id of reports) {
    const name = exportFileName((await library.openReport(id)).report)
    const longer = join(folder, name.replace(/\.md$/, ` ${id}.md`))
    // Windows and macOS take 甲A.md and 甲a.md for one file.
    const isTaken = taken.has(name.toLowerCase())
    taken.add(name.toLowerCase())
    const planned = await planFile(exporter, isTaken ? longer : join(folder, name), id, deletedAs)
    yield planned.plan.kind === 'refused' && !isTaken ? await planFile(exporter, longer, id, deletedAs) : planned
  }
}

export interface FolderPlan {
  readonly library: Library
  readonly exporter: ReportExporter
  readonly folder: string
  readonly deletedAs: DeletedAs
}

/** Does what was planned for one file. Rejects with a `LibraryError` where it was refused, changed meanwhile or cannot be written. */
export async function writePlanned(exporter: ReportExporter, { path, reportId, plan }: PlannedFile): Promise<void> {
  const shown = basename(path)
  switch (plan.kind) {
    case 'refused':
      throw new LibraryError(plan.reason)
    case 'update':
      return updateExportedFile(path, plan.existing, plan.merged, shown)
    case 'replace':
      return replaceExportedFile(path, plan.existing, await exporter.export(reportId), shown)
    case 'new': {
      const content = await exporter.export(reportId)
      if (await isThere(path)) throw new LibraryError(`刚刚有了名为 ${shown} 的文件，没有写入。请再导出一次。`)
      return writeNamedFile(path, content, shown)
    }
  }
}
