import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { DurableJsonFile, type ReportTrouble } from './durable-json-file.ts'
import type { LibraryPaths } from './library-paths.ts'
import { isMissing } from './node-errors.ts'
import { RecordStore } from './record-store.ts'
import {
  type AnnotationsRecord,
  annotationsRecordSchema,
  type ReportRecord,
  recordParser,
  reportRecordSchema,
  SCHEMA_VERSION,
} from './records.ts'
import type { ReadFile } from './report-reader.ts'
import { sha256 } from './sha256.ts'
import { syncFolder, writeSynced } from './synced-write.ts'

const NO_ANNOTATIONS: AnnotationsRecord = { schemaVersion: SCHEMA_VERSION, annotations: [] }

/** The stored form of one report. */
export interface ReportFolder {
  readonly record: RecordStore<ReportRecord>
  readonly annotations: RecordStore<AnnotationsRecord>
  readonly text: string
}

/** The folder of a report cannot be used; `message` is for the reader. */
export class ReportFolderError extends Error {
  override readonly name = 'ReportFolderError'
}

export interface FolderAccess {
  readonly paths: LibraryPaths
  readonly readOnly: boolean
  readonly onTrouble: ReportTrouble
}

/** Reads a report's folder. Rejects with a `ReportFolderError` when its record or its text is missing or damaged. */
export async function openReportFolder(access: FolderAccess, id: string): Promise<ReportFolder> {
  const { paths, readOnly, onTrouble } = access
  const adapter = <T>(path: string, parse: (value: unknown) => T) =>
    new DurableJsonFile(path, { parse, readOnly, onTrouble })
  const recordFile = adapter(paths.reportRecord(id), recordParser(reportRecordSchema))
  const record = await recordFile.read()
  if (!record) throw new ReportFolderError('report.json 缺失或已损坏。请从备份恢复，或重新导入原文件。')
  const text = await readFile(paths.text(id), 'utf8').catch(() => null)
  if (text === null || sha256(text) !== record.textHash)
    throw new ReportFolderError('text.txt 缺失，或被别的程序改动过。请从备份恢复，或重新导入原文件。')
  return {
    text,
    record: RecordStore.of(recordFile, record),
    annotations: await RecordStore.open(
      adapter(paths.annotations(id), recordParser(annotationsRecordSchema)),
      NO_ANNOTATIONS,
    ),
  }
}

/**
 * Stores a file as a new report. The folder is put together under another name and takes its own in one step, so that
 * an import that is cut off leaves no half report. Where a damaged folder of the same report is in the way, its
 * annotations are kept and the rest of it goes to the bin.
 */
export async function createReportFolder(paths: LibraryPaths, id: string, read: ReadFile, now: string): Promise<void> {
  const incoming = paths.incoming(id)
  const stored = `original${extname(read.file).toLowerCase()}`
  const record: ReportRecord = {
    schemaVersion: SCHEMA_VERSION,
    id,
    originals: [{ stored, file: read.file, sha256: read.sha256 }],
    importer: read.imported.format,
    encoding: read.imported.encoding,
    textHash: read.textHash,
    hints: read.imported.hints,
    tags: [],
    imported: now,
    readingPlace: null,
  }
  await rm(incoming, { recursive: true, force: true })
  try {
    await mkdir(incoming, { recursive: true })
    await writeSynced(join(incoming, stored), read.bytes)
    await writeSynced(join(incoming, 'text.txt'), read.imported.text)
    await writeSynced(join(incoming, 'report.json'), `${JSON.stringify(record, null, 1)}\n`)
    // Written last: a folder that has it is complete.
    await writeSynced(join(incoming, 'annotations.json'), `${JSON.stringify(NO_ANNOTATIONS, null, 1)}\n`)
    await keepAnnotations(paths, id, incoming)
    await syncFolder(incoming)
    await setAsideOldFolder(paths, id, now)
    await rename(incoming, paths.report(id))
    await syncFolder(paths.reports)
  } catch (error) {
    await rm(incoming, { recursive: true, force: true })
    throw error
  }
}

/**
 * Deals with what an import that was cut off left behind: a folder that was complete takes its place, any other goes.
 */
export async function finishIncoming(paths: LibraryPaths, id: string): Promise<void> {
  const incoming = paths.incoming(id)
  const complete = (await namesIn(incoming)).includes('annotations.json')
  const taken = (await namesIn(paths.report(id))).length > 0
  if (complete && !taken) await rename(incoming, paths.report(id))
  else await rm(incoming, { recursive: true, force: true })
}

/** Takes over the annotations of a damaged report: they speak of the same bytes. */
async function keepAnnotations(paths: LibraryPaths, id: string, incoming: string): Promise<void> {
  for (const name of await namesIn(paths.report(id)))
    if (/^annotations\..*json$/.test(name)) await copyFile(join(paths.report(id), name), join(incoming, name))
}

async function setAsideOldFolder(paths: LibraryPaths, id: string, now: string): Promise<void> {
  if ((await namesIn(paths.report(id))).length === 0) return
  await mkdir(paths.bin, { recursive: true })
  await rename(paths.report(id), join(paths.bin, `${id}-${now.replace(/\D/g, '')}`))
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}
