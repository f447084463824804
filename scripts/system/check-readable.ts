import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMain } from './run-main.ts'

/**
 * The first of `paths`, or of what lies below them, that this process cannot read; undefined when it can read all.
 * Of a `node_modules` only the packages themselves are tried: there are too many files, and they share their fate.
 */
export function findUnreadable(paths: readonly string[], deep = true): string | undefined {
  for (const path of paths) {
    try {
      const isFolder = statSync(path).isDirectory()
      accessSync(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK)
      if (!isFolder || !deep) continue
      const inside = readdirSync(path).map((name) => join(path, name))
      const unreadable = findUnreadable(inside, !path.endsWith('node_modules'))
      if (unreadable) return unreadable
    } catch {
      return path
    }
  }
  return undefined
}

// Run as another user, with paths as arguments: prints the first that he cannot read, and is exit code 1 then.
if (isMain(import.meta.url)) {
  const unreadable = findUnreadable(process.argv.slice(2))
  if (unreadable) process.stdout.write(unreadable)
  process.exitCode = unreadable ? 1 : 0
}
