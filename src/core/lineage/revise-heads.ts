import { composeEntry, headsOf, type Line, type LineForm, type Version } from './line.ts'
import { MOST_SUPERSEDED } from './next-version.ts'
import { compareVersionIds } from './version-id.ts'

/** A version that took the place of another. */
export interface Revised<V> {
  readonly before: V
  readonly after: V
}

/**
 * Makes the next version of every head of an entry that `revise` has new fields for: what is done to all that an entry
 * says, and not by choosing between versions that are in conflict, which stay so. The name of a version leaves out its
 * time, so two machines that do the same make the same version. The very entry given where there is nothing to do.
 */
export function reviseHeads<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  entry: T,
  revise: (head: V) => Partial<V> | null,
): { readonly entry: T; readonly revised: readonly Revised<V>[] } {
  const heads = headsOf(form, entry)
  const revised = heads.flatMap((before) => {
    const fields = revise(before)
    if (fields === null) return []
    const state = {
      revision: before.revision + 1,
      modified: fields.modified ?? before.modified,
      deleted: fields.deleted ?? before.deleted,
    }
    return [{ before, after: form.revise(before, fields, state) }]
  })
  if (revised.length === 0) return { entry, revised }
  const superseded = new Set([...(entry.superseded ?? []), ...revised.map(({ before }) => form.nameOf(before))])
  const kept = heads.filter((head) => !revised.some(({ before }) => before === head))
  const next = composeEntry(form, {
    id: entry.id,
    created: entry.created,
    superseded: [...superseded].sort(compareVersionIds).slice(-MOST_SUPERSEDED),
    heads: [...kept, ...revised.map(({ after }) => after)],
  })
  return { entry: next, revised }
}
