import { readFile, stat } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { identifyExport, type MergedMarkdown } from '../../core/export/merge-markdown.ts'
import { LibraryError } from '../library-error.ts'
import { writeNamedFile } from './write-named-file.ts'

/** Bytes of a file that is brought up to date: far more than a report's notes can be. */
const LARGEST = 64 * 1024 * 1024

/** The content of a file that was exported before; `shown` is what it is called in messages. Rejects with a `LibraryError`. */
export async function readExportedFile(path: string, shown: string = path): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new LibraryError(`找不到这个文件：${shown}`)
  if (found.size > LARGEST) throw new LibraryError(`文件太大，没有改动：${shown}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) throw new LibraryError(`文件不是 UTF-8 编码，没有改动：${shown}`)
    throw error
  }
}

/**
 * Puts a merged file in the place of the file that it was made from. Where lines of that are replaced, it is kept beside
 * it as `<name>.bak`, in the place of what an earlier update of this export left there; where anything else has the name,
 * under one that is free. Rejects with a `LibraryError`, and leaves the file alone, where another program has changed it.
 */
export async function updateExportedFile(
  path: string,
  existing: string,
  { text, changes }: MergedMarkdown,
  shown: string = path,
): Promise<void> {
  if (text === existing) return
  await refuseChanged(path, existing, shown)
  if (changes.some(({ kind }) => kind === 'updated' || kind === 'removed')) {
    const backup = (await isOfSameExport(`${path}.bak`, existing)) ? `${path}.bak` : await freeBackup(path)
    await writeNamedFile(backup, existing, `${shown}.bak`)
  }
  await writeNamedFile(path, text, shown)
}

/**
 * Replaces the whole of a file, which is kept beside it under a name that nothing has yet (`<name>.bak`,
 * `<name>.2.bak`): it may be the only copy of what the reader wrote. Rejects as `updateExportedFile` does.
 */
export async function replaceExportedFile(path: string, existing: string, text: string, shown: string = path) {
  if (text === existing) return
  await refuseChanged(path, existing, shown)
  await writeNamedFile(await freeBackup(path), existing, `${shown}.bak`)
  await writeNamedFile(path, text, shown)
}

async function freeBackup(path: string): Promise<string> {
  let backup = `${path}.bak`
  for (let number = 2; await isThere(backup); number++) backup = `${path}.${number}.bak`
  return backup
}

/** Whether a file is an export of the same report by the same template. Another may be all that is left of the reader's words. */
async function isOfSameExport(path: string, existing: string): Promise<boolean> {
  const told = await readExportedFile(path).then(identifyExport, () => null)
  return told !== null && isDeepStrictEqual(told, identifyExport(existing))
}

/** Whether a name is taken, by a file or by anything else. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The reader may have the file open in another program and have saved it while we were at work. */
async function refuseChanged(path: string, existing: string, shown: string): Promise<void> {
  if ((await readExportedFile(path, shown)) !== existing)
    throw new LibraryError(`${shown} 刚刚被别的程序改动过，没有写入。请再导出一次。`)
}
