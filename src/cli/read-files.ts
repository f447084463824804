import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { parseReport } from '../core/report/parse-report.ts'
import type { Report } from '../core/report/report.ts'
import { MAX_IMPORT_BYTES } from '../library/importers/decode-text.ts'
import { ImportError } from '../library/importers/import-error.ts'
import type { ImportedText } from '../library/importers/importer.ts'
import { importFile } from '../library/importers/importer-for.ts'
import { CommandError } from './command.ts'

/** A file as imported and parsed. */
export interface ReadFile {
  readonly path: string
  readonly imported: ImportedText
  readonly report: Report
}

/** Options and file names of a command that reads files. Throws a CommandError for unknown options and no file. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true })
    if (parsed.positionals.length === 0) throw new CommandError('没有给出文件。', 2)
    return parsed
  } catch (error) {
    if (error instanceof CommandError) throw error
    // node:util names the option in quotes; the rest of its sentence is for programmers.
    const option = error instanceof Error ? /'(-[^' ]+)/.exec(error.message)?.[1] : undefined
    throw new CommandError(option === undefined ? '参数不对。' : `不认识的选项：${option}`, 2)
  }
}

/** Reads and parses files one by one; one that fails is named on stderr and left out. */
export async function* readFiles(
  paths: readonly string[],
  onFailure: (path: string, error: ImportError) => void,
): AsyncGenerator<ReadFile> {
  for (const path of paths) {
    try {
      const imported = await importPath(path)
      yield { path, imported, report: parseReport(imported.text, imported.hints) }
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

async function importPath(path: string): Promise<ImportedText> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) throw new ImportError('folder')
    if (about.size > MAX_IMPORT_BYTES) throw new ImportError('too-large')
    return importFile(await readFile(path), basename(path))
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError(toProblem(error), error)
  }
}

function toProblem(error: unknown): 'missing' | 'unreadable' | 'failed' {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  return code === 'EACCES' || code === 'EPERM' ? 'unreadable' : 'failed'
}
