import { ANNOTATION_FORMATS, type AnnotationFormat } from '../core/export/export-choice.ts'
import { type ImportedAnnotation, importAnnotations } from '../library/annotations-in.ts'
import { exportAnnotations } from '../library/annotations-out.ts'
import { readAnnotationFile } from '../library/exports/read-annotation-file.ts'
import { writeNamedFile } from '../library/exports/write-named-file.ts'
import { LibraryError } from '../library/library-error.ts'
import { chooseReports } from './choose-reports.ts'
import { CommandError } from './command.ts'
import { openForReading, openForWriting, readLibraryArguments } from './library-folder.ts'
import { writeOutput } from './write-output.ts'

/**
 * `annotations export [REPORT…] --library DIR [--format w3c|csv] [--tombstones] [--out FILE]`: highlights and notes for
 * other programs. `annotations import FILE… --library DIR`: W3C Web Annotations in again.
 */
export async function runAnnotations(args: string[]): Promise<number> {
  const [act, ...rest] = args
  if (act === 'export') return runExport(rest)
  if (act === 'import') return runImport(rest)
  throw new CommandError('请说明是 annotations export 还是 annotations import。', 2)
}

async function runExport(args: string[]): Promise<number> {
  const {
    values,
    positionals,
    library: folder,
  } = readLibraryArguments(args, {
    format: { type: 'string' },
    out: { type: 'string' },
    tombstones: { type: 'boolean' },
  })
  const { format: named = 'w3c', out, tombstones = false } = values as ExportOptions
  const format = ANNOTATION_FORMATS.find((each) => each === named)
  if (!format) throw new CommandError(`没有这种格式：${named}。可以用 ${ANNOTATION_FORMATS.join('、')}。`, 2)
  if (format === 'csv' && tombstones) throw new CommandError('表格里没有已删除的批注：--tombstones 只能用于 w3c。', 2)
  const library = await openForReading(folder)
  try {
    const content = await exportAnnotations(library, chooseReports(library, positionals), { format, tombstones })
    if (out === undefined) await writeOutput(content)
    else await writeNamedFile(out, content)
    return 0
  } catch (error) {
    if (error instanceof LibraryError) throw new CommandError(error.message, 1)
    throw error
  } finally {
    await library.close()
  }
}

interface ExportOptions {
  readonly format?: AnnotationFormat | string
  readonly out?: string
  readonly tombstones?: boolean
}

async function runImport(args: string[]): Promise<number> {
  const { positionals, library: folder } = readLibraryArguments(args, {})
  if (positionals.length === 0) throw new CommandError('没有给出文件。', 2)
  const library = await openForWriting(folder)
  try {
    let failed = false
    for (const path of positionals) {
      const outcomes = await importFrom(path, (file) => importAnnotations(library, file, new Date().toISOString()))
      if (outcomes === null) failed = true
      else failed = !(await tell(path, outcomes)) || failed
    }
    return failed ? 1 : 0
  } finally {
    await library.close()
  }
}

/** Null where the file cannot be read or is refused, which is said in one line. */
async function importFrom(
  path: string,
  take: (file: string) => Promise<readonly ImportedAnnotation[]>,
): Promise<readonly ImportedAnnotation[] | null> {
  try {
    return await take(await readAnnotationFile(path))
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
    process.stderr.write(`${path}：${error.message}\n`)
    return null
  }
}

const SAID: Readonly<Record<ImportedAnnotation['outcome'], string>> = {
  added: '新增',
  updated: '更新',
  same: '相同',
  older: '已有较新的',
  deleted: '在这里删除了',
  conflict: '两边都改过，都留下了',
  'no-report': '资料库里没有这份报告',
}

/** One line for the file, and one for each annotation that the reader has to look at. False where some were not taken. */
async function tell(path: string, outcomes: readonly ImportedAnnotation[]): Promise<boolean> {
  const counts = Object.entries(SAID).map(
    ([outcome, said]) => `${said} ${outcomes.filter((each) => each.outcome === outcome).length}`,
  )
  await writeOutput(`${path}\t${counts.join('，')}\n`)
  const told = outcomes.filter(({ outcome }) => outcome === 'conflict' || outcome === 'no-report')
  for (const { line, reportId, outcome } of told) await writeOutput(`${path}:${line}\t${SAID[outcome]}\t${reportId}\n`)
  const left = told.filter(({ outcome }) => outcome === 'no-report').length
  if (left > 0) process.stderr.write(`${path}：${left} 条批注没有导入，见上面各行。\n`)
  return left === 0
}
