import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isBodyBlock } from '../core/report/reading-view.ts'
import type { Diagnostic } from '../core/report/report.ts'
import { foldKey } from '../core/text/fold.ts'
import { ImportError } from '../library/importers/import-error.ts'
import { importerFor } from '../library/importers/importer-for.ts'
import { directReader, type ReadFile } from '../library/report-reader.ts'
import { CommandError } from './command.ts'
import { reportFailure } from './read-files.ts'
import { readOptions } from './read-options.ts'
import { writeOutput } from './write-output.ts'

/** What is counted of one file. `terms` are the entries that explain a term, `found` those of them in the body. */
interface FileStats {
  /** Path from the folder. */
  readonly file: string
  readonly isReport: boolean
  readonly heading: string | null
  readonly entries: number
  readonly terms: number
  readonly found: number
  readonly diagnostics: readonly Diagnostic[]
  /** Reading, importing and parsing. */
  readonly milliseconds: number
}

/**
 * `stats DIR [--terms] [--json]`: what the parser makes of a folder of reports, and what it is unsure of. With `--terms`
 * also each report with a glossary heading, the one with the smallest share of terms in its own body first. Exit code 1
 * where a file could not be read; other formats are passed over and counted.
 */
export async function runStats(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, terms: { type: 'boolean' } })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new CommandError('请给出一个文件夹。', 2)
  const paths = await listFiles(folder)
  const importable = paths.filter((path) => importerFor(path) !== null)
  const files: FileStats[] = []
  for (const path of importable) {
    const began = performance.now()
    try {
      const file = await directReader.readFile(path)
      files.push(countFile(relative(folder, path), file, performance.now() - began))
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      reportFailure(path, error)
    }
  }
  const failed = importable.length - files.length
  const summary = summarise(files, paths.length - importable.length, failed)
  const listed = values.terms ? listTerms(files) : undefined
  if (values.json) await writeOutput(`${JSON.stringify({ ...summary, ...(listed && { glossaries: listed }) })}\n`)
  else await writeOutput(toListing(summary, listed ?? []))
  return failed > 0 ? 1 : 0
}

async function listFiles(folder: string): Promise<string[]> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new CommandError(`找不到文件夹：${folder}`, 1)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function countFile(file: string, { imported, report }: ReadFile, milliseconds: number): FileStats {
  // Block by block: a term does not run from one into the next.
  const body = report.blocks
    .filter(isBodyBlock)
    .map(({ start, end }) => foldKey(imported.text.slice(start, end)))
    .join('\n')
  const terms = report.glossary.entries.flatMap(({ term }) => (term === null ? [] : [foldKey(term)]))
  return {
    file,
    isReport: report.diagnostics.every(({ code }) => code !== 'not-a-report'),
    heading: report.glossary.heading,
    entries: report.glossary.entries.length,
    terms: terms.length,
    found: terms.filter((term) => body.includes(term)).length,
    diagnostics: report.diagnostics,
    milliseconds,
  }
}

function summarise(files: readonly FileStats[], passedOver: number, failed: number) {
  const sum = (count: (file: FileStats) => number): number => files.reduce((total, file) => total + count(file), 0)
  const terms = sum((file) => file.terms)
  const found = sum((file) => file.found)
  const times = files.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    files: files.length,
    passedOver,
    failed,
    reports: files.filter(({ isReport }) => isReport).length,
    withGlossary: files.filter(({ entries }) => entries > 0).length,
    entries: sum(({ entries }) => entries),
    terms,
    found,
    share: shareOf(found, terms),
    milliseconds: {
      total: round(sum(({ milliseconds }) => milliseconds)),
      median: round(times[Math.floor(times.length / 2)] ?? 0),
      max: round(times.at(-1) ?? 0),
    },
    doubtful: files
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ file, diagnostics }) => ({ file, reasons: diagnostics })),
  }
}

/** The reports with a glossary heading, the smallest share first; those whose entries name no term last. */
function listTerms(files: readonly FileStats[]) {
  return files
    .filter(({ heading }) => heading !== null)
    .map(({ file, entries, terms, found }) => ({ file, entries, terms, found, share: shareOf(found, terms) }))
    .sort((a, b) => (a.share ?? 2) - (b.share ?? 2) || (a.file < b.file ? -1 : 1))
}

/** Null where there is nothing to share out. */
function shareOf(found: number, terms: number): number | null {
  return terms === 0 ? null : Math.round((found / terms) * 10_000) / 10_000
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}

function toListing(summary: ReturnType<typeof summarise>, glossaries: ReturnType<typeof listTerms>): string {
  const { milliseconds: time, share } = summary
  const lines = [
    `文件：${summary.files} 个，其中报告 ${summary.reports} 篇`,
    `跳过：${summary.passedOver} 个（不支持的格式）`,
    ...(summary.failed > 0 ? [`读取失败：${summary.failed} 个`] : []),
    `有名词解释：${summary.withGlossary} 篇，共 ${summary.entries} 条`,
    ...(share === null ? [] : [`术语在正文中逐字出现：${summary.found} / ${summary.terms}（${toPercent(share)}）`]),
    `用时：共 ${time.total} 毫秒，每个文件中位数 ${time.median}，最长 ${time.max}`,
    `存疑：${summary.doubtful.length} 个`,
    ...summary.doubtful.flatMap(({ file, reasons }) => [
      `  ${file}`,
      ...reasons.map(({ message }) => `    ${message}`),
    ]),
    ...(glossaries.length > 0 ? ['名词解释（比例\t出现\t条数\t文件）：'] : []),
    ...glossaries.map((each) => {
      const part = each.share === null ? '—' : toPercent(each.share)
      return `  ${part}\t${each.found}/${each.terms}\t${each.entries}\t${each.file}`
    }),
  ]
  return `${lines.join('\n')}\n`
}

function toPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
