import { composeEntry, headsOf, type Line, type LineForm, type Version } from './line.ts'
import type { VersionId } from './version-id.ts'

/** What is known of one line from all the lists. */
interface Gathered<V> {
  readonly id: string
  created: string
  readonly superseded: Set<VersionId>
  readonly heads: V[]
}

/**
 * Merges lists of entries that went different ways. A version stays unless one of the lists knows that a later one was
 * made from it; versions made apart stay side by side. Commutative, associative and idempotent: it is the union of the
 * versions less the union of those superseded. Entries come by time of creation, then by id.
 */
export function mergeLines<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  lists: readonly (readonly T[])[],
): T[] {
  const lines = new Map<string, Gathered<V>>()
  for (const entry of lists.flat()) {
    const line = lines.get(entry.id) ?? { id: entry.id, created: entry.created, superseded: new Set(), heads: [] }
    lines.set(entry.id, line)
    if (entry.created < line.created) line.created = entry.created
    for (const name of entry.superseded ?? []) line.superseded.add(name)
    line.heads.push(...headsOf(form, entry))
  }
  return [...lines.values()]
    .map((line) => composeEntry(form, line))
    .sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
