import type { ReportTrouble } from './durable-json-file.ts'
import type { LibraryPaths } from './library-paths.ts'

/** How the files of a library are read. */
export interface FileAccess {
  readonly readOnly: boolean
  readonly onTrouble: ReportTrouble
  /** Rejects where the library must not be written to any more (see `WriterLock`). Called before every write. */
  readonly confirm: () => Promise<void>
  /** Who writes (see `DurableJsonFileOptions`). */
  readonly writer: string
}

/** A library folder, and how its files are read. */
export interface FolderAccess extends FileAccess {
  readonly paths: LibraryPaths
}
