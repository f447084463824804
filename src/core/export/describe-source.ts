import { sectionAt } from '../annotation/section-path.ts'
import type { Report, ReportMetadata } from '../report/report.ts'
import { type SourceRange, toSourceOffset } from '../text/range.ts'
import { describeReport } from './export-file-name.ts'
import { findParagraphs } from './paragraph-number.ts'

/** A report as its name and date are cited. */
export interface CitedReport extends Pick<ReportMetadata, 'title' | 'region' | 'year' | 'delivered'> {
  /** Name of the report's file, which stands for a title that is not known. */
  readonly file: string
}

/** A report that was read, with the name of its file. */
export interface ReadReport {
  readonly report: Report
  readonly file: string
}

/** 2024年洪湖市政府工作报告（2024-01-04），“（三）坚定不移抓统筹”，第 21 段 */
export function describeSource({ report, file }: ReadReport, range: SourceRange): string {
  const headings = new Set([headingAt(report, range.start), headingAt(report, range.end - 1)])
  const span = findParagraphs(report.blocks, range)
  const paragraphs =
    span === null ? [] : [span.first === span.last ? `第 ${span.first} 段` : `第 ${span.first}–${span.last} 段`]
  return [nameReport({ ...report, file }), ...joinHeadings([...headings]), ...paragraphs].join('，')
}

/** The source of words whose place in the text at hand is in doubt: the report, and the heading that they stood under. */
export function describeFormerSource({ report, file }: ReadReport, sectionPath: readonly string[]): string {
  return [nameReport({ ...report, file }), ...joinHeadings([sectionPath.at(-1) ?? null]), '位置待核对'].join('，')
}

/** 2024年洪湖市政府工作报告（2024-01-04） */
export function nameReport(report: CitedReport): string {
  const title = report.title === null ? report.file.replace(/\.[^.]+$/, '') : describeReport(report)
  return `${toLine(title)}${report.delivered === null ? '' : `（${report.delivered}）`}`
}

/** The nearest heading above a place; null above the first one. The glossary stands under its own. */
function headingAt({ blocks, outline, glossary }: Report, at: number): string | null {
  const block = blocks.findLast(({ start }) => start <= at)
  if (block?.kind === 'glossaryEntry' || block?.kind === 'glossaryHeading')
    return glossary.heading?.replace(/[：:]\s*$/, '') ?? null
  return sectionAt(outline, toSourceOffset(at)).at(-1)?.text ?? null
}

/** “一、”至“二、”; nothing where there is no heading. */
function joinHeadings(headings: readonly (string | null)[]): readonly string[] {
  const quoted = headings.filter((heading) => heading !== null).map(quoteInside)
  return quoted.length > 0 ? [quoted.join('至')] : []
}

/** In quotation marks; those inside it become single ones (GB/T 15834). */
function quoteInside(words: string): string {
  return `“${toLine(words).replaceAll('“', '‘').replaceAll('”', '’')}”`
}

function toLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
