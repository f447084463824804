import { composeEntry, headsOf, type Line, type LineForm, type Version } from './line.ts'
import { compareVersionIds, type VersionId } from './version-id.ts'

/**
 * How many names of earlier versions an entry keeps. A copy that is further behind in one and the same note is taken
 * for an edit made apart: the reader is asked once too often, and nothing is lost. CouchDB keeps 1,000 of them; a note
 * is edited by one hand, and its file is written anew with every change.
 */
export const MOST_SUPERSEDED = 200

/**
 * Makes the next version of an entry: what `fields` say takes the place of what `base` said, the version that the reader
 * saw (that which is shown, where it is left out). Where another version was made from `base` meanwhile, the reader has
 * not seen that one: it is not superseded, and the two are a conflict.
 */
export function makeNextVersion<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  entry: T,
  fields: Partial<V>,
  { base, now }: { readonly base?: VersionId | undefined; readonly now: string },
): T {
  const heads = headsOf(form, entry)
  const shown = form.shownBy(entry)
  const isPast = base !== undefined && (entry.superseded ?? []).includes(base)
  const seen =
    heads.find((head) => form.nameOf(head) === base) ?? (base === undefined ? shown : lastAlive(heads, shown))
  const next = form.revise(isPast ? shown : seen, fields, {
    revision: nextRevision(heads),
    modified: now,
    // What the reader saw and changed was not deleted, whatever became of it elsewhere.
    deleted: fields.deleted ?? (isPast ? false : seen.deleted),
  })
  const replaced = isPast ? [] : heads.filter((head) => head === seen || isReplacedWith(form, seen, shown, head))
  return supersede(form, entry, replaced, [next])
}

/** What the reader saw, where its name is not known here: a version that is on its way to here, so it was alive. */
function lastAlive<V extends Version>(heads: readonly V[], shown: V): V {
  return heads.reduce(
    (last, head) => (!head.deleted && (last.deleted || head.revision > last.revision) ? head : last),
    shown,
  )
}

/** Versions that go with the one that the reader saw: those that say the same, and beside a tombstone other tombstones. */
function isReplacedWith<V extends Version, T extends Line<V>>(
  { contentOf }: LineForm<V, T>,
  seen: V,
  shown: V,
  head: V,
): boolean {
  if (head.deleted && seen !== shown) return false
  return head.deleted || JSON.stringify(contentOf(head)) === JSON.stringify(contentOf(seen))
}

/**
 * Ends a conflict: makes a version of one head, `keep`, with what `fields` say, that takes the place of it and of those
 * in `drop`. A head that the reader was not shown is in neither, and stays. Null where `keep` is no head any more.
 */
export function settleLine<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  entry: T,
  { keep, drop }: { readonly keep: VersionId; readonly drop: readonly VersionId[] },
  fields: Partial<V>,
  now: string,
): T | null {
  const heads = headsOf(form, entry)
  const kept = heads.find((head) => form.nameOf(head) === keep)
  if (!kept) return null
  const deleted = fields.deleted ?? kept.deleted
  const next = form.revise(kept, fields, { revision: nextRevision(heads), modified: now, deleted })
  const replaced = heads.filter((head) => head === kept || drop.includes(form.nameOf(head)))
  return supersede(form, entry, replaced, [next])
}

/**
 * Takes a settlement back: what stood side by side before stands so again, each as a new version made from `settled`, the
 * version that ended the conflict. Null where that is no head any more: something was made of it since.
 */
export function reopenLine<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  entry: T,
  settled: VersionId,
  versions: readonly V[],
): T | null {
  const heads = headsOf(form, entry)
  const made = heads.find((head) => form.nameOf(head) === settled)
  if (!made || versions.length === 0) return null
  const revision = nextRevision(heads)
  // They are as old as they were: nobody has changed anything since. What a version does not have is left out (its name).
  const again = versions.map((version) => {
    const { modified, deleted } = version
    const bare = form.shownBy(form.entryOf({ id: entry.id, created: entry.created }, version))
    return form.revise(bare, {}, { revision, modified, deleted })
  })
  return supersede(form, entry, [made], again)
}

/** One version of a conflict, by name. */
export type NamedVersion<V> = V & { readonly versionId: VersionId }

/**
 * The versions of an entry that were made apart and say different things, the one that is shown first; none where there
 * is nothing to settle.
 */
export function rivalsOf<V extends Version, T extends Line<V>>(form: LineForm<V, T>, entry: T): NamedVersion<V>[] {
  const shown = form.shownBy(entry)
  const said = new Set([JSON.stringify(form.contentOf(shown))])
  const rivals = (entry.conflicts ?? []).filter((version) => {
    const content = JSON.stringify(form.contentOf(version))
    if (version.deleted || said.has(content)) return false
    said.add(content)
    return true
  })
  if (rivals.length === 0) return []
  return [shown, ...rivals].map((version) => ({ ...version, versionId: form.nameOf(version) }))
}

function nextRevision(heads: readonly Version[]): number {
  return Math.max(...heads.map(({ revision }) => revision)) + 1
}

function supersede<V extends Version, T extends Line<V>>(
  form: LineForm<V, T>,
  entry: T,
  replaced: readonly V[],
  next: readonly V[],
): T {
  const superseded = new Set([...(entry.superseded ?? []), ...replaced.map(form.nameOf)])
  return composeEntry(form, {
    id: entry.id,
    created: entry.created,
    superseded: [...superseded].sort(compareVersionIds).slice(-MOST_SUPERSEDED),
    heads: [...headsOf(form, entry).filter((head) => !replaced.includes(head)), ...next],
  })
}
