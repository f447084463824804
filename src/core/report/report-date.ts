import { parseAnyNumber } from '../text/chinese-number.ts'

/** A date as a report prints it; month and day may be missing. */
export interface ReportDate {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  /** Where it stands in the text it was read from. */
  readonly at: number
  readonly end: number
}

const NUMERAL = '[0-9０-９〇○零一二三四五六七八九十Oo]'
const DATE = new RegExp(`(?:(${NUMERAL}{4})年)?(${NUMERAL}{1,3})月(?:(${NUMERAL}{1,3})日)?`, 'g')

/** The first date in a text without white space: 2024年1月4日, 二〇一〇年一月二十五日, 12月22日, 2023年1月. Null where there is none. */
export function readDate(text: string): ReportDate | null {
  for (const match of text.matchAll(DATE)) {
    const [all, yearText, monthText = '', dayText] = match
    const year = yearText === undefined ? null : parseAnyNumber(yearText)
    const month = parseAnyNumber(monthText)
    const day = dayText === undefined ? null : parseAnyNumber(dayText)
    if (month === null || month < 1 || month > 12 || (day !== null && (day < 1 || day > daysOf(year, month)))) continue
    if (year !== null && (year < 1949 || year > 2100)) continue
    return { year, month, day, at: match.index, end: match.index + all.length }
  }
  return null
}

/** YYYY-MM-DD; null where year or day is not printed. */
export function toIsoDate(date: ReportDate): string | null {
  if (date.year === null || date.day === null) return null
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
}

/** Days of a month; in a year that is not printed February may have 29. */
function daysOf(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}
