import type { FileHandle } from 'node:fs/promises'
import { stat } from 'node:fs/promises'
import { isMissing } from './node-errors.ts'

/**
 * What tells a file from the one that had its name before: size, time of change in nanoseconds, and number on the disk.
 * A program that replaces it or writes in it changes one of them; that it did is then decided by the content.
 */
export type FileStamp = string

/** The stamp of a file; null where there is none. */
export async function fileStamp(path: string): Promise<FileStamp | null> {
  try {
    return show(await stat(path, { bigint: true }))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The stamp of a file that is open. A rename does not change it. */
export async function handleStamp(file: FileHandle): Promise<FileStamp> {
  return show(await file.stat({ bigint: true }))
}

function show({ size, mtimeNs, ino }: { size: bigint; mtimeNs: bigint; ino: bigint }): FileStamp {
  return `${size}@${mtimeNs}#${ino}`
}
