import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'

const MARKER = 'meipi-complete.json'
const markerSchema = z.object({ files: z.record(z.string(), z.number()) })

/** Writes down the size of every file in `folder`, as the last act of making it. */
export async function markComplete(folder: string): Promise<void> {
  const files: Record<string, number> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files[relative(folder, path)] = (await stat(path)).size
  }
  await writeFile(join(folder, MARKER), JSON.stringify({ files }))
}

/** Whether `folder` was made to its end and still has every file in its size; false also when there is none. */
export async function isComplete(folder: string): Promise<boolean> {
  try {
    const marker = markerSchema.parse(JSON.parse(await readFile(join(folder, MARKER), 'utf8')))
    const files = Object.entries(marker.files)
    if (files.length === 0) return false
    for (const [name, size] of files) if ((await stat(join(folder, name))).size !== size) return false
    return true
  } catch {
    return false
  }
}
