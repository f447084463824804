import { LibraryError } from '../library-error.ts'
import { errorCode } from '../node-errors.ts'
import { writeAtomically } from '../synced-write.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  ENOTDIR: '没有这个文件夹',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '这个磁盘是只读的',
  ENOSPC: '磁盘已满',
  EISDIR: '这是一个文件夹',
  ENAMETOOLONG: '文件名太长',
}

/**
 * Replaces a file in one step. Rejects with a `LibraryError` that says why it cannot be written; `shown` is what the
 * file is called there.
 */
export async function writeNamedFile(path: string, content: string | Uint8Array, shown: string = path): Promise<void> {
  try {
    await writeAtomically(path, content)
  } catch (error) {
    const reason = REASONS[errorCode(error) ?? '']
    if (reason === undefined) throw error
    throw new LibraryError(`${shown} 没有写成：${reason}。请换一个位置。`)
  }
}
