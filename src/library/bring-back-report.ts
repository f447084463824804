import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { binNames } from './bin-names.ts'
import { readConflictCopies } from './conflict-copies.ts'
import type { FolderAccess } from './folder-access.ts'
import { namesIn } from './folder-names.ts'
import { isFormerText } from './former-texts.ts'
import { ANNOTATIONS_FILE, type LibraryPaths, RECORD_FILE, reportFiles, TEXT_FILE } from './library-paths.ts'
import { readingAccess } from './reading-access.ts'
import { reconcileReport } from './reconcile-records.ts'
import { findRecord } from './record-file.ts'
import type { RecordStore } from './record-store.ts'
import { type AnnotationsRecord, annotationsForm, type ReportRecord, reportForm } from './records.ts'
import { openAnnotations, openReportFolder } from './report-folder.ts'
import { isWritten } from './report-husk.ts'
import { sha256 } from './sha256.ts'
import { writeAtomically } from './synced-write.ts'

/**
 * Completes the folder of a report that was moved to the bin on one computer while something was written into it on
 * another: synchronisers take away what was not written, and leave notes without their text. What is missing is copied
 * from the bin, which keeps all of it (`mergeBinnedNotes` merges the notes). False where nothing was written, or where the
 * bin does not have this text.
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
  const binned = await findBinned(access.paths, id, await textHashOf(folder))
  if (!binned) return false
  await access.confirm()
  await mkdir(folder, { recursive: true })
  const originals = binned.record.originals.map(({ stored }) => stored)
  const formerTexts = (await namesIn(binned.folder)).filter(isFormerText)
  for (const name of [...originals, ...formerTexts, RECORD_FILE, ANNOTATIONS_FILE])
    await copyMissing(binned.folder, folder, name)
  await mergeRecord(access, folder, binned.record)
  // Last: until it is there the folder is completed again.
  await copyMissing(binned.folder, folder, TEXT_FILE)
  access.onTrouble(
    folder,
    '这份报告在别的电脑上移到了回收站，而这里又有对它的改动，所以已经从回收站取回来，两边的批注都在。',
    'brought-back',
  )
  return true
}

/**
 * Merges into a report the annotations that the bin has of it in the same text: where two computers moved it there, or one
 * did while the other kept it, the bin has notes that are nowhere else. Those that were deleted since stay deleted.
 * Corrections are not merged: one that was withdrawn would come back.
 */
export async function mergeBinnedNotes(
  { paths }: FolderAccess,
  id: string,
  { textHash, annotations }: { readonly textHash: string; readonly annotations: RecordStore<AnnotationsRecord> },
): Promise<void> {
  for (const folder of await binFoldersOf(paths, id)) {
    // Its text need not be there: notes may have been left without it.
    if ((await textHashOf(folder)) !== textHash) continue
    const { record } = await openAnnotations(readingAccess(), folder)
    for (const copy of [record, ...(await readConflictCopies(folder, ANNOTATIONS_FILE, annotationsForm))])
      await annotations.absorb(copy)
  }
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

/** The folders of a report in the bin, the one removed last first. */
async function binFoldersOf(paths: LibraryPaths, id: string): Promise<string[]> {
  return (await binNames(paths)).filter(({ reportId }) => reportId === id).map(({ binId }) => paths.binned(binId))
}

/** What was removed last of a report with this text, or any where it is null. Null where the bin has none that is whole. */
async function findBinned(
  paths: LibraryPaths,
  id: string,
  textHash: string | null,
): Promise<{ readonly folder: string; readonly record: ReportRecord } | null> {
  for (const folder of await binFoldersOf(paths, id)) {
    const found = await openReportFolder(readingAccess(), folder).catch(() => null)
    const record = found?.record.record
    if (record && (textHash === null || record.textHash === textHash)) return { folder, record }
  }
  return null
}

async function mergeRecord(access: FolderAccess, folder: string, copy: ReportRecord): Promise<void> {
  const path = reportFiles(folder).record
  const report = await findRecord(access, { form: reportForm, path, reconcile: reconcileReport })
  await report?.absorb(copy)
}

/** Copies a file that is not there; the bin may not have it either. */
async function copyMissing(from: string, to: string, name: string): Promise<void> {
  if ((await namesIn(to)).includes(name) || !(await namesIn(from)).includes(name)) return
  await writeAtomically(join(to, name), await readFile(join(from, name)))
}
