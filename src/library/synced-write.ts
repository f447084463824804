import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type FileStamp, handleStamp } from './file-stamp.ts'
import { errorCode } from './node-errors.ts'

/** Writes a file and waits until the disk has it; its stamp. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<FileStamp> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
    return await handleStamp(file)
  } finally {
    await file.close()
  }
}

// What systems answer that cannot open or sync a folder (Windows, some network drives); there a rename is all we have.
const FOLDERS_NOT_SYNCED = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'])

/** Waits until the disk has the names in a folder, where the system can do that. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!FOLDERS_NOT_SYNCED.has(errorCode(error) ?? '')) throw error
  }
}

/** Replaces a file in one step: a reader of it sees the old content or the new, never a part. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeSynced(temporary, content)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}
