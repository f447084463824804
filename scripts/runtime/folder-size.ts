import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes in the files below a folder that were changed at or after `since` (ms); 0 when there is no such folder. */
export async function folderSize(folder: string, since = 0): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  let bytes = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    // Another process may move the file away between the listing and now.
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
    if (found && found.mtimeMs >= since) bytes += found.size
  }
  return bytes
}
