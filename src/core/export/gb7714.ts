import type { ReportMetadata } from '../report/report.ts'
import { describeReport } from './export-file-name.ts'

export interface CitationOptions {
  /** Whom the reference names first: the government that reports, or the person who delivered the report. */
  readonly author: 'government' | 'speaker'
  /**
   * Editions of the standard differ in their marks: that of 2025, in force since 1 July 2026, sets Chinese colons, commas
   * and parentheses; that of 2015, which many journals still ask for, is mostly set with half-width ones.
   */
  readonly edition: '2015' | '2025'
  /** Number in the list of references; none where null. */
  readonly number: number | null
  /** Where the text was taken from; a printed report where null. */
  readonly online: { readonly url: string /** YYYY-MM-DD. */; readonly accessed: string } | null
}

interface Marks {
  readonly colon: string
  readonly comma: string
  readonly open: string
  readonly close: string
}

const MARKS: Readonly<Record<CitationOptions['edition'], Marks>> = {
  '2015': { colon: ': ', comma: ', ', open: '(', close: ')' },
  '2025': { colon: '：', comma: '，', open: '（', close: '）' },
}

/** What a report of the central government has for a region. */
const STATE_COUNCIL = '国务院'

/**
 * A report as a reference by GB/T 7714, numeric style: a report, `[R]` or, from the web, `[R/OL]`.
 *
 *     [1] 云汀市人民政府. 政府工作报告：2025年1月8日在云汀市第十届人民代表大会第四次会议上[R]. 云汀市：云汀市人民政府，2025.
 *     [2] 沈禾清. 政府工作报告[R/OL]. （2025-01-08）[2025-02-01]. https://example.org/report.html.
 *
 * The meeting is other title information, as it stands below the title in print. What is not known is said to be so
 * where the standard asks for it (place, publisher), and left out elsewhere.
 */
export function citeReport(report: ReportMetadata, options: CitationOptions): string {
  const { number, online } = options
  const marks = MARKS[options.edition]
  const author = authorOf(report, options)
  const parts = [
    ...(author === null ? [] : [author]),
    `${titleOf(report, marks)}[${online === null ? 'R' : 'R/OL'}]`,
    ...(online === null ? [publicationOf(report, marks)] : [datesOf(report, online.accessed, marks), online.url]),
  ]
  return `${number === null ? '' : `[${number}] `}${parts.filter((part) => part !== '').join('. ')}.`
}

function authorOf(report: ReportMetadata, { author }: CitationOptions): string | null {
  const government = governmentOf(report)
  const speaker = report.speaker === null ? null : toLine(report.speaker)
  return author === 'speaker' ? (speaker ?? government) : (government ?? speaker)
}

/** The government of a region; a development zone has an administrative committee, a street an office. */
function governmentOf({ region }: ReportMetadata): string | null {
  if (region === null || region === STATE_COUNCIL) return region
  if (/(?:开发区|园区|示范区|试验区|管理区)$/.test(region)) return `${region}管理委员会`
  return region.endsWith('街道') ? `${region}办事处` : `${region}人民政府`
}

function titleOf(report: ReportMetadata, { colon }: Marks): string {
  const title = report.title === null ? describeReport(report) : toLine(report.title)
  const date = dateInWords(report.delivered)
  const isTold = report.meeting !== null && title.includes(report.meeting)
  return report.meeting === null || date === null || isTold ? title : `${title}${colon}${date}在${report.meeting}上`
}

/** 2025-01-08 → 2025年1月8日 */
function dateInWords(date: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '') ?? []
  return year === undefined ? null : `${year}年${Number(month)}月${Number(day)}日`
}

function publicationOf(report: ReportMetadata, { colon, comma }: Marks): string {
  const year = report.delivered?.slice(0, 4) ?? report.year
  const place = report.region === STATE_COUNCIL ? '北京' : (report.region ?? '[出版地不详]')
  const publisher = governmentOf(report) ?? '[出版者不详]'
  return `${place}${colon}${publisher}${year === null ? '' : `${comma}${year}`}`
}

function datesOf({ delivered }: ReportMetadata, accessed: string, { open, close }: Marks): string {
  return `${delivered === null ? '' : `${open}${delivered}${close}`}[${accessed}]`
}

function toLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
