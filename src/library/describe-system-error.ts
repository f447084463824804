import { errorCode } from './node-errors.ts'

/** What the system's refusals mean for the reader, and what to do. */
const MEANINGS: readonly { readonly codes: readonly string[]; readonly meaning: string }[] = [
  { codes: ['ENOSPC', 'EDQUOT'], meaning: '磁盘已满。请腾出空间后重试。' },
  { codes: ['EACCES', 'EPERM'], meaning: '没有权限。请检查文件和文件夹的权限后重试。' },
  { codes: ['EROFS'], meaning: '磁盘是只读的。请解除写保护后重试。' },
  { codes: ['EIO', 'ENXIO', 'EUCLEAN'], meaning: '磁盘读写出错。请检查磁盘，并尽快备份资料库。' },
  {
    codes: ['ENODEV', 'ESTALE', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ENOTCONN', 'ETIMEDOUT'],
    meaning: '连不上资料库所在的磁盘或网络盘。请接好后重试。',
  },
  { codes: ['EMFILE', 'ENFILE'], meaning: '打开的文件太多。请关闭一些程序后重试。' },
]

/** An error in words for the reader, where it is one of the system's that are known; null for any other. */
export function describeSystemError(error: unknown): string | null {
  const code = errorCode(error)
  return MEANINGS.find(({ codes }) => code !== undefined && codes.includes(code))?.meaning ?? null
}
