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

const zhRelative = new Intl.RelativeTimeFormat('zh-CN', { numeric: 'auto' })
const enRelative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** Numbers, dates and times as Chinese readers write them. */
export const zhFormats = {
  number: (value: number) => zhNumbers.format(value),
  percent: (part: number) => percents.format(part),
  time: (moment: Date) => zhClock.format(moment),
  moment: (moment: Date) => zhMoments.format(moment),
  /** 今天, 昨天, else the day. */
  dayFrom: (moment: Date, now: Date) => formatDayFrom(zhRelative, zhDays, moment, now),
  /** The size of a file: 12 kB. */
  size: (bytes: number) => formatSize('zh-CN', bytes),
  /** `2024-01-04` → 2024年1月4日. */
  day: (iso: string) => formatDay(zhDays, iso),
} as const

/** Numbers, dates, times and plurals as English readers write them. */
export const enFormats = {
  number: (value: number) => enNumbers.format(value),
  percent: (part: number) => percents.format(part),
  time: (moment: Date) => enClock.format(moment),
  moment: (moment: Date) => enMoments.format(moment),
  /** today, yesterday, else the day. */
  dayFrom: (moment: Date, now: Date) => formatDayFrom(enRelative, enDays, moment, now),
  size: (bytes: number) => formatSize('en', bytes),
  day: (iso: string) => formatDay(enDays, iso),
  /** `1 note`, `2 notes`. */
  count: (value: number, one: string, other: string) =>
    `${enNumbers.format(value)} ${enPlurals.select(value) === 'one' ? one : other}`,
} as const

/** Where a clock that is ahead wrote a time of tomorrow, that is the day that is said. */
function formatDayFrom(relative: Intl.RelativeTimeFormat, days: Intl.DateTimeFormat, moment: Date, now: Date): string {
  const ago = Math.round((noonOf(now) - noonOf(moment)) / (24 * 60 * 60 * 1000))
  return ago === 0 || ago === 1 ? relative.format(-ago, 'day') : days.format(moment)
}

function noonOf(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate(), 12).getTime()
}

function formatSize(language: string, bytes: number): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1_000_000] as const)
  // What is there at all is not nothing.
  const shown = unit === 'kilobyte' ? Math.ceil(size) : size
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(shown)
}

/** A date without a time is that day everywhere: it is read and written in the same time zone. */
function formatDay(format: Intl.DateTimeFormat, iso: string): string {
  const day = new Date(`${iso}T12:00:00`)
  // What is no day of the calendar, or a year alone, is left as it is written; Date would make another day of it.
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  const same = parts.map((part) => String(part).padStart(2, '0')).join('-') === iso
  return same ? format.format(day) : iso
}
