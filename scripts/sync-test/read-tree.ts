import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A file as it was found. */
export interface FoundFile {
  /** sha256 of its content. */
  readonly hash: string
  /** Another one where it was written since, even if its content is the same. */
  readonly stamp: string
}

/** What belongs to one side alone: what Syncthing keeps for itself, and what docs/sharing.md says is not to be shared. */
const OWN = /^\.stfolder|^\.stignore$|(?:^|\/)\.syncthing\.|(?:^|\/)\.writer-|\.previous\.json$|\.tmp$/

/** The files of a shared library that are to be the same on both sides, by their paths in it, in order. */
export function readTree(folder: string): Map<string, FoundFile> {
  const files = new Map<string, FoundFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1).replaceAll(sep, '/')
    if (OWN.test(name)) continue
    const { mtimeNs, ino } = statSync(path, { bigint: true })
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
    files.set(name, { hash, stamp: `${mtimeNs}#${ino}` })
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}
