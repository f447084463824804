import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** How the name of a folder begins that is still being put together. */
export const INCOMING = '.incoming-'

/** Names of the files in a library folder (DESIGN: small files that change alone). */
export class LibraryPaths {
  readonly folder: string

  constructor(folder: string) {
    this.folder = resolve(folder)
  }

  get library(): string {
    return join(this.folder, 'library.json')
  }
  get reports(): string {
    return join(this.folder, 'reports')
  }
  get bin(): string {
    return join(this.folder, 'bin')
  }
  /** Who writes here. The name has the host in it, so that a synchronised folder does not carry a foreign lock. */
  get writerLock(): string {
    return join(this.folder, `.writer-${hostname().replace(/[^\w.-]/g, '_')}.json`)
  }
  report(id: string): string {
    return join(this.reports, id)
  }
  /** Where a report is put together before it takes its name. */
  incoming(id: string): string {
    return join(this.reports, `${INCOMING}${id}`)
  }
  reportRecord(id: string): string {
    return join(this.report(id), 'report.json')
  }
  annotations(id: string): string {
    return join(this.report(id), 'annotations.json')
  }
  text(id: string): string {
    return join(this.report(id), 'text.txt')
  }
}

/** Where the index of a library is cached: in the user's cache folder, not in the library, so that it is never synchronised. */
export function indexCachePath(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  return join(envPaths('meipi', { suffix: '' }).cache, 'library-index', `${name}.json`)
}
