import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { TextVersion } from '../core/annotation/anchor.ts'
import { binFolder } from './bin-names.ts'
import type { FileAccess } from './folder-access.ts'
import { namesIn } from './folder-names.ts'
import { findTextCopy, formerTextName, isFormerText, readFormerTexts, strayAnchors } from './former-texts.ts'
import { ANNOTATIONS_FILE, type LibraryPaths, reportFiles } from './library-paths.ts'
import { moveFolders } from './move-folders.ts'
import { reconcileAnnotations, reconcileReport } from './reconcile-records.ts'
import { findRecord, openRecord } from './record-file.ts'
import type { RecordStore } from './record-store.ts'
import {
  type AnnotationsRecord,
  annotationsForm,
  annotationsRecordSchema,
  type ReportRecord,
  reportForm,
  reportRecordSchema,
  SCHEMA_VERSION,
} from './records.ts'
import type { ReadFile } from './report-reader.ts'
import { sha256 } from './sha256.ts'
import { syncFolder, writeSynced } from './synced-write.ts'

const NO_ANNOTATIONS: AnnotationsRecord = { schemaVersion: SCHEMA_VERSION, annotations: [] }

/** The stored form of one report. */
export interface ReportFolder {
  /** Path of the folder. */
  readonly folder: string
  readonly record: RecordStore<ReportRecord>
  readonly annotations: RecordStore<AnnotationsRecord>
  readonly text: string
  /** Former texts that something in the report speaks of, as far as they are kept. */
  readonly formerTexts: readonly TextVersion[]
}

/** Everything that a report's folder is made from. */
export interface ReportContent {
  readonly record: ReportRecord
  readonly text: string
  readonly annotations: AnnotationsRecord['annotations']
  /** The files it was imported from, under the names that the record tells. */
  readonly originals: readonly { readonly stored: string; readonly bytes: Uint8Array }[]
  /** Texts that it had before; those of which nothing speaks are not kept. */
  readonly formerTexts: readonly TextVersion[]
}

/** The folder of a report cannot be used; `message` is for the reader. */
export class ReportFolderError extends Error {
  override readonly name = 'ReportFolderError'
}

/** Reads a report's folder. Rejects with a `ReportFolderError` when its record or its text is missing or damaged. */
export async function openReportFolder(access: FileAccess, folder: string): Promise<ReportFolder> {
  const files = reportFiles(folder)
  const record = await findRecord(access, { form: reportForm, path: files.record, reconcile: reconcileReport })
  if (!record) throw await explainMissingRecord(folder)
  const text = await readText(folder, record.record.textHash)
  const annotations = await openAnnotations(access, folder)
  const speaking = { annotations: annotations.record.annotations, corrections: record.record.overrides }
  const stray = strayAnchors(speaking, { text, textHash: record.record.textHash })
  const formerTexts = await readFormerTexts(
    folder,
    stray.map(({ textHash }) => textHash),
  )
  return { folder, text, formerTexts, record, annotations }
}

/** Reads the annotations in a report's folder; none where there is no such file. */
export function openAnnotations(access: FileAccess, folder: string): Promise<RecordStore<AnnotationsRecord>> {
  const { annotations: path } = reportFiles(folder)
  return openRecord(access, { form: annotationsForm, path, reconcile: reconcileAnnotations }, NO_ANNOTATIONS)
}

/**
 * Reads the text that a report's record speaks of. Where the next one stands in its place already (see `replaceText`),
 * because the process ended or because a synchroniser has not brought the record yet, this one is still among the former
 * texts. Nothing is put back: another machine would take that for a change and lose the next one.
 */
async function readText(folder: string, textHash: string): Promise<string> {
  const text = await readFile(reportFiles(folder).text, 'utf8').catch(() => null)
  if (text !== null && sha256(text) === textHash) return text
  const [kept] = await readFormerTexts(folder, [textHash])
  if (kept) return kept.text
  const copy = await findTextCopy(folder, textHash)
  if (copy !== null) return copy
  throw new ReportFolderError(
    'text.txt 缺失，或者和 report.json 对不上。如果正在同步，请等它完成；否则请从备份恢复，或重新导入原文件。',
  )
}

async function explainMissingRecord(folder: string): Promise<ReportFolderError> {
  return (await namesIn(folder)).length === 0
    ? new ReportFolderError('这份报告不在资料库里（没有 report.json）。如果它在回收站里，请先恢复。')
    : new ReportFolderError('report.json 缺失或已损坏。请从备份恢复，或重新导入原文件。')
}

