import { readdir, stat } from 'node:fs/promises'
import { isMissing } from './node-errors.ts'

/** A report's name in the library: the first 16 hex digits of its first original's sha256. */
export const REPORT_ID = /^[0-9a-f]{16}$/

/** Whether there is a folder of that name. */
export async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() ?? false
}

/** Names of what is in a folder; none where it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}
