import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** How the name of a folder begins that is still being put together. */
export const INCOMING = '.incoming-'
/** How the name of a folder begins that holds the parts of a report that is being split. */
export const SPLITTING = '.splitting-'

/** What holds for the whole library. */
export const LIBRARY_FILE = 'library.json'
/** The reader's own terms. */
export const GLOSSARY_FILE = 'glossary.json'
/** What a report is. */
export const RECORD_FILE = 'report.json'
/** What a report says. */
export const TEXT_FILE = 'text.txt'

/** Written last: a report's folder that has it is complete. */
export const ANNOTATIONS_FILE = 'annotations.json'

/** The files that a report's folder consists of, besides its originals. */
export interface ReportFiles {
  readonly record: string
  readonly annotations: string
  readonly text: string
}

/** Names the files in a report's folder, wherever that lies. */
export function reportFiles(folder: string): ReportFiles {
  return {
    record: join(folder, RECORD_FILE),
    annotations: join(folder, ANNOTATIONS_FILE),
    text: join(folder, TEXT_FILE),
  }
}

/** Names of the files in a library folder (DESIGN: small files that change alone). */
export class LibraryPaths {
  readonly folder: string
  readonly #host: string

  /** `host` is the name of this computer. */
  constructor(folder: string, host: string = hostname()) {
    this.folder = resolve(folder)
    this.#host = host
  }

  get library(): string {
    return join(this.folder, LIBRARY_FILE)
  }
  /** The reader's own terms. */
  get glossary(): string {
    return join(this.folder, GLOSSARY_FILE)
  }
  get reports(): string {
    return join(this.folder, 'reports')
  }
  /** The reader's own export templates. */
  get templates(): string {
    return join(this.folder, 'templates')
  }
  get bin(): string {
    return join(this.folder, 'bin')
  }
  /** The copies that synchronisers laid aside and that were merged. */
  get conflicts(): string {
    return join(this.bin, 'conflicts')
  }
  /** Who writes here. The name has the host in it, so that a synchronised folder does not carry a foreign lock. */
  get writerLock(): string {
    return join(this.folder, `.writer-${this.#host.replace(/[^\w.-]/g, '_')}.json`)
  }
  /** Eight digits that stand for this computer in the names of temporary files. */
  get writer(): string {
    return createHash('sha256').update(this.#host).digest('hex').slice(0, 8)
  }
  report(id: string): string {
    return join(this.reports, id)
  }
  /** Where a report is put together before it takes its name. */
  incoming(id: string): string {
    return join(this.reports, `${INCOMING}${id}`)
  }
  /** Where the parts of a report are put together before they take their names. */
  splitting(id: string): string {
    return join(this.reports, `${SPLITTING}${id}`)
  }
  binned(binId: string): string {
    return join(this.bin, binId)
  }
}

/** Where the index of a library is cached: in the user's cache folder, not in the library, so that it is never synchronised. */
export function indexCachePath(folder: string): string {
  return join(envPaths('meipi', { suffix: '' }).cache, 'library-index', `${nameOf(folder)}.json`)
}

/** Where what the glossaries explain is cached, beside the index of the library. */
export function glossaryCachePath(indexPath: string): string {
  return `${indexPath.replace(/\.json$/, '')}.glossaries.json`
}

/** Where the snapshots of a library are: in the user's data folder, not in the library, so that they outlive it. */
export function snapshotsPath(folder: string): string {
  return join(envPaths('meipi', { suffix: '' }).data, 'snapshots', nameOf(folder))
}

/** A name for what is kept elsewhere of a library, by its folder. */
function nameOf(folder: string): string {
  return createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
}