/** Writes a report's folder and waits until the disk has it. What was in the folder before is gone. */
export async function writeReportFolder(folder: string, content: ReportContent): Promise<void> {
  const { text, originals } = content
  const files = reportFiles(folder)
  // Checked before anything is written: what does not parse could not be opened again.
  const record = reportRecordSchema.parse(content.record)
  const annotations = annotationsRecordSchema.parse({ ...NO_ANNOTATIONS, annotations: content.annotations })
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const { stored, bytes } of originals) await writeSynced(join(folder, stored), bytes)
  await writeSynced(files.text, text)
  const speaking = { annotations: annotations.annotations, corrections: record.overrides }
  const spokenOf = new Set(strayAnchors(speaking, { text, textHash: record.textHash }).map(({ textHash }) => textHash))
  for (const former of content.formerTexts)
    if (spokenOf.has(former.textHash)) await writeSynced(join(folder, formerTextName(former.textHash)), former.text)
  await writeSynced(files.record, `${JSON.stringify(record, null, 1)}\n`)
  // It has its name when it has its content: the name says that the folder is complete.
  await writeSynced(`${files.annotations}.tmp`, `${JSON.stringify(annotations, null, 1)}\n`)
  await rename(`${files.annotations}.tmp`, files.annotations)
  await syncFolder(folder)
}

/** Names for the originals of a report, in their order: those of several files do not collide. */
export function originalNames(files: readonly string[]): string[] {
  return files.map((file, index) => `original${index === 0 ? '' : `-${index + 1}`}${extname(file).toLowerCase()}`)
}

/**
 * Stores a file as a new report. The folder is put together under another name and takes its own in one step, so that
 * an import that is cut off leaves no half report. Where a damaged folder of the same report is in the way, its
 * annotations are kept and the rest of it goes to the bin.
 */
export async function createReportFolder(paths: LibraryPaths, id: string, read: ReadFile, now: string): Promise<void> {
  const incoming = paths.incoming(id)
  const [stored = 'original'] = originalNames([read.file])
  const record: ReportRecord = {
    schemaVersion: SCHEMA_VERSION,
    id,
    originals: [{ stored, file: read.file, sha256: read.sha256 }],
    importer: read.imported.format,
    encoding: read.imported.encoding,
    textHash: read.textHash,
    hints: read.imported.hints,
    overrides: [],
    tags: [],
    imported: now,
    readingPlace: null,
  }
  try {
    await writeReportFolder(incoming, {
      record,
      text: read.imported.text,
      annotations: [],
      formerTexts: [],
      originals: [{ stored, bytes: read.bytes }],
    })
    await keepAnnotations(paths, id, incoming)
    await replaceReportFolder(paths, id, now)
  } catch (error) {
    await rm(incoming, { recursive: true, force: true })
    throw error
  }
}

/** Gives the folder that was put together for a report its name. One that has the name goes to the bin whole. */
export async function replaceReportFolder(paths: LibraryPaths, id: string, now: string): Promise<void> {
  const taken = (await namesIn(paths.report(id))).length > 0
  await moveFolders([
    ...(taken ? [{ from: paths.report(id), to: await binFolder(paths, id, now) }] : []),
    { from: paths.incoming(id), to: paths.report(id) },
  ])
}

/**
 * Deals with what an import that was cut off left behind: a folder that was complete takes its place, any other goes.
 */
export async function finishIncoming(paths: LibraryPaths, id: string): Promise<void> {
  const incoming = paths.incoming(id)
  const complete = (await namesIn(incoming)).includes(ANNOTATIONS_FILE)
  const taken = (await namesIn(paths.report(id))).length > 0
  if (complete && !taken) await rename(incoming, paths.report(id))
  else await rm(incoming, { recursive: true, force: true })
}

/** Takes over the annotations of a damaged report, and the texts that they may speak of: they speak of the same bytes. */
async function keepAnnotations(paths: LibraryPaths, id: string, incoming: string): Promise<void> {
  for (const name of await namesIn(paths.report(id)))
    if (/^annotations\..*json$/.test(name) || isFormerText(name))
      await copyFile(join(paths.report(id), name), join(incoming, name))
  await syncFolder(incoming)
}
