import { errorCode } from '../library/node-errors.ts'
import { writeAtomically } from '../library/synced-write.ts'
import { CommandError } from './command.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  ENOTDIR: '没有这个文件夹',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '这个磁盘是只读的',
  ENOSPC: '磁盘已满',
  EISDIR: '这是一个文件夹',
}

/** Replaces a file in one step. Throws a CommandError that says why it cannot be written. */
export async function writeNamedFile(path: string, content: string): Promise<void> {
  try {
    await writeAtomically(path, content)
  } catch (error) {
    const reason = REASONS[errorCode(error) ?? '']
    if (reason === undefined) throw error
    throw new CommandError(`${path} 没有写成：${reason}。请换一个位置。`, 1)
  }
}
