import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportSummary } from '../../core/library-view.ts'
import { Library } from '../library.ts'
import type { LibraryOptions } from '../library-parts.ts'
import { directReader } from '../report-reader.ts'
import { temporaryFolder } from './temporary-folder.ts'

export { REPORT } from './report-text.ts'

/** A folder for a library and the files to import into it, for one test. */
export interface LibraryPlace {
  readonly folder: string
  readonly files: string
  readonly open: (options?: Partial<LibraryOptions>) => Promise<Library>
  /** Writes a file to import and returns its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
}

export function libraryPlace(): LibraryPlace {
  const files = temporaryFolder()
  const folder = join(files, 'library')
  return {
    folder,
    files,
    open: (options = {}) =>
      Library.open({
        folder,
        reader: directReader,
        // Of each computer its own.
        indexPath: join(files, 'cache', `index-${options.host ?? 'here'}.json`),
        snapshotsFolder: join(files, 'snapshots'),
        ...options,
      }),
    file: (name, content) => {
      writeFileSync(join(files, name), content)
      return join(files, name)
    },
  }
}

/** Imports a file that can be imported. */
export async function importReport(library: Library, path: string): Promise<ReportSummary> {
  return summaryOf(await library.importFile(path, 'report.txt'))
}

/** Imports a text as if it had been dropped. */
export async function importText(library: Library, text: string, file = 'report.txt'): Promise<ReportSummary> {
  return summaryOf(await library.importBytes(new TextEncoder().encode(text), file))
}

function summaryOf(outcome: Awaited<ReturnType<Library['importFile']>>): ReportSummary {
  if (!('summary' in outcome)) throw new Error(`not imported: ${JSON.stringify(outcome)}`)
  return outcome.summary
}

/** An id for the nth annotation of a test. */
export function annotationId(number: number): string {
  return `3f2b8c6e-0c1d-4e5f-8a9b-${String(number).padStart(12, '0')}`
}

/** The change that highlights the first place of some words. */
export function highlightOf(text: string, words: string, id = annotationId(1)) {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { act: 'add', id, start, end: start + words.length, color: 'indigo', note: '' } as const
}
