import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exportFileName } from '../core/export/export-file-name.ts'
import { exportReport } from '../library/export-report.ts'
import type { Library } from '../library/library.ts'
import { chooseReports } from './choose-reports.ts'
import { CommandError } from './command.ts'
import { openForReading, readLibraryArguments } from './library-folder.ts'
import { writeNamedFile } from './write-file.ts'
import { writeOutput } from './write-output.ts'

/**
 * `export [REPORT…] --library DIR [--out DIR]`: highlights and notes as Markdown. One report goes to stdout where no
 * folder is given; several need one. Without a name, every report of the library is exported.
 */
export async function runExport(args: string[]): Promise<number> {
  const { values, positionals, library: folder } = readLibraryArguments(args, { out: { type: 'string' } })
  const library = await openForReading(folder)
  try {
    const ids = chooseReports(library, positionals)
    const now = new Date().toISOString()
    const { colorNames } = library.state
    const { out } = values as { out?: string }
    if (out) await exportInto(library, ids, out, now)
    else if (ids.length === 1 && ids[0])
      await writeOutput(exportReport(await library.openReport(ids[0]), now, colorNames))
    else throw new CommandError(`要导出 ${ids.length} 份报告，请用 --out DIR 指定文件夹。`, 2)
    return 0
  } finally {
    await library.close()
  }
}

async function exportInto(library: Library, ids: readonly string[], out: string, now: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const { colorNames } = library.state
  const taken = new Set<string>()
  for (const id of ids) {
    const opened = await library.openReport(id)
    const name = exportFileName(opened.report)
    // Two reports of the same name (two editions, say) are told apart by their id.
    const path = join(out, taken.has(name) ? name.replace(/\.md$/, ` ${id}.md`) : name)
    taken.add(name)
    await writeNamedFile(path, exportReport(opened, now, colorNames))
    await writeOutput(`${path}\n`)
  }
}
