import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise } from 'yauzl'

const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

/** Where an entry goes, relative to the target folder; undefined leaves it out. */
export type Placement = (entry: string) => string | undefined

/**
 * Unpacks a zip into `folder`, keeping which files may be executed. Throws at the first entry that would land
 * outside the folder or is a symbolic link (which could lead a later entry outside), and on a damaged zip.
 */
export async function unzip(zip: string, folder: string, place: Placement, signal?: AbortSignal): Promise<void> {
  const opened = await openPromise(zip)
  try {
    for await (const entry of opened.eachEntry()) {
      const target = toTarget(entry, folder, place)
      if (target === undefined) continue
      await mkdir(dirname(target), { recursive: true })
      const source = await opened.openReadStreamPromise(entry)
      const mode = unixMode(entry) & 0o111 ? 0o755 : 0o644
      await pipeline(source, createWriteStream(target, { flags: 'wx', mode }), signal ? { signal } : {})
    }
  } finally {
    opened.close()
  }
}

function toTarget(entry: Entry, folder: string, place: Placement): string | undefined {
  const placed = place(entry.fileName)
  if (placed === undefined || placed.endsWith('/')) return undefined
  const target = resolve(folder, placed)
  if (!target.startsWith(resolve(folder) + sep)) throw new Error(`zip entry outside its folder: ${entry.fileName}`)
  if ((unixMode(entry) & FILE_TYPE) === SYMBOLIC_LINK) throw new Error(`zip entry is a link: ${entry.fileName}`)
  return target
}

function unixMode(entry: Entry): number {
  return entry.externalFileAttributes >>> 16
}
