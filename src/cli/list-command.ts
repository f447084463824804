import type { ReportSummary } from '../core/library-view.ts'
import { openForReading, readLibraryArguments } from './library-folder.ts'
import { writeOutput } from './write-output.ts'

/** `list --library DIR [--json]`: the reports of a library. */
export async function runList(args: string[]): Promise<number> {
  const { values, library: folder } = readLibraryArguments(args, { json: { type: 'boolean' } })
  const library = await openForReading(folder)
  const { reports, notices } = library.state
  if (values.json) await writeOutput(`${JSON.stringify(reports.map(toRow), null, 1)}\n`)
  else for (const report of reports) await writeOutput(`${toLine(report)}\n`)
  for (const { path, message } of notices) process.stderr.write(`${path}：${message}\n`)
  await library.close()
  return 0
}

/** The fields that programs outside rely on. */
function toRow({ id, file, title, region, year, delivered, textHash, characters, terms, annotations }: ReportSummary) {
  return { id, file, title, region, year, delivered, textHash, characters, terms, annotations }
}

function toLine({ id, file, title, region, year, annotations }: ReportSummary): string {
  return [id, region ?? '', year ?? '', title ?? file, `${annotations} 批注`].join('\t')
}
