import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { importerFor } from '../library/importers/importer-for.ts'
import type { Library } from '../library/library.ts'
import { CommandError } from './command.ts'
import { openForWriting, readLibraryArguments } from './library-folder.ts'
import { writeOutput } from './write-output.ts'

/**
 * `import PATH… --library DIR`: files and folders, a line a file. What a folder holds that is no report is passed over
 * and said so; a file that was named and fails makes the exit code 1.
 */
export async function runImport(args: string[]): Promise<number> {
  const { positionals, library: folder } = readLibraryArguments(args, {})
  if (positionals.length === 0) throw new CommandError('没有给出文件或文件夹。', 2)
  const library = await openForWriting(folder)
  try {
    let failed = false
    for (const path of positionals) failed = !(await importPath(library, path)) || failed
    return failed ? 1 : 0
  } finally {
    await library.close()
  }
}

/** False where a file that was named could not be imported. */
async function importPath(library: Library, path: string): Promise<boolean> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false
  if (!isFolder) return importOne(library, path)
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  let done = true
  for (const file of files.sort()) {
    if (importerFor(file)) done = (await importOne(library, file)) && done
    else await writeOutput(`跳过\t${file}\t不支持的格式\n`)
  }
  return done
}

async function importOne(library: Library, path: string): Promise<boolean> {
  const outcome = await library.importFile(path, basename(path))
  if (outcome.status === 'failed') {
    process.stderr.write(`${path}：${outcome.problem.message}\n`)
    return false
  }
  if (outcome.status === 'cancelled') return false
  const said = outcome.status === 'imported' ? '导入' : '已有'
  await writeOutput(`${said}\t${path}\t${outcome.summary.id}\t${outcome.summary.title ?? ''}\n`)
  return true
}
