import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isMissing } from './node-errors.ts'
import type { ReportRecord } from './records.ts'

/** An original with its bytes; null where the file is gone from the folder. */
export type ReadOriginal = ReportRecord['originals'][number] & { readonly bytes: Uint8Array | null }

/** Reads the files that a report was imported from, out of its folder. */
export function readOriginals(folder: string, { originals }: ReportRecord): Promise<ReadOriginal[]> {
  return Promise.all(
    originals.map(async (original) => {
      const bytes = await readFile(join(folder, basename(original.stored))).catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      })
      return { ...original, bytes }
    }),
  )
}
