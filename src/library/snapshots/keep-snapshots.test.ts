import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEPT_DAYS, KEPT_WEEKLY_DAYS, snapshotsToDrop } from './keep-snapshots.ts'
import { parseSnapshotName, type SnapshotName, type SnapshotReason, snapshotName } from './snapshot-name.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = '2026-06-17T09:00:00.000Z'

function taken(daysAgo: number, reason: SnapshotReason = 'daily'): SnapshotName {
  const created = new Date(Date.parse(NOW) - daysAgo * DAY).toISOString()
  return { name: snapshotName(created, reason), created, reason }
}
const keptOf = (snapshots: readonly SnapshotName[], now = NOW) => {
  const dropped = new Set(snapshotsToDrop(snapshots, now).map(({ name }) => name))
  return snapshots.filter(({ name }) => !dropped.has(name))
}
const daysAgo = ({ created }: SnapshotName) => Math.round((Date.parse(NOW) - Date.parse(created)) / DAY)

describe('snapshotsToDrop', () => {
  it('keeps a week of days, two months of weeks, and months', () => {
    const everyDay = Array.from({ length: 200 }, (_, days) => taken(days))
    // 17 June 2026 is a Wednesday: Sundays were 3, 10, 17 days ago and so on.
    expect(keptOf(everyDay).map(daysAgo)).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6],
      ...[7, 10, 17, 24, 31, 38, 45, 52, 59],
      // 16 and 31 April, 31 March, 28 February, 31 January, 31 December.
      ...[62, 78, 109, 137, 168, 199],
    ])
  })

  it('keeps all of one day, and what was taken before a migration for ever', () => {
    const today = [taken(0), taken(0.1, 'asked'), taken(0.2, 'restore')]
    const old = [taken(400, 'migration'), taken(400.1), taken(400.2)]
    expect(keptOf([...today, ...old])).toEqual([...today, old[0], old[1]])
  })

  const snapshots = fc
    .uniqueArray(fc.integer({ min: 0, max: 500 * 24 }), { maxLength: 80 })
    .map((hours) => hours.map((each) => taken(each / 24)))

  it('never drops the last one, nor one of the last week; leaves one of each week and month that had one', () => {
    fc.assert(
      fc.property(snapshots, (all) => {
        const kept = keptOf(all)
        const last = [...all].sort((a, b) => (a.created < b.created ? 1 : -1))[0]
        if (last) expect(kept).toContain(last)
        for (const snapshot of all) {
          const age = (Date.parse(NOW) - Date.parse(snapshot.created)) / DAY
          const near = age < KEPT_DAYS ? 0 : age < KEPT_WEEKLY_DAYS ? 7 : 31
          const isNear = ({ created }: SnapshotName) =>
            Math.abs(Date.parse(created) - Date.parse(snapshot.created)) <= near * DAY
          expect(kept.some(isNear)).toBe(true)
        }
      }),
    )
  })

  it('comes to the same whether it is asked every day or once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), (days) => {
        let daily: SnapshotName[] = []
        for (let day = days; day >= 0; day--) {
          const snapshot = taken(day)
          daily = keptOf([...daily, snapshot], snapshot.created)
        }
        const weekly = daily.map(daysAgo).filter((age) => age < KEPT_WEEKLY_DAYS)
        const once = keptOf(Array.from({ length: days + 1 }, (_, day) => taken(days - day)))
        expect(weekly).toEqual(once.map(daysAgo).filter((age) => age < KEPT_WEEKLY_DAYS))
      }),
    )
  })
})

describe('parseSnapshotName', () => {
  it('reads what snapshotName writes', () => {
    const name = snapshotName('2026-01-02T03:04:05.678Z', 'migration')
    expect(name).toBe('20260102T030405678Z-migration.jsonl.gz')
    expect(parseSnapshotName(name)).toEqual({ name, created: '2026-01-02T03:04:05.678Z', reason: 'migration' })
  })

  it.each([
    '',
    '20260102T030405678Z-daily.jsonl',
    '20261302T030405678Z-daily.jsonl.gz',
    '20260102T030405678Z-x.jsonl.gz',
  ])('has no meaning for %j', (name) => {
    expect(parseSnapshotName(name)).toBeNull()
  })
})
