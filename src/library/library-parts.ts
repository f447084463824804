import { mkdir } from 'node:fs/promises'
import { absorbConflictCopies } from './conflict-copies.ts'
import { describeSystemError } from './describe-system-error.ts'
import type { FolderAccess } from './folder-access.ts'
import { isFolder, namesIn } from './folder-names.ts'
import { GlossaryIndex } from './glossary-index.ts'
import { type LibraryError, ReadOnlyError } from './library-error.ts'
import { glossaryCachePath, INCOMING, indexCachePath, LibraryPaths, SPLITTING, snapshotsPath } from './library-paths.ts'
import { LibrarySettings } from './library-settings.ts'
import { type LibraryAge, libraryAge } from './library-version.ts'
import { errorCode } from './node-errors.ts'
import { Notices } from './notices.ts'
import { ReaderTermsStore } from './reader-terms-store.ts'
import { NewerSchemaError } from './record-form.ts'
import { finishIncoming } from './report-folder.ts'
import { ReportIndex } from './report-index.ts'
import type { ReportReader } from './report-reader.ts'
import { Snapshots } from './snapshots/snapshots.ts'
import { finishSplitting } from './split-report.ts'
import { acquireWriterLock, type WriterLock } from './writer-lock.ts'

export interface LibraryOptions {
  readonly folder: string
  readonly reader: ReportReader
  /** Where true, nothing in the folder is touched and no lock is taken. */
  readonly readOnly?: boolean
  /** Where the index is cached; by default in the user's cache folder. */
  readonly indexPath?: string
  /** Where its snapshots are; by default in the user's data folder. */
  readonly snapshotsFolder?: string
  /** The time, ISO 8601 in UTC. */
  readonly now?: () => string
  /**
   * Where it is given, the list of reports is at first what the index says, and is checked when this resolves (see
   * `Library.checked`).
   */
  readonly checkAfter?: Promise<unknown>
  /** The name of this computer. */
  readonly host?: string
}

/** What a library is put together from. */
export interface LibraryParts {
  readonly access: FolderAccess
  readonly reader: ReportReader
  readonly now: () => string
  readonly notices: Notices
  readonly index: ReportIndex
  readonly glossaryIndex: GlossaryIndex
  readonly settings: LibrarySettings
  readonly terms: ReaderTermsStore
  readonly snapshots: Snapshots
  /** The right to write; null where the library is open for reading alone. */
  readonly lock: WriterLock | null
  /** Why nothing can be written; null where it can. */
  readonly refusal: LibraryError | null
}

/**
 * Takes the right to write to a library folder, making it where it is missing, ends what a process that was killed had
 * begun in it, and reads what holds for all reports. A library that a newer version wrote, or that cannot be written to,
 * is opened for reading, and the notices say why. Rejects with a `LibraryBusyError` or a `NewerSchemaError`.
 */
export async function openLibraryParts(options: LibraryOptions): Promise<LibraryParts> {
  const paths = new LibraryPaths(options.folder, options.host)
  const notices = new Notices(paths.folder)
  const { now = timeNow, snapshotsFolder = snapshotsPath(paths.folder) } = options
  const snapshots = new Snapshots({ paths, folder: snapshotsFolder, now })
  const place = { options, paths, notices, now, snapshots }
  if (options.readOnly)
    return readParts(place, null, new ReadOnlyError('read-only-asked', '资料库是以只读方式打开的，没有保存。'))
  const age = await libraryAge(paths.library)
  if (age === 'newer') return readParts(place, null, new NewerSchemaError(true))
  try {
    return await writableParts(place, age)
  } catch (error) {
    const refusal = (await isFolder(paths.reports)) ? explainUnwritable(error) : null
    if (!refusal) throw error
    notices.tell('read-only', paths.library, refusal)
    return readParts(place, null, refusal)
  }
}

/** Where a library is, how it is to be opened, and whom to tell. */
interface Place {
  readonly options: LibraryOptions
  readonly paths: LibraryPaths
  readonly notices: Notices
  readonly now: () => string
  readonly snapshots: Snapshots
}

async function writableParts(place: Place, age: LibraryAge): Promise<LibraryParts> {
  const { paths } = place
  await mkdir(paths.reports, { recursive: true })
  const lock = await acquireWriterLock(paths)
  try {
    const refusal = age === 'older' ? await takeSnapshotBefore(place) : null
    if (refusal) {
      await lock.release()
      return readParts(place, null, refusal)
    }
    await finishWhatWasCutOff(paths)
    const parts = await readParts(place, lock, null)
    // The other records follow when they are changed: each is read in the form that it has.
    if (age === 'older') await parts.settings.write()
    await absorbConflictCopies(parts.access, paths.folder, [parts.settings.copyTarget, parts.terms.copyTarget])
    return parts
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function readParts(
  { options, paths, notices, now, snapshots }: Place,
  lock: WriterLock | null,
  refusal: LibraryError | null,
): Promise<LibraryParts> {
  const { reader, indexPath = indexCachePath(paths.folder) } = options
  const access: FolderAccess = {
    paths,
    readOnly: lock === null,
    onTrouble: (path, message, kind) => notices.tell(kind, path, message),
    confirm: async () => lock?.confirm(),
    writer: paths.writer,
  }
  const index = await ReportIndex.open(indexPath)
  const glossaryIndex = new GlossaryIndex(glossaryCachePath(indexPath))
  const settings = await LibrarySettings.open(access, now())
  const terms = await ReaderTermsStore.open(access)
  return { access, reader, now, notices, index, glossaryIndex, settings, terms, snapshots, lock, refusal }
}

/** Takes a snapshot of a library whose form is about to change. Where that fails nothing is changed, and why is told. */
async function takeSnapshotBefore({ paths, notices, snapshots }: Place): Promise<LibraryError | null> {
  try {
    await snapshots.make('migration')
    return null
  } catch (error) {
    const reason = describeSystemError(error) ?? (error instanceof Error ? error.message : String(error))
    const refusal = new ReadOnlyError(
      'read-only-migration',
      `资料库要换成新的格式，但事先没能留下快照，所以现在只能读，不能改。原因：${reason}解决以后请重新打开。`,
    )
    notices.tell('read-only', paths.library, refusal)
    return refusal
  }
}

/** Says why a library cannot be written to at all; null for anything else that went wrong. */
function explainUnwritable(error: unknown): LibraryError | null {
  const code = errorCode(error) ?? ''
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new ReadOnlyError(
      'read-only-rights',
      '资料库文件夹不能写入，现在只能读，不能改。请检查文件夹的权限或磁盘的写保护，再重新打开。',
    )
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return new ReadOnlyError('read-only-full', '磁盘已满，资料库现在只能读，不能改。请腾出空间，再重新打开。')
  return null
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
