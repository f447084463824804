import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { parseConflictCopy } from './conflict-copy-name.ts'
import { TEMPORARY_NAME } from './durable-json-file.ts'
import type { FolderAccess } from './folder-access.ts'
import { namesIn } from './folder-names.ts'
import { LibraryError } from './library-error.ts'
import { isMissing } from './node-errors.ts'
import { NewerSchemaError, parseRecord, type RecordForm } from './record-form.ts'
import { syncFolder } from './synced-write.ts'

/** A record whose conflict copies are merged into it. */
export interface CopyTarget {
  /** The name of its file. */
  readonly file: string
  /** Merges what a copy holds; the disk has it then. Rejects when it is no such record, or a `LibraryError` says why not. */
  readonly absorb: (content: unknown) => Promise<void>
}

/** How long a temporary file is left alone that may be another computer's, in milliseconds. */
const TEMPORARY_LIFE = 60 * 60 * 1000

/** A target that takes copies in the form of its record, of this version or an earlier one. */
export function copyTarget<T extends { readonly schemaVersion: number }>(
  file: string,
  form: RecordForm<T>,
  absorb: (record: T) => Promise<void>,
): CopyTarget {
  return {
    file,
    absorb: async (content) => {
      const { record, version } = parseRecord(form, content)
      if (version > form.version) throw new NewerSchemaError(true)
      await absorb(record)
    },
  }
}

/** Whether a folder holds conflict copies of these files. */
export async function hasConflictCopies(folder: string, files: readonly string[]): Promise<boolean> {
  return (await namesIn(folder)).some((name) => parseConflictCopy(name, files) !== null)
}

/** What the conflict copies of a file hold, where nobody writes; one that cannot be read is left out. */
export async function readConflictCopies<T extends { readonly schemaVersion: number }>(
  folder: string,
  file: string,
  form: RecordForm<T>,
): Promise<T[]> {
  const copies: T[] = []
  for (const name of await namesIn(folder)) {
    if (parseConflictCopy(name, [file]) === null) continue
    const content = await readFile(join(folder, name), 'utf8').catch(() => '')
    await copyTarget(file, form, async (record) => {
      copies.push(record)
    })
      .absorb(parseJson(content))
      .catch(explain)
  }
  return copies
}

/**
 * Merges the conflict copies that synchronisers left in a folder, and moves each to bin/conflicts when the disk has what
 * it held. One that cannot be read stays where it is; both are told. What a process that was killed left half written
 * goes. Rejects only where the disk fails; nothing is lost then, and the next time goes on with it.
 */
export async function absorbConflictCopies(
  access: FolderAccess,
  folder: string,
  targets: readonly CopyTarget[],
): Promise<void> {
  if (access.readOnly) return
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    const copy = parseConflictCopy(
      name,
      targets.map(({ file }) => file),
    )
    const target = targets.find(({ file }) => file === copy?.of)
    if (target) await absorbCopy(access, path, target)
    else if (TEMPORARY_NAME.test(name)) await removeLeftover(path)
  }
}

async function absorbCopy(access: FolderAccess, path: string, { absorb }: CopyTarget): Promise<void> {
  let content: string
  try {
    content = await readFile(path, 'utf8')
  } catch (error) {
    // Another program was faster.
    if (isMissing(error)) return
    throw error
  }
  const problem = await absorb(parseJson(content)).then(() => null, explain)
  if (problem !== null) {
    access.onTrouble(path, `${problem}这份同步冲突副本没有合并，也没有移动。`, 'conflict-copy-left')
    return
  }
  const kept = await moveToConflicts(access, path)
  if (kept !== null) access.onTrouble(path, `这份同步冲突副本已经合并，原件移到了 ${kept}。`, 'conflict-copy')
}

/** Why a copy is left alone. An error of the disk is none of its own: it is thrown on. */
function explain(error: unknown): string {
  if (error instanceof LibraryError) return error.message
  if (error instanceof Error && error.name === 'ZodError') return '内容已损坏，无法读取。'
  throw error
}

/** What no JSON can be: no record has its form. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** Moves a copy to bin/conflicts, under a folder of the report's name; where it is there, inside the library. Null where it is gone. */
async function moveToConflicts({ paths, confirm }: FolderAccess, path: string): Promise<string | null> {
  await confirm()
  const from = parse(path)
  const folder = from.dir === paths.folder ? paths.conflicts : join(paths.conflicts, basename(from.dir))
  await mkdir(folder, { recursive: true })
  const taken = new Set(await namesIn(folder))
  let name = from.base
  for (let count = 2; taken.has(name); count++) name = `${from.name}-${count}${from.ext}`
  try {
    await rename(path, join(folder, name))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  await syncFolder(folder)
  await syncFolder(from.dir)
  return join(folder, name).slice(paths.folder.length + 1)
}

async function removeLeftover(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found && Date.now() - found.mtimeMs > TEMPORARY_LIFE) await rm(path, { force: true })
}
