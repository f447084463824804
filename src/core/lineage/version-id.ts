import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The name of one version of a line: its revision and the first 16 hex digits of the sha256 of what it says. */
export type VersionId = `${number}-${string}`

const VERSION_ID = /^[1-9]\d{0,8}-[0-9a-f]{16}$/

/** Whether a string has the form of a version's name. */
export function isVersionId(value: string): value is VersionId {
  return VERSION_ID.test(value)
}

/**
 * Names a version by what it says, as CouchDB names revisions: the same change made on two machines gives the same name,
 * and one that was made by hand in the file gives another. `content` is anything that JSON can write; the order of its
 * parts counts.
 */
export function versionId(revision: number, content: readonly unknown[]): VersionId {
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))))
  return `${revision}-${hash.slice(0, 16)}`
}

/** Orders names by revision, then by what the versions say. */
export function compareVersionIds(a: VersionId, b: VersionId): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0)
}
