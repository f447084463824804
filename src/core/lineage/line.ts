import { compareVersionIds, type VersionId } from './version-id.ts'

/** One state of something that is edited in several places. */
export interface Version {
  /** Greater than that of every version it was made from. */
  readonly revision: number
  /** ISO 8601, UTC. For display alone: clocks decide nothing. */
  readonly modified: string
  /** A tombstone: it stays, so that a merge cannot bring back what was deleted. */
  readonly deleted: boolean
}

/**
 * What an entry carries beside the version that it shows. Versions that were made apart are heads of the same line: one
 * is shown, the others stand in `conflicts` until the reader settles it (docs/adr/0011).
 */
export interface Line<V extends Version> {
  readonly id: string
  readonly created: string
  /** Names of versions that a later one was made from. Absent where there are none. */
  readonly superseded?: readonly VersionId[] | undefined
  /** The heads that are not shown. Absent where there are none. */
  readonly conflicts?: readonly V[] | undefined
}

/** How the entries of one kind are lines. */
export interface LineForm<V extends Version, T extends Line<V>> {
  /** The version that an entry shows. */
  readonly shownBy: (entry: T) => V
  /** What a version says, apart from its revision and its times; two that say the same are no conflict. */
  readonly contentOf: (version: V) => readonly unknown[]
  readonly nameOf: (version: V) => VersionId
  /** The version with other fields and another state. */
  readonly revise: (version: V, fields: Partial<V>, state: Version) => V
  readonly entryOf: (line: Line<V>, shown: V) => T
}

/** What an entry has of its line beside the version that it shows: a field that is absent is no field. */
export function historyOf<V extends Version>({
  superseded,
  conflicts,
}: Pick<Line<V>, 'superseded' | 'conflicts'>): Pick<Line<V>, 'superseded' | 'conflicts'> {
  return {
    ...(superseded === undefined ? {} : { superseded }),
    ...(conflicts === undefined ? {} : { conflicts }),
  }
}

/** The heads of an entry, the one that is shown first. */
export function headsOf<V extends Version, T extends Line<V>>({ shownBy }: LineForm<V, T>, entry: T): readonly V[] {
  return [shownBy(entry), ...(entry.conflicts ?? [])]
}

/** What an entry is put together from. */
interface Parts<V extends Version> {
  readonly id: string
  readonly created: string
  readonly superseded: Iterable<VersionId>
  /** At least one. */
  readonly heads: Iterable<V>
}

/**
 * Puts an entry together: heads that others were made from are dropped, and of the rest one is shown. Which one depends
 * on nothing but the versions: a tombstone before all others, then the highest revision, then the greatest name.
 */
export function composeEntry<V extends Version, T extends Line<V>>(form: LineForm<V, T>, parts: Parts<V>): T {
  const superseded = new Set(parts.superseded)
  const byName = new Map<VersionId, V>()
  for (const head of parts.heads) {
    const name = form.nameOf(head)
    const same = byName.get(name)
    byName.set(name, same ? laterOf(same, head) : head)
  }
  const named = [...byName].sort(([a, one], [b, other]) => rank(one, other) || compareVersionIds(b, a))
  const standing = named.filter(([name]) => !superseded.has(name))
  // A record that says of all its versions that they are superseded was tampered with; what it shows is still kept.
  const [[, shown], ...rest] = nonEmpty(standing.length > 0 ? standing : named)
  const conflicts = rest.map(([, version]) => version)
  return form.entryOf(
    {
      id: parts.id,
      created: parts.created,
      ...(superseded.size === 0 ? {} : { superseded: [...superseded].sort(compareVersionIds) }),
      ...(conflicts.length === 0 ? {} : { conflicts }),
    },
    shown,
  )
}

function rank(a: Version, b: Version): number {
  return Number(b.deleted) - Number(a.deleted)
}

/** Of two that say the same, the one with the later time; what a name leaves out (context, say) goes with it. */
function laterOf<V extends Version>(a: V, b: V): V {
  if (a.modified !== b.modified) return a.modified > b.modified ? a : b
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b
}

function nonEmpty<T>([first, ...rest]: readonly T[]): [T, ...T[]] {
  if (first === undefined) throw new RangeError('an entry has at least one version')
  return [first, ...rest]
}
