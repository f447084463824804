import { mkdir } from 'node:fs/promises'
import { namesIn } from './folder-names.ts'
import type { LibraryPaths } from './library-paths.ts'
import { syncFolder } from './synced-write.ts'

/** `<report id>-<digits of the UTC time of removal>`, to the millisecond: 0123456789abcdef-20250108010203456. */
const BIN_ID = /^([0-9a-f]{16})-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/

/** What the name of a folder in the bin says. */
export interface BinName {
  readonly binId: string
  readonly reportId: string
  /** When it was removed, ISO 8601. */
  readonly removed: string
}

/** Reads the name of a folder in the bin; null where it is none of ours. */
export function parseBinName(binId: string): BinName | null {
  const [, reportId, year, month, day, hour, minute, second, millisecond] = BIN_ID.exec(binId) ?? []
  if (reportId === undefined) return null
  const removed = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
  return Number.isNaN(Date.parse(removed)) ? null : { binId, reportId, removed }
}

/** The folders of the bin that have a name of ours, the one removed last first. */
export async function binNames(paths: LibraryPaths): Promise<BinName[]> {
  return (await namesIn(paths.bin))
    .flatMap((name) => parseBinName(name) ?? [])
    .sort((a, b) => (a.removed === b.removed ? compare(a.binId, b.binId) : compare(b.removed, a.removed)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Chooses where a report goes in the bin, and makes the bin where it is missing. Of two that are removed in the same
 * millisecond the second is named a millisecond later. `now` is ISO 8601.
 */
export async function binFolder(paths: LibraryPaths, reportId: string, now: string): Promise<string> {
  if ((await mkdir(paths.bin, { recursive: true })) !== undefined) await syncFolder(paths.folder)
  const taken = new Set(await namesIn(paths.bin))
  for (let time = Date.parse(now); ; time++) {
    const name = `${reportId}-${new Date(time).toISOString().replace(/\D/g, '')}`
    if (!taken.has(name)) return paths.binned(name)
  }
}
