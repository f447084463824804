import type { LibraryCounts, RestoreOutcome, SnapshotSummary } from '../../core/library-view.ts'
import { describeSystemError } from '../describe-system-error.ts'
import type { LibraryParts } from '../library-parts.ts'
import { type OnProgress, type RestoreTarget, restoreSnapshot } from './restore-snapshot.ts'
import { readSnapshotFile, readSnapshotHead } from './snapshot-file.ts'
import type { Snapshot } from './snapshots.ts'

export interface LibrarySnapshotsOptions {
  readonly parts: LibraryParts
  /** How reports are found and changed. */
  readonly reports: Pick<RestoreTarget, 'findReport' | 'intoReport'>
  /** Does something that writes, or rejects with a `LibraryError` that says why that cannot be. */
  readonly whenWritable: <T>(act: () => Promise<T>) => Promise<T>
  readonly isClosed: () => boolean
  /** How much is in the library. */
  readonly counts: () => LibraryCounts
}

/** The snapshots of an open library. */
export class LibrarySnapshots {
  readonly #options: LibrarySnapshotsOptions

  constructor(options: LibrarySnapshotsOptions) {
    this.#options = options
  }

  /** The snapshots, the last first. */
  list(): Promise<readonly Snapshot[]> {
    return this.#options.parts.snapshots.list()
  }

  /** Takes a snapshot now; it is on the disk then. */
  make(): Promise<Snapshot> {
    const { parts, counts } = this.#options
    return parts.snapshots.make('asked', counts())
  }

  /** The snapshots as the reader chooses among them, the last first. */
  async summaries(): Promise<readonly SnapshotSummary[]> {
    return Promise.all((await this.list()).map(summarizeSnapshot))
  }

  /** Takes the day's snapshot where it is due (see `Snapshots.makeIfDue`). Never rejects: what went wrong is in the notices. */
  async takeDaily(): Promise<void> {
    const { parts, isClosed, counts } = this.#options
    if (isClosed()) return
    await parts.snapshots.makeIfDue(counts()).catch((error: unknown) => {
      const reason = describeSystemError(error) ?? (error instanceof Error ? error.message : String(error))
      if (!isClosed()) parts.notices.tell('snapshot', parts.access.paths.library, `今天的快照没有留成：${reason}`)
    })
  }

  /**
   * Merges a snapshot into the library (see `restoreSnapshot`), after a snapshot of how it is now was taken. Rejects with a
   * `SnapshotFileError` before anything is changed where it is damaged. `onProgress` is told before each report.
   */
  restore(path: string, onProgress: OnProgress = () => undefined): Promise<RestoreOutcome> {
    const { parts, reports, whenWritable, counts } = this.#options
    return whenWritable(async () => {
      const { head, entries } = await readSnapshotFile(path)
      await parts.access.confirm()
      await parts.snapshots.make('restore', counts())
      const { settings, terms } = parts
      const target = { library: settings.copyTarget, glossary: terms.copyTarget, ...reports }
      return restoreSnapshot(head, entries, target, onProgress)
    })
  }
}

async function summarizeSnapshot({ name, created, reason, path, bytes }: Snapshot): Promise<SnapshotSummary> {
  const head = await readSnapshotHead(path).catch(() => null)
  return { name, created, reason, bytes, counts: head?.counts ?? null, isReadable: head !== null }
}
