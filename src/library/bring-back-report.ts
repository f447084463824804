import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { binNames } from './bin-names.ts'
import { readConflictCopies } from './conflict-copies.ts'
import { namesIn } from './folder-names.ts'
import { isFormerText } from './former-texts.ts'
import { ANNOTATIONS_FILE, RECORD_FILE, reportFiles, TEXT_FILE } from './library-paths.ts'
import { readingAccess } from './reading-access.ts'
import { reconcileReport } from './reconcile-records.ts'
import { findRecord } from './record-file.ts'
import { annotationsForm, type ReportRecord, reportForm } from './records.ts'
import { type FolderAccess, openAnnotations, openReportFolder, type ReportFolder } from './report-folder.ts'
import { isWritten } from './report-husk.ts'
import { sha256 } from './sha256.ts'
import { writeAtomically } from './synced-write.ts'

/**
 * Completes the folder of a report that was moved to the bin on one computer while something was written into it on
 * another: synchronisers take away what was not written, and leave notes without their text. What is missing is copied
 * from the bin, and the notes that are there are merged; the bin keeps all of it. False where nothing was written, or where
 * the bin does not have this text.
 */
export async function bringBackReport(access: FolderAccess, id: string): Promise<boolean> {
  const folder = access.paths.report(id)
  const names = new Set(await namesIn(folder))
  const isWhole = names.has(RECORD_FILE) && names.has(TEXT_FILE)
  if (isWhole || access.readOnly || !(await isWritten(folder))) return false
  return completeReport(access, id)
}

/** As `bringBackReport`, of a report that is wanted, whether something was written into its folder or not. */
export async function completeReport(access: FolderAccess, id: string): Promise<boolean> {
  const folder = access.paths.report(id)
  const textHash = await textHashOf(folder)
  const last = (await binnedFolders(access, id)).find(
    ({ report }) => textHash === null || report.record.record.textHash === textHash,
  )
  if (!last) return false
  await access.confirm()
  await mkdir(folder, { recursive: true })
  const { originals } = last.report.record.record
  const formerTexts = (await namesIn(last.folder)).filter(isFormerText)
  for (const name of [...originals.map(({ stored }) => stored), ...formerTexts, RECORD_FILE, ANNOTATIONS_FILE])
    await copyMissing(last.folder, folder, name)
  await mergeRecord(access, folder, last.report.record.record)
  await mergeBinnedNotes(access, id)
  // Last: until it is there the folder is completed again.
  await copyMissing(last.folder, folder, TEXT_FILE)
  access.onTrouble(
    folder,
    '这份报告在别的电脑上移到了回收站，而这里又有对它的改动，所以已经从回收站取回来，两边的批注都在。',
    'brought-back',
  )
  return true
}

/**
 * Merges into a report the annotations that the bin has of it in the same text: two computers may each have moved it there,
 * with notes that the other did not have. Corrections are not merged: one that was withdrawn would come back.
 */
export async function mergeBinnedNotes(access: FolderAccess, id: string): Promise<void> {
  const folder = access.paths.report(id)
  const textHash = await textHashOf(folder)
  const binned = (await binnedFolders(access, id)).filter(({ report }) => report.record.record.textHash === textHash)
  if (binned.length === 0) return
  const annotations = await openAnnotations(access, folder)
  for (const { report, folder: other } of binned)
    for (const copy of [
      report.annotations.record,
      ...(await readConflictCopies(other, ANNOTATIONS_FILE, annotationsForm)),
    ])
      await annotations.absorb(copy)
}

/** The text that the folder speaks of; null where it does not say. */
async function textHashOf(folder: string): Promise<string | null> {
  const files = reportFiles(folder)
  if ((await namesIn(folder)).includes(RECORD_FILE)) {
    const record = { form: reportForm, path: files.record, reconcile: reconcileReport }
    return (await findRecord(readingAccess(), record))?.record.textHash ?? null
  }
  const text = await readFile(files.text, 'utf8').catch(() => null)
  return text === null ? null : sha256(text)
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

async function mergeRecord(access: FolderAccess, folder: string, copy: ReportRecord): Promise<void> {
  const path = reportFiles(folder).record
  const report = await findRecord(access, { form: reportForm, path, reconcile: reconcileReport })
  await report?.absorb(copy)
}

/** Copies a file that is not there. */
async function copyMissing(from: string, to: string, name: string): Promise<void> {
  if ((await namesIn(to)).includes(name)) return
  await writeAtomically(join(to, name), await readFile(join(from, name)))
}
