const zhNumbers = new Intl.NumberFormat('zh-CN')
const enNumbers = new Intl.NumberFormat('en')
const enPlurals = new Intl.PluralRules('en')
const percents = new Intl.NumberFormat('zh-CN', { style: 'percent' })
const zhClock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
const enClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const zhDays = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' })
const enDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
const zhMoments = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })
const enMoments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Numbers, dates and times as Chinese readers write them. */
export const zhFormats = {
  number: (value: number) => zhNumbers.format(value),
  percent: (part: number) => percents.format(part),
  time: (moment: Date) => zhClock.format(moment),
  moment: (moment: Date) => zhMoments.format(moment),
  /** `2024-01-04` → 2024年1月4日. */
  day: (iso: string) => formatDay(zhDays, iso),
} as const

/** Numbers, dates, times and plurals as English readers write them. */
export const enFormats = {
  number: (value: number) => enNumbers.format(value),
  percent: (part: number) => percents.format(part),
  time: (moment: Date) => enClock.format(moment),
  moment: (moment: Date) => enMoments.format(moment),
  day: (iso: string) => formatDay(enDays, iso),
  /** `1 note`, `2 notes`. */
  count: (value: number, one: string, other: string) =>
    `${enNumbers.format(value)} ${enPlurals.select(value) === 'one' ? one : other}`,
} as const

/** A date without a time is that day everywhere: it is read and written in the same time zone. */
function formatDay(format: Intl.DateTimeFormat, iso: string): string {
  const day = new Date(`${iso}T12:00:00`)
  // What is no day of the calendar, or a year alone, is left as it is written; Date would make another day of it.
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  const same = parts.map((part) => String(part).padStart(2, '0')).join('-') === iso
  return same ? format.format(day) : iso
}
