import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { TermUse } from '../core/library-view.ts'
import type { ImportHints } from '../core/report/import-hints.ts'
import { parseReport } from '../core/report/parse-report.ts'
import type { Report } from '../core/report/report.ts'
import { type CarryOutcome, type CarryTask, carryToVersion } from './carry-to-version.ts'
import { MAX_IMPORT_BYTES } from './importers/decode-text.ts'
import { ImportError } from './importers/import-error.ts'
import type { ImportedText } from './importers/importer.ts'
import { importFile } from './importers/importer-for.ts'
import { errorCode, isMissing } from './node-errors.ts'
import { sha256 } from './sha256.ts'
import { type StoredReport, TermUseCounter } from './term-uses/term-use-counter.ts'

/** A file as it was read: its bytes, its text, and what the parser makes of it. */
export interface ReadFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly imported: ImportedText
  readonly textHash: string
  readonly report: Report
}

/** Reads, parses and counts. The app does it in a worker thread, the command line at once. */
export interface ReportReader {
  /** Rejects with an `ImportError` when the file cannot be imported. */
  readFile(path: string): Promise<ReadFile>
  /** Reads what is in memory already. `file` is a file's name. Rejects with an `ImportError`. */
  readBytes(bytes: Uint8Array, file: string): Promise<ReadFile>
  parse(text: string, hints: ImportHints): Promise<Report>
  /** Carries over what speaks of former versions of a text. */
  carry(task: CarryTask): Promise<CarryOutcome>
  /** In how many places the body of each report uses a term: most first, then by id. Reports without it, and those that cannot be read, are left out. */
  countTermUses(term: string, reports: readonly StoredReport[]): Promise<readonly TermUse[]>
}

/** Kept from one question to the next: the first has to read every report. */
const termUses = new TermUseCounter()

/** Reads, parses and counts in this thread. */
export const directReader: ReportReader = {
  async readFile(path) {
    return read(await loadFile(path), basename(path))
  },
  async readBytes(bytes, file) {
    return read(bytes, file)
  },
  async parse(text, hints) {
    return parseReport(text, hints)
  },
  async carry(task) {
    return carryToVersion(task)
  },
  countTermUses(term, reports) {
    return termUses.count(term, reports)
  },
}

function read(bytes: Uint8Array, file: string): ReadFile {
  if (bytes.byteLength > MAX_IMPORT_BYTES) throw new ImportError('too-large')
  const imported = importFile(bytes, file)
  return {
    file,
    bytes,
    sha256: sha256(bytes),
    imported,
    textHash: sha256(imported.text),
    report: parseReport(imported.text, imported.hints),
  }
}

/** Reads a file that may be a report. Rejects with an `ImportError`. */
export async function loadFile(path: string): Promise<Uint8Array> {
  try {
    // Looked at before it is opened: opening a pipe would wait for a writer for ever.
    const stats = await stat(path)
    if (stats.isDirectory()) throw new ImportError('folder')
    if (!stats.isFile()) throw new ImportError('unsupported')
    if (stats.size > MAX_IMPORT_BYTES) throw new ImportError('too-large')
    return await readFile(path)
  } catch (error) {
    throw toImportError(error)
  }
}

function toImportError(error: unknown): ImportError {
  if (error instanceof ImportError) return error
  if (isMissing(error)) return new ImportError('missing', error)
  const code = errorCode(error)
  if (code === 'EACCES' || code === 'EPERM') return new ImportError('unreadable', error)
  if (code === 'EISDIR') return new ImportError('folder', error)
  return new ImportError('failed', error)
}
