import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { enFormats, zhFormats } from './formats.ts'

afterEach(() => void vi.unstubAllEnvs())

describe('a day', () => {
  it.each([
    ['2024-01-04', '2024年1月4日', '4 Jan 2024'],
    ['2024-12-31', '2024年12月31日', '31 Dec 2024'],
    ['2024-02-29', '2024年2月29日', '29 Feb 2024'],
    ['1979-06-18', '1979年6月18日', '18 Jun 1979'],
  ])('%s', (iso, zh, en) => {
    expect([zhFormats.day(iso), enFormats.day(iso)]).toEqual([zh, en])
  })

  it.each([
    '',
    '待定',
    '2024-13-01',
    '2024-00-10',
    '2024-01-32',
    '2024年1月4日',
    '2024-1-4',
    // Days that their month does not have, and dates without a day: a day that is not printed is not made up.
    '2024-02-30',
    '2023-02-29',
    '2024-04-31',
    '2024',
    '2024-01',
  ])('is left as it is where it is none: %j', (iso) => {
    expect([zhFormats.day(iso), enFormats.day(iso)]).toEqual([iso, iso])
  })

  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'is the same day for a reader in %s',
    async (zone) => {
      vi.resetModules()
      vi.stubEnv('TZ', zone)
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
      const there = await import('./formats.ts')
      expect(there.zhFormats.day('2024-01-04')).toBe('2024年1月4日')
      expect(there.enFormats.day('2024-12-31')).toBe('31 Dec 2024')
    },
  )

  it('is the day that is written, whatever the day', () => {
    const day = fc.date({ min: new Date('1949-10-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (moment) => {
        const iso = moment.toISOString().slice(0, 10)
        const [year, month, date] = iso.split('-').map(Number)
        expect(zhFormats.day(iso)).toBe(`${year}年${month}月${date}日`)
      }),
    )
  })
})

describe('a number', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [19476, '19,476', '19,476'],
    [1234567, '1,234,567', '1,234,567'],
  ])('%d', (value, zh, en) => {
    expect([zhFormats.number(value), enFormats.number(value)]).toEqual([zh, en])
  })

  it.each([
    [0, '0%'],
    [0.005, '1%'],
    [0.5, '50%'],
    [1, '100%'],
  ])('as a part of the whole: %d', (part, percent) => {
    expect([zhFormats.percent(part), enFormats.percent(part)]).toEqual([percent, percent])
  })

  it.each([
    [0, '0 notes'],
    [1, '1 note'],
    [2, '2 notes'],
    [21, '21 notes'],
    [1000, '1,000 notes'],
  ])('counts %d: %s', (value, counted) => {
    expect(enFormats.count(value, 'note', 'notes')).toBe(counted)
  })
})

describe('a day as it is said', () => {
  it.each<readonly [moment: readonly number[], zh: string, en: string]>([
    [[2026, 10, 23, 0, 1], '今天', 'today'],
    [[2026, 10, 23, 23, 59], '今天', 'today'],
    [[2026, 10, 22, 23, 59], '昨天', 'yesterday'],
    [[2026, 10, 21, 12, 0], '2026年11月21日', '21 Nov 2026'],
    [[2025, 10, 23, 12, 0], '2025年11月23日', '23 Nov 2025'],
    // A clock that is ahead.
    [[2026, 10, 24, 0, 0], '2026年11月24日', '24 Nov 2026'],
  ])('%j', ([year = 0, ...parts], zh, en) => {
    const [month = 0, day = 1, hour = 0, minute = 0] = parts
    const moment = new Date(year, month, day, hour, minute)
    const now = new Date(2026, 10, 23, 14, 2)
    expect([zhFormats.dayFrom(moment, now), enFormats.dayFrom(moment, now)]).toEqual([zh, en])
  })
})

describe('the size of a file', () => {
  it.each([
    [1, '1 kB'],
    [12_345, '13 kB'],
    [999_000, '999 kB'],
    [1_250_000, '1.3 MB'],
  ])('%d', (bytes, said) => {
    expect([zhFormats.size(bytes), enFormats.size(bytes)].map((size) => size.replace('\u00a0', ' '))).toEqual([
      said,
      said,
    ])
  })
})

describe('a time', () => {
  it.each([
    ['midnight', 0, 5, '00:05'],
    ['the morning', 9, 30, '09:30'],
    ['noon', 12, 0, '12:00'],
    ['the evening', 23, 59, '23:59'],
  ])('of %s is that of a clock with 24 hours', (_when, hours, minutes, time) => {
    const moment = new Date(2024, 0, 4, hours, minutes)
    expect([zhFormats.time(moment), enFormats.time(moment)]).toEqual([time, time])
    expect(zhFormats.moment(moment)).toBe(`2024年1月4日 ${time}`)
    expect(enFormats.moment(moment)).toBe(`4 Jan 2024, ${time}`)
  })
})
