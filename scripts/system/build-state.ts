import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When what `out/` is built from was last changed, and when it was built; ms since 1970. */
export interface BuildState {
  readonly newestSource: number
  /** The oldest of the built files; 0 when one that must be there is not. */
  readonly oldestOutput: number
}

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const OUTPUTS = ['out/main', 'out/preload', 'out/renderer/index.html']

/** Looks at the files of the checkout in `root`. */
export function readBuildState(root: string): BuildState {
  // Folders count among the sources: theirs is the only time that changes when a file is removed.
  const sources = SOURCES.flatMap((name) => changeTimes(join(root, name), true))
  const outputs = OUTPUTS.map((name) => changeTimes(join(root, name), false))
  const complete = outputs.every((times) => times.length > 0)
  return { newestSource: Math.max(...sources), oldestOutput: complete ? Math.min(...outputs.flat()) : 0 }
}

/** Whether `out/` has to be built anew. */
export function isStale({ newestSource, oldestOutput }: BuildState): boolean {
  return newestSource >= oldestOutput
}

function changeTimes(path: string, countFolders: boolean): number[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || path.endsWith('.test.ts')) return []
  if (!found.isDirectory()) return [found.mtimeMs]
  const inside = readdirSync(path).flatMap((name) => changeTimes(join(path, name), countFolders))
  return countFolders ? [found.mtimeMs, ...inside] : inside
}
