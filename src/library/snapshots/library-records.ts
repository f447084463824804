import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn, REPORT_ID } from '../folder-names.ts'
import { ANNOTATIONS_FILE, type LibraryPaths, RECORD_FILE } from '../library-paths.ts'
import { isMissing } from '../node-errors.ts'
import { stampOf } from '../report-index.ts'
import { sha256 } from '../sha256.ts'
import type { SnapshotEntry } from './snapshot-file.ts'

/** A report's record, by its path inside the library. */
const REPORT_RECORD = /^reports\/([0-9a-f]{16})\/(report|annotations)\.json$/

/** Which record a path of a snapshot names; null for anything else, so that no snapshot can write anywhere else. */
export function parseRecordPath(
  path: string,
): { readonly report: string; readonly file: 'report' | 'annotations' } | 'library' | 'glossary' | null {
  if (path === 'library.json') return 'library'
  if (path === 'glossary.json') return 'glossary'
  const [, report, file] = REPORT_RECORD.exec(path) ?? []
  return report !== undefined && (file === 'report' || file === 'annotations') ? { report, file } : null
}

/** Paths of all records of a library, with slashes. Texts and originals are not among them: they never change. */
export async function recordPaths(paths: LibraryPaths): Promise<string[]> {
  const reports = (await namesIn(paths.reports)).filter((name) => REPORT_ID.test(name)).sort()
  return [
    'library.json',
    'glossary.json',
    ...reports.flatMap((id) => [`reports/${id}/${RECORD_FILE}`, `reports/${id}/${ANNOTATIONS_FILE}`]),
  ]
}

/** Changes whenever one of these records does. */
export async function fingerprintOf({ folder }: LibraryPaths, records: readonly string[]): Promise<string> {
  return sha256(`${records.join('\n')}\n${await stampOf(records.map((path) => join(folder, path)))}`)
}

/** Reads records one after another, as they are; those that are missing are left out. */
export async function* readRecords(
  { folder }: LibraryPaths,
  records: readonly string[],
): AsyncGenerator<SnapshotEntry> {
  for (const path of records) {
    const content = await readFile(join(folder, path), 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (content !== null) yield { path, content }
  }
}
