import { mkdir } from 'node:fs/promises'
import { namesIn } from './folder-names.ts'
import { INCOMING, indexCachePath, LibraryPaths, SPLITTING } from './library-paths.ts'
import { LibrarySettings } from './library-settings.ts'
import { Notices } from './notices.ts'
import { ReaderTermsStore } from './reader-terms-store.ts'
import { type FolderAccess, finishIncoming } from './report-folder.ts'
import { ReportIndex } from './report-index.ts'
import type { ReportReader } from './report-reader.ts'
import { finishSplitting } from './split-report.ts'
import { acquireWriterLock, type WriterLock } from './writer-lock.ts'

export interface LibraryOptions {
  readonly folder: string
  readonly reader: ReportReader
  /** Where true, nothing in the folder is touched and no lock is taken. */
  readonly readOnly?: boolean
  /** Where the index is cached; by default in the user's cache folder. */
  readonly indexPath?: string
  /** The time, ISO 8601 in UTC. */
  readonly now?: () => string
}

/** What a library is put together from. */
export interface LibraryParts {
  readonly access: FolderAccess
  readonly reader: ReportReader
  readonly now: () => string
  readonly notices: Notices
  readonly index: ReportIndex
  readonly settings: LibrarySettings
  readonly terms: ReaderTermsStore
  /** The right to write; null where the library is open for reading alone. */
  readonly lock: WriterLock | null
}

/**
 * Takes the right to write to a library folder, making it where it is missing, ends what a process that was killed had
 * begun in it, and reads what holds for all reports. Rejects with a `LibraryBusyError` or a `NewerSchemaError`.
 */
export async function openLibraryParts(options: LibraryOptions): Promise<LibraryParts> {
  const { folder, reader, readOnly = false, indexPath = indexCachePath(folder), now = timeNow } = options
  const paths = new LibraryPaths(folder)
  const notices = new Notices(paths.folder)
  const access: FolderAccess = {
    paths,
    readOnly,
    onTrouble: (path, message) => notices.tell('damaged', path, message),
  }
  if (!readOnly) await mkdir(paths.reports, { recursive: true })
  const lock = readOnly ? null : await acquireWriterLock(paths.writerLock)
  try {
    if (!readOnly) await finishWhatWasCutOff(paths)
    const index = await ReportIndex.open(indexPath)
    const settings = await LibrarySettings.open(access, now())
    const terms = await ReaderTermsStore.open(access)
    return { access, reader, now, notices, index, settings, terms, lock }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

function timeNow(): string {
  return new Date().toISOString()
}

async function finishWhatWasCutOff(paths: LibraryPaths): Promise<void> {
  for (const name of await namesIn(paths.reports)) {
    if (name.startsWith(INCOMING)) await finishIncoming(paths, name.slice(INCOMING.length))
    if (name.startsWith(SPLITTING)) await finishSplitting(paths, name.slice(SPLITTING.length))
  }
}
