import { type EntryChange, identifyExport, type MergedMarkdown } from '../core/export/merge-markdown.ts'
import { readExportedFile, updateExportedFile } from '../library/exports/exported-file.ts'
import type { Library } from '../library/library.ts'
import type { ReportExporter } from '../library/report-exporter.ts'
import { chooseReports } from './choose-reports.ts'
import { CommandError } from './command.ts'
import { writeOutput } from './write-output.ts'

/** A file that is to be brought up to date, and how. */
export interface FileUpdate {
  readonly path: string
  readonly deletedAs: 'strike' | 'remove'
  /** Whether the changes are only told. */
  readonly isTrial: boolean
}

/** The values of the options that ask for it. */
export interface UpdateValues {
  readonly update?: string
  readonly deleted?: string
  readonly 'dry-run'?: boolean
  readonly out?: string
}

/** What was asked for; null where no file is to be brought up to date. Throws a CommandError. */
export function readUpdate({ update, deleted, 'dry-run': isTrial = false, out }: UpdateValues): FileUpdate | null {
  if (update === undefined) {
    if (deleted === undefined && !isTrial) return null
    throw new CommandError('--deleted 和 --dry-run 要和 --update FILE 一起用。', 2)
  }
  if (out !== undefined) throw new CommandError('--update 和 --out 只能用一个。', 2)
  if (deleted === undefined || deleted === 'strike' || deleted === 'remove')
    return { path: update, deletedAs: deleted ?? 'strike', isTrial }
  throw new CommandError('--deleted 后面写 strike（划去）或 remove（删除）。', 2)
}

/**
 * Brings one file up to date and tells what that changes. The report is the one that the file names, where none is named
 * on the command line. Where lines of the file are replaced, the file as it was is kept beside it as `<name>.bak`.
 */
export async function updateFile(
  { path, deletedAs, isTrial }: FileUpdate,
  library: Library,
  names: readonly string[],
  exporterFor: (template: string) => Promise<ReportExporter>,
): Promise<number> {
  const existing = await readExportedFile(path)
  const told = identifyExport(existing)
  if (names.length > 1 || (names.length === 0 && told === null))
    throw new CommandError(`请写出 ${path} 是哪一份报告的笔记（只写一份）。`, 2)
  const [id = ''] = chooseReports(library, names.length > 0 ? names : [told?.reportId ?? ''])
  const exporter = await exporterFor(told?.kind ?? 'obsidian')
  const merged = await exporter.update(id, existing, deletedAs)
  await writeOutput(describeChanges(merged))
  if (isTrial) await writeOutput('（只是预览，没有写入文件。）\n')
  else await updateExportedFile(path, existing, merged)
  return 0
}

const SAID: Readonly<Record<EntryChange['kind'], string>> = {
  added: '新增',
  updated: '更新',
  removed: '已删除',
  kept: '未变',
}

/** A line of counts, then each change: what goes after `-`, what comes after `+`. */
function describeChanges({ changes, fields, terms }: MergedMarkdown): string {
  const kinds = ['added', 'updated', 'removed', 'kept'] as const
  const counts = kinds.map((kind) => `${SAID[kind]} ${changes.filter((change) => change.kind === kind).length}`)
  const lines = changes
    .filter(({ kind }) => kind !== 'kept')
    .flatMap(({ kind, blockId, before, after }) => [
      `${SAID[kind]} ${blockId}`,
      ...mark('-', before),
      ...mark('+', after),
    ])
  const fieldLines = fields.flatMap(({ key, before, after }) => [
    `属性 ${key}`,
    ...mark('-', before ?? undefined),
    ...mark('+', after),
  ])
  const termLines = terms.map((term) => `新增术语 ${term}`)
  return `${[counts.join('，'), ...lines, ...fieldLines, ...termLines].join('\n')}\n`
}

function mark(sign: '-' | '+', text: string | undefined): string[] {
  if (text === undefined) return []
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `  ${sign} ${line}`)
}
