import { stat } from 'node:fs/promises'
import type { ParseArgsConfig } from 'node:util'
import { Library } from '../library/library.ts'
import { directReader } from '../library/report-reader.ts'
import { LibraryBusyError } from '../library/writer-lock.ts'
import { CommandError } from './command.ts'
import { readOptions } from './read-options.ts'

/** Options and plain arguments of a command; `--library DIR` is one that has to be there. Throws a CommandError for wrong usage. */
export function readLibraryArguments<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  const parsed = readOptions(args, { ...options, library: { type: 'string' as const } })
  const { library } = parsed.values as { library?: string }
  if (!library) throw new CommandError('没有给出资料库：--library DIR。', 2)
  return { ...parsed, library }
}

/** Opens a library for writing. Throws a CommandError while the app has it open. */
export async function openForWriting(folder: string): Promise<Library> {
  try {
    return await Library.open({ folder, reader: directReader })
  } catch (error) {
    if (error instanceof LibraryBusyError) throw new CommandError(error.message, 1)
    throw error
  }
}

/** Opens a library for reading; that can be done while the app writes to it. */
export async function openForReading(folder: string): Promise<Library> {
  const there = await stat(folder).catch(() => null)
  if (!there?.isDirectory()) throw new CommandError(`没有这个资料库：${folder}`, 1)
  return Library.open({ folder, reader: directReader, readOnly: true })
}
