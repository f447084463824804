import { headsOf, type Line, type LineForm, type Version } from '../../src/core/lineage/line.ts'
import type { VersionId } from '../../src/core/lineage/version-id.ts'

/** What is edited in versions: `annotation <report> <id>` or `term <id>`. */
export type LineName = string

/** A version of an annotation or a term that a library acknowledged. */
export interface MadeVersion {
  readonly name: VersionId
  /** What it says: two that say the same are no conflict. */
  readonly said: string
  readonly deleted: boolean
}

/** A change that was acknowledged. */
export interface Change<V extends Version, T extends Line<V>> {
  readonly line: LineName
  /** The entry as the reader saw it; null where the change began it. */
  readonly before: T | null
  /** The entry as the library answered. */
  readonly after: T
  /** What the change asked for. */
  readonly fields: Partial<V>
  /** The versions that the reader saw and that the new one takes the place of. */
  readonly from: readonly VersionId[]
}

/**
 * Everything that either side acknowledged, and what each change was made from: kept here from what the readers saw, and
 * not from what the library keeps of it, which is what is being tested.
 */
export class VersionLog {
  readonly #made = new Map<LineName, Map<VersionId, MadeVersion>>()
  readonly #replaced = new Map<LineName, Set<VersionId>>()

  /** Takes down a change. Throws where the entry that was answered has not the version that was asked for. */
  add<V extends Version, T extends Line<V>>(form: LineForm<V, T>, change: Change<V, T>): void {
    const { line, before, after, fields, from } = change
    const known = new Set(before ? headsOf(form, before).map(form.nameOf) : [])
    const isAsked = (version: V) =>
      !known.has(form.nameOf(version)) && isSame({ ...version, ...fields, deleted: fields.deleted ?? false }, version)
    const [made] = headsOf(form, after)
      .filter(isAsked)
      .sort((a, b) => b.revision - a.revision)
    if (!made) throw new Error(`${line}: ${JSON.stringify(fields)} was acknowledged and is not in the answer`)
    const said = saidBy(form, made)
    at(this.#made, line, () => new Map()).set(form.nameOf(made), {
      name: form.nameOf(made),
      said,
      deleted: made.deleted,
    })
    const replaced = at(this.#replaced, line, () => new Set())
    for (const name of from) replaced.add(name)
  }

  /** The versions of every line that nobody who saw them changed: these must not be lost. */
  get standing(): ReadonlyMap<LineName, readonly MadeVersion[]> {
    return new Map(
      [...this.#made].map(([line, made]) => [
        line,
        [...made.values()].filter(({ name }) => !this.#replaced.get(line)?.has(name)),
      ]),
    )
  }
}

/** What a version says, as words. */
export function saidBy<V extends Version, T extends Line<V>>(form: LineForm<V, T>, version: V): string {
  return JSON.stringify(form.contentOf(version))
}

/** The version of an entry that a reader changes, and those that go with it: they say the same, or are deletions too. */
export function shownWith<V extends Version, T extends Line<V>>(form: LineForm<V, T>, entry: T): VersionId[] {
  const shown = form.shownBy(entry)
  return headsOf(form, entry)
    .filter((head) => head.deleted || saidBy(form, head) === saidBy(form, shown))
    .map(form.nameOf)
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
