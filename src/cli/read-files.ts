import type { ParseArgsConfig } from 'node:util'
import { ImportError } from '../library/importers/import-error.ts'
import { directReader, type ReadFile } from '../library/report-reader.ts'
import { CommandError } from './command.ts'
import { readOptions } from './read-options.ts'

/** A file as imported and parsed, with the path it was named by. */
export interface NamedFile extends ReadFile {
  readonly path: string
}

/** Options and file names of a command that reads files. Throws a CommandError for unknown options and no file. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  const parsed = readOptions(args, options)
  if (parsed.positionals.length === 0) throw new CommandError('没有给出文件。', 2)
  return parsed
}

/** Reads and parses files one by one; one that fails is named on stderr and left out. */
export async function* readFiles(
  paths: readonly string[],
  onFailure: (path: string, error: ImportError) => void,
): AsyncGenerator<NamedFile> {
  for (const path of paths) {
    try {
      yield { path, ...(await directReader.readFile(path)) }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      onFailure(path, error)
    }
  }
}

/** Names a file that failed on stderr: one line. */
export function reportFailure(path: string, error: ImportError): void {
  process.stderr.write(`${path}：${error.message}\n`)
}
