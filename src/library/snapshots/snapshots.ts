import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LibraryCounts } from '../../core/library-view.ts'
import { isFolder, namesIn } from '../folder-names.ts'
import { LibraryGoneError } from '../library-error.ts'
import type { LibraryPaths } from '../library-paths.ts'
import { SerialQueue } from '../serial-queue.ts'
import { snapshotsToDrop } from './keep-snapshots.ts'
import { fingerprintOf, readRecords, recordPaths } from './library-records.ts'
import { readSnapshotHead, writeSnapshotFile } from './snapshot-file.ts'
import { parseSnapshotName, type SnapshotName, type SnapshotReason, snapshotName } from './snapshot-name.ts'

export interface SnapshotsOptions {
  readonly paths: LibraryPaths
  /** Where the snapshots are: outside the library, so that what happens to it does not happen to them. */
  readonly folder: string
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string
}

/** A snapshot as it is listed. */
export interface Snapshot extends SnapshotName {
  readonly path: string
  readonly bytes: number
}

/** How old a temporary file is that nobody writes any more, in milliseconds. */
const TEMPORARY_LIFE = 60 * 60 * 1000

/**
 * Copies of all records of a library, each in one compressed file of its own. Texts and original files are not in them:
 * they are large, never change, and can be imported again (docs/adr/0011).
 */
export class Snapshots {
  readonly #options: SnapshotsOptions
  readonly #queue = new SerialQueue()
  readonly #closing = new AbortController()

  constructor(options: SnapshotsOptions) {
    this.#options = options
  }

  /** The snapshots, the last first. */
  async list(): Promise<Snapshot[]> {
    const { folder } = this.#options
    const found = (await namesIn(folder)).flatMap((name) => parseSnapshotName(name) ?? [])
    const listed = await Promise.all(
      found.map(async (snapshot) => {
        const path = join(folder, snapshot.name)
        return { ...snapshot, path, bytes: (await stat(path)).size }
      }),
    )
    return listed.sort((a, b) => (a.name < b.name ? 1 : -1))
  }

  /** Takes a snapshot now. When it returns, the disk has it. Rejects with a `LibraryGoneError` where there is nothing to take. */
  make(reason: SnapshotReason, counts?: LibraryCounts): Promise<Snapshot> {
    return this.#queue.run(() => this.#make(reason, counts))
  }

  /** Takes the day's snapshot, where none was taken today (UTC) and something was changed since the last; null otherwise. */
  makeIfDue(counts?: LibraryCounts): Promise<Snapshot | null> {
    return this.#queue.run(async () => {
      const [last] = await this.list()
      if (last && dayOf(last.created) >= dayOf(this.#options.now())) return null
      const fingerprint = last ? await this.#fingerprintIn(last) : null
      return fingerprint === (await this.#fingerprint()) ? null : await this.#make('daily', counts)
    })
  }

  /** Gives up what is being taken; nothing is left of it. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue.settled()
  }

  async #make(reason: SnapshotReason, counts?: LibraryCounts): Promise<Snapshot> {
    const { paths, folder, now } = this.#options
    // One of nothing would push out those that hold something.
    if (!(await isFolder(paths.reports))) throw new LibraryGoneError(paths.folder)
    const created = now()
    const name = snapshotName(created, reason)
    const path = join(folder, name)
    await mkdir(folder, { recursive: true })
    const records = await recordPaths(paths)
    const head = {
      meipi: 'snapshot',
      version: 1,
      created,
      reason,
      folder: paths.folder,
      fingerprint: await fingerprintOf(paths, records),
      ...(counts === undefined ? {} : { counts }),
    } as const
    await writeSnapshotFile(path, head, readRecords(paths, records), this.#closing.signal)
    await this.#tidy(created)
    return { name, created, reason, path, bytes: (await stat(path)).size }
  }

  async #tidy(now: string): Promise<void> {
    const { folder } = this.#options
    for (const { path } of await this.#toDrop(now)) await rm(path, { force: true })
    for (const name of await namesIn(folder)) {
      const path = join(folder, name)
      const isLeftover = name.endsWith('.tmp') && Date.now() - (await stat(path)).mtimeMs > TEMPORARY_LIFE
      if (isLeftover) await rm(path, { force: true })
    }
  }

  async #toDrop(now: string): Promise<Snapshot[]> {
    const all = await this.list()
    const names = new Set(snapshotsToDrop(all, now).map(({ name }) => name))
    return all.filter(({ name }) => names.has(name))
  }

  async #fingerprint(): Promise<string> {
    const { paths } = this.#options
    return fingerprintOf(paths, await recordPaths(paths))
  }

  /** Null where the snapshot cannot be read: then another is due. */
  async #fingerprintIn({ path }: Snapshot): Promise<string | null> {
    return readSnapshotHead(path).then(
      ({ fingerprint }) => fingerprint,
      () => null,
    )
  }
}

function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length)
}
