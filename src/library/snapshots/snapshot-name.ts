/** Why a snapshot was taken. */
export const SNAPSHOT_REASONS = ['daily', 'migration', 'restore', 'asked'] as const

export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

/** What the name of a snapshot's file says. */
export interface SnapshotName {
  readonly name: string
  /** When it was taken, ISO 8601 in UTC. */
  readonly created: string
  readonly reason: SnapshotReason
}

/** `<UTC time of taking it>-<reason>`, to the millisecond: 20260102T030405678Z-daily.jsonl.gz. */
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z]+)\.jsonl\.gz$/

/** Names a snapshot. `created` is ISO 8601. */
export function snapshotName(created: string, reason: SnapshotReason): string {
  return `${new Date(created).toISOString().replace(/[-:.]/g, '')}-${reason}.jsonl.gz`
}

/** Reads the name of a snapshot's file; null where it is none of ours. */
export function parseSnapshotName(name: string): SnapshotName | null {
  const [, year, month, day, hour, minute, second, millisecond, said] = NAME.exec(name) ?? []
  const reason = SNAPSHOT_REASONS.find((each) => each === said)
  const created = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
  return reason === undefined || Number.isNaN(Date.parse(created)) ? null : { name, created, reason }
}
