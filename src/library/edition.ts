import type { TextVersion } from '../core/annotation/anchor.ts'
import type { Annotation } from '../core/annotation/annotation.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { ImportHints } from '../core/report/import-hints.ts'
import { LibraryError } from './library-error.ts'
import type { LibraryPaths } from './library-paths.ts'
import type { OpenReport } from './open-report.ts'
import { readOriginals } from './read-originals.ts'
import type { ReportList } from './report-list.ts'
import type { ReadFile, ReportReader } from './report-reader.ts'

/** Where the new text of a report comes from: a file, what is in memory, another report, or one that it had before. */
export type EditionSource =
  | { readonly path: string }
  | { readonly bytes: Uint8Array; readonly file: string }
  | { readonly reportId: string }
  | { readonly edition: Edition }

/** A text that takes the place of another, with what belongs to it. */
export interface Edition {
  readonly text: string
  readonly textHash: string
  readonly importer: string
  readonly encoding: string
  readonly hints: ImportHints
  readonly originals: readonly { readonly file: string; readonly sha256: string; readonly bytes: Uint8Array | null }[]
  /** Former texts of the report that it was, where it was one. */
  readonly formerTexts: readonly TextVersion[]
  readonly annotations: readonly Annotation[]
  readonly corrections: readonly Correction[]
  readonly tags: readonly string[]
}

export interface EditionOptions {
  readonly paths: LibraryPaths
  readonly reader: ReportReader
  readonly list: ReportList
  /** Reads a report of the library. */
  readonly read: (id: string) => Promise<OpenReport>
}

/**
 * Reads what is to take the place of a report's text. Rejects with an `ImportError` for a file that cannot be imported,
 * and with a `LibraryError` for what is not to be had so.
 */
export async function readEdition(options: EditionOptions, id: string, source: EditionSource): Promise<Edition> {
  const { paths, reader, list, read } = options
  if ('edition' in source) return source.edition
  if ('reportId' in source) {
    if (source.reportId === id) throw new LibraryError('一份报告不能接替它自己。请选择另一份报告。')
    return editionOfReport(await read(source.reportId), paths.report(source.reportId))
  }
  const file = await ('path' in source ? reader.readFile(source.path) : reader.readBytes(source.bytes, source.file))
  const other = list.findOriginal(file.sha256)?.summary
  if (other && other.id !== id)
    throw new LibraryError(
      `这个文件已经是资料库里的另一份报告（${other.title ?? other.file}）。要用它接替这一份，请选择那份报告。`,
    )
  return editionOf(file)
}

/** A file as an edition: nothing was marked in it yet. */
function editionOf({ file, bytes, sha256, imported, textHash }: ReadFile): Edition {
  const { text, format: importer, encoding, hints } = imported
  const originals = [{ file, sha256, bytes }]
  return {
    ...{ text, textHash, importer, encoding, hints, originals },
    ...{ formerTexts: [], annotations: [], corrections: [], tags: [] },
  }
}

/** The text that a report has, as an edition that can take its place again. What else belongs to it stays with the report. */
export function editionAtHand({ text, textHash, record }: OpenReport): Edition {
  const { importer, encoding, hints, originals } = record.record
  return {
    ...{ text, textHash, importer, encoding, hints },
    originals: originals.map(({ file, sha256 }) => ({ file, sha256, bytes: null })),
    ...{ formerTexts: [], annotations: [], corrections: [], tags: [] },
  }
}

/** Another report as an edition, with what was marked and corrected in it. */
async function editionOfReport(report: OpenReport, folder: string): Promise<Edition> {
  const { text, textHash, formerTexts } = report
  const { importer, encoding, hints, overrides: corrections, tags } = report.record.record
  const originals = await readOriginals(folder, report.record.record)
  const { annotations } = report.annotations.record
  return { text, textHash, importer, encoding, hints, originals, formerTexts, annotations, corrections, tags }
}
