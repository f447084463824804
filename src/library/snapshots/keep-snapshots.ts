import type { SnapshotName } from './snapshot-name.ts'

const DAY = 24 * 60 * 60 * 1000

/** For how many days every snapshot is kept, and for how many one a week is. Of what is older one a month stays. */
export const KEPT_DAYS = 7
export const KEPT_WEEKLY_DAYS = 62

/**
 * The snapshots that are not needed any more. Kept are all of the last week, then the last of each week for two months,
 * then the last of each month; and for ever those that were taken before a migration. Weeks and months are those of UTC.
 * `now` is ISO 8601.
 */
export function snapshotsToDrop(snapshots: readonly SnapshotName[], now: string): SnapshotName[] {
  const lastFirst = [...snapshots].sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0))
  const taken = new Set<string>()
  return lastFirst.filter(({ created, reason }) => {
    const age = (Date.parse(now) - Date.parse(created)) / DAY
    if (reason === 'migration' || age < KEPT_DAYS) return false
    // The last of a month is the last of its week too, or comes after it: what is kept by the week leaves one by the month.
    const period = age < KEPT_WEEKLY_DAYS ? weekOf(created) : created.slice(0, 'YYYY-MM'.length)
    if (taken.has(period)) return true
    taken.add(period)
    return false
  })
}

/** The Monday of a time's week, as the number of weeks since one long ago. */
function weekOf(created: string): string {
  // 5 January 1970 was a Monday.
  return `week ${Math.floor((Date.parse(created) / DAY - 4) / 7)}`
}
