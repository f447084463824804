import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { binNames } from './bin-names.ts'
import { hasConflictCopies } from './conflict-copies.ts'
import { namesIn } from './folder-names.ts'
import { ANNOTATIONS_FILE, RECORD_FILE, reportFiles } from './library-paths.ts'
import { readingAccess } from './reading-access.ts'
import { reconcileReport } from './reconcile-records.ts'
import { findRecord } from './record-file.ts'
import { reportForm } from './records.ts'
import { type FolderAccess, openAnnotations, openReportFolder, type ReportFolder } from './report-folder.ts'
import { sha256 } from './sha256.ts'
import { writeAtomically } from './synced-write.ts'

/**
 * Completes the folder of a report that was moved to the bin on one computer while something was written into it on
 * another: synchronisers take away what was not written, and leave notes without their text. What is missing is copied
 * from the bin, and the notes that are there are merged; the bin keeps all of it. False where nothing was written, or where
 * the bin does not have this text.
 */
export async function bringBackReport(access: FolderAccess, id: string): Promise<boolean> {
  if (access.readOnly) return false
  const folder = access.paths.report(id)
  if (!(await isWritten(folder))) return false
  const textHash = await textHashOf(folder)
  const binned = (await binnedFolders(access, id)).filter(
    ({ report }) => textHash === null || report.record.record.textHash === textHash,
  )
  const [last] = binned
  if (!last) return false
  await access.confirm()
  const { originals } = last.report.record.record
  for (const name of [...originals.map(({ stored }) => stored), RECORD_FILE])
    await copyMissing(last.folder, folder, name)
  await mergeNotes(access, folder, binned)
  // Last: a folder that has its text is whole.
  await copyMissing(last.folder, folder, 'text.txt')
  access.onTrouble(
    folder,
    '这份报告在别的电脑上移到了回收站，而这里又有对它的改动，所以已经从回收站取回来，两边的批注都在。',
    'brought-back',
  )
  return true
}

/** Whether there is something in the folder that a reader wrote. The generation before is no such thing. */
async function isWritten(folder: string): Promise<boolean> {
  const written = [RECORD_FILE, ANNOTATIONS_FILE]
  const names = await namesIn(folder)
  return written.some((name) => names.includes(name)) || (await hasConflictCopies(folder, written))
}

/** The text that the folder speaks of; null where it does not say. */
async function textHashOf(folder: string): Promise<string | null> {
  const files = reportFiles(folder)
  const text = await readFile(files.text, 'utf8').catch(() => null)
  if (text !== null) return sha256(text)
  const record = { form: reportForm, path: files.record, reconcile: reconcileReport }
  return (await findRecord(readingAccess(), record))?.record.textHash ?? null
}

interface BinnedFolder {
  readonly folder: string
  readonly report: ReportFolder
}

/** What the bin has of a report, the one removed last first; what cannot be read is left out. */
async function binnedFolders({ paths }: FolderAccess, id: string): Promise<BinnedFolder[]> {
  const found: BinnedFolder[] = []
  for (const { binId, reportId } of await binNames(paths)) {
    if (reportId !== id) continue
    const folder = paths.binned(binId)
    const report = await openReportFolder(readingAccess(), folder).catch(() => null)
    if (report) found.push({ folder, report })
  }
  return found
}

async function mergeNotes(access: FolderAccess, folder: string, binned: readonly BinnedFolder[]): Promise<void> {
  const annotations = await openAnnotations(access, folder)
  const record = { form: reportForm, path: reportFiles(folder).record, reconcile: reconcileReport }
  const report = await findRecord(access, record)
  for (const { report: other } of binned) {
    await annotations.absorb(other.annotations.record)
    await report?.absorb(other.record.record)
  }
}

/** Copies a file that is not there. */
async function copyMissing(from: string, to: string, name: string): Promise<void> {
  if ((await namesIn(to)).includes(name)) return
  await writeAtomically(join(to, name), await readFile(join(from, name)))
}
