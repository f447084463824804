import { basename } from 'node:path'
import type { ImportOutcome, ImportProgress } from '../core/library-view.ts'
import type { Library } from '../library/library.ts'

/** A file to be imported: by its path, or with its bytes where it was dropped on the page. */
export type ImportSource = string | { readonly name: string; readonly bytes: Uint8Array }

/** Who waits for an import. */
export interface ImportWatcher {
  /** How far it is, before each file; null when it is over. Not called for one file alone. */
  readonly onProgress: (progress: ImportProgress | null) => void
  /** Asked before each file; those that are left are then not read. */
  readonly isCancelled: () => boolean
}

/** Imports files one after another; each has its outcome, in their order. Never rejects. */
export async function importFiles(
  library: Pick<Library, 'importFile' | 'importBytes'>,
  sources: readonly ImportSource[],
  { onProgress, isCancelled }: ImportWatcher,
): Promise<readonly ImportOutcome[]> {
  const total = sources.length
  const tell = total > 1 ? onProgress : () => undefined
  const outcomes: ImportOutcome[] = []
  for (const source of sources) {
    const file = typeof source === 'string' ? basename(source) : source.name
    if (isCancelled()) {
      outcomes.push({ file, status: 'cancelled' })
      continue
    }
    tell({ done: outcomes.length, total, file })
    outcomes.push(
      await (typeof source === 'string' ? library.importFile(source, file) : library.importBytes(source.bytes, file)),
    )
  }
  tell(null)
  return outcomes
}
