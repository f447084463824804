import { type CitedReport, nameReport } from './describe-source.ts'
import { escapeInline, toParagraphs } from './markdown-escape.ts'
import { toReportLink } from './meipi-link.ts'

/** An entry of a report's glossary, as a copy names it. */
export interface CitedEntry {
  /** Null where the library does not have the report any more. */
  readonly report: (CitedReport & { readonly id: string }) | null
  /** Number of the entry; null where the glossary has none. */
  readonly number: string | null
}

/** Who gives a definition: an entry of a report, or the reader, who may have it from one. */
export type CopiedSource =
  | ({ readonly by: 'report' } & CitedEntry)
  | { readonly by: 'reader'; readonly cited: CitedEntry | null }

/** One wording of a definition with all who give it; at least one does. */
export interface CopiedWording {
  readonly definition: string
  readonly sources: readonly CopiedSource[]
}

/** Sources of one wording that are named. Some terms stand in a hundred glossaries word for word. */
const MOST_NAMED = 5

/**
 * A term as Markdown that can be pasted anywhere: the term, and each wording of its definition as a quote that ends with
 * who gives it. Ends without a line break.
 *
 *     **五源共治**
 *
 *     > 对工业源、农业源、生活源、移动源、扬尘源协同治理。
 *     >
 *     > ——2025年云汀市政府工作报告（2025-01-08），名词解释 4 · [打开报告](meipi://report/…)
 */
export function copyTerm(term: string, wordings: readonly CopiedWording[]): string {
  return [`**${escapeInline(term)}**`, ...wordings.map(toQuote)].join('\n\n')
}

function toQuote({ definition, sources }: CopiedWording): string {
  const paragraphs = toParagraphs(definition)
  const named = sources.slice(0, MOST_NAMED).map(toSourceLine)
  const more = sources.length - named.length
  return `> ${[
    ...(paragraphs.length > 0 ? paragraphs : ['没有给出解释。']),
    ...named,
    ...(more > 0 ? [`——另有 ${more} 处给出同样的解释`] : []),
  ].join('\n>\n> ')}`
}

function toSourceLine(source: CopiedSource): string {
  if (source.by === 'report') return `——${toCitation(source)}`
  return source.cited === null ? '——我的释义' : `——我的释义，引自 ${toCitation(source.cited)}`
}

function toCitation({ report, number }: CitedEntry): string {
  const entry = escapeInline(number === null ? '名词解释' : `名词解释 ${number}`)
  if (report === null) return `已不在资料库中的报告，${entry}`
  return `${escapeInline(nameReport(report))}，${entry} · [打开报告](${toReportLink(report.id)})`
}
