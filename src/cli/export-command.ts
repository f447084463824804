import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exportFileName } from '../core/export/export-file-name.ts'
import { writeNamedFile } from '../library/exports/write-named-file.ts'
import type { Library } from '../library/library.ts'
import { LibraryError } from '../library/library-error.ts'
import { ReportExporter } from '../library/report-exporter.ts'
import { startTemplateRenderer } from '../library/templates/template-renderer.ts'
import { chooseReports } from './choose-reports.ts'
import { CommandError } from './command.ts'
import { EXPORT_OPTIONS, type ExportValues, readCitation, readNamedTemplate, readScope } from './export-options.ts'
import { openForReading, readLibraryArguments } from './library-folder.ts'
import { readUpdate, type UpdateValues, updateFile } from './update-file.ts'
import { writeOutput } from './write-output.ts'

const TEMPLATE_WORKER = new URL('../library/templates/template-worker.ts', import.meta.url)

/**
 * `export [REPORT…] --library DIR [--out DIR]`: highlights and notes as Markdown. One report goes to stdout where no
 * folder is given; several need one. Without a name, every report of the library is exported. `--template` names
 * another form, `--color`, `--tag`, `--id`, `--created` and `--modified` choose among the annotations, `--cite` adds the
 * report's reference. `--update FILE` brings a file that was exported before up to date instead.
 */
export async function runExport(args: string[]): Promise<number> {
  const parsed = readLibraryArguments(args, {
    ...EXPORT_OPTIONS,
    out: { type: 'string' },
    update: { type: 'string' },
    deleted: { type: 'string' },
    'dry-run': { type: 'boolean' },
  })
  const values = parsed.values as ExportValues & UpdateValues & { out?: string }
  const update = readUpdate(values)
  const citation = readCitation(values)
  const library = await openForReading(parsed.library)
  const renderer = startTemplateRenderer(TEMPLATE_WORKER)
  try {
    const scope = readScope(values, library.state.colorNames)
    const exported = new Date().toISOString()
    const exporterFor = async (name: string) => {
      const template = await readNamedTemplate(parsed.library, values.template ?? name)
      return new ReportExporter({ library, renderer, template, exported, scope, citation, withTerms: true })
    }
    if (update) return await updateFile(update, library, parsed.positionals, exporterFor)
    await exportReports(library, chooseReports(library, parsed.positionals), values.out, await exporterFor('obsidian'))
    return 0
  } catch (error) {
    if (error instanceof LibraryError) throw new CommandError(error.message, 1)
    throw error
  } finally {
    await renderer.stop()
    await library.close()
  }
}

async function exportReports(
  library: Library,
  ids: readonly string[],
  out: string | undefined,
  exporter: ReportExporter,
): Promise<void> {
  if (out) await exportInto(library, ids, out, exporter)
  else if (ids.length === 1 && ids[0]) await writeOutput(await exporter.export(ids[0]))
  else throw new CommandError(`要导出 ${ids.length} 份报告，请用 --out DIR 指定文件夹。`, 2)
}

async function exportInto(
  library: Library,
  ids: readonly string[],
  out: string,
  exporter: ReportExporter,
): Promise<void> {
  await mkdir(out, { recursive: true })
  const taken = new Set<string>()
  for (const id of ids) {
    const name = exportFileName((await library.openReport(id)).report)
    // Two reports of the same name (two editions, say) are told apart by their id.
    const path = join(out, taken.has(name) ? name.replace(/\.md$/, ` ${id}.md`) : name)
    taken.add(name)
    await writeNamedFile(path, await exporter.export(id))
    await writeOutput(`${path}\n`)
  }
}
