import { chownSync, cpSync, existsSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { UnprivilegedUser } from '../unprivileged-user.ts'
import { findUnreadableFor } from './readable-by.ts'
import { say } from './say.ts'

/** Files under the names by which another user can read them. */
export interface LentFiles {
  /** Where the user reads the file that we call `path`; itself when he can read it. */
  nameOf(path: string): string
  /** Removes the copies. */
  remove(): void
}

/** Copies those of `files` (or folders) that `user` cannot read to a temporary folder of his, under the same base name. */
export async function lendFiles(user: UnprivilegedUser, files: readonly string[]): Promise<LentFiles> {
  const names = new Map<string, string>()
  let folder: string | undefined
  for (const file of new Set(files)) {
    // A file that is not there is the app's to complain about.
    if (!existsSync(file) || !(await findUnreadableFor(user, [file]))) continue
    folder ??= mkdtempSync(join(tmpdir(), 'meipi-files-'))
    // A folder for each: two files may have the same base name.
    const place = join(folder, String(names.size))
    mkdirSync(place)
    cpSync(file, join(place, basename(file)), { recursive: true, dereference: true })
    names.set(file, join(place, basename(file)))
    say(`用户 ${user.name} 无法读取 ${file}，已复制一份给他。`, `${user.name} cannot read ${file}: lent a copy.`)
  }
  if (folder) giveTo(user, folder)
  const remove = (): void => {
    process.off('exit', remove)
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  return { nameOf: (path) => names.get(path) ?? path, remove }
}

function giveTo(user: UnprivilegedUser, folder: string): void {
  chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lchownSync(join(entry.parentPath, entry.name), user.uid, user.gid)
}
