import { readFile, stat } from 'node:fs/promises'
import { WEB_ANNOTATION_BOUNDS } from '../../core/export/web-annotation-schema.ts'
import { LibraryError } from '../library-error.ts'

/** The content of a file of annotations, before it is looked at. Rejects with a `LibraryError` where it is missing, too large or no UTF-8. */
export async function readAnnotationFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new LibraryError('找不到这个文件。')
  if (found.size > WEB_ANNOTATION_BOUNDS.file) throw new LibraryError('文件太大，没有导入。请分成几个文件再导入。')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) throw new LibraryError('文件不是 UTF-8 编码，没有导入。')
    throw error
  }
}
