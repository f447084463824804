import { readFile, stat } from 'node:fs/promises'
import { type EntryChange, identifyExport, type MergedMarkdown } from '../core/export/merge-markdown.ts'
import type { Library } from '../library/library.ts'
import type { ReportExporter } from '../library/report-exporter.ts'
import { chooseReports } from './choose-reports.ts'
import { CommandError } from './command.ts'
import { writeNamedFile } from './write-file.ts'
import { writeOutput } from './write-output.ts'

/** Bytes of a file that is brought up to date: far more than a report's notes can be. */
const LARGEST = 64 * 1024 * 1024

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
  const existing = await readExported(path)
  const told = identifyExport(existing)
  if (names.length > 1 || (names.length === 0 && told === null))
    throw new CommandError(`请写出 ${path} 是哪一份报告的笔记（只写一份）。`, 2)
  const [id = ''] = chooseReports(library, names.length > 0 ? names : [told?.reportId ?? ''])
  const exporter = await exporterFor(told?.kind ?? 'obsidian')
  const merged = await exporter.update(id, existing, deletedAs)
  await writeOutput(describeChanges(merged))
  if (isTrial) await writeOutput('（只是预览，没有写入文件。）\n')
  else if (merged.text !== existing) await replaceFile(path, existing, merged)
  return 0
}

async function readExported(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new CommandError(`找不到这个文件：${path}`, 1)
  if (found.size > LARGEST) throw new CommandError(`文件太大，没有改动：${path}`, 1)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`文件不是 UTF-8 编码，没有改动：${path}`, 1)
    throw error
  }
}

async function replaceFile(path: string, existing: string, { text, changes }: MergedMarkdown): Promise<void> {
  // The reader may have the file open in another program and have saved it while we were at work.
  if ((await readExported(path)) !== existing)
    throw new CommandError(`${path} 刚刚被别的程序改动过，没有写入。请再运行一次。`, 1)
  if (changes.some(({ kind }) => kind === 'updated' || kind === 'removed'))
    await writeNamedFile(`${path}.bak`, existing)
  await writeNamedFile(path, text)
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
