import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './synced-write.ts'

/** One folder's way from a name to another. */
export interface FolderMove {
  readonly from: string
  readonly to: string
}

/**
 * Renames folders that belong together, one after another, each on the disk before the next. Rejects when one cannot be
 * renamed, after those before it were taken back.
 */
export async function moveFolders(moves: readonly FolderMove[]): Promise<void> {
  const done: FolderMove[] = []
  try {
    for (const move of moves) {
      await rename(move.from, move.to)
      done.push(move)
      for (const folder of new Set([dirname(move.to), dirname(move.from)])) await syncFolder(folder)
    }
  } catch (error) {
    // One that cannot be taken back stays whole under its new name; why the other failed is what the reader should hear.
    for (const { from, to } of done.reverse()) await rename(to, from).catch(() => undefined)
    throw error
  }
}
