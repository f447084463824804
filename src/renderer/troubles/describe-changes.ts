import type { Annotation } from '../../core/annotation/annotation.ts'

/** How many annotations came, are others, or went. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** Compares what was shown with what there is now; deleted ones count as gone. */
export function describeChanges(shown: readonly Annotation[], now: readonly Annotation[]): Changes {
  const before = live(shown)
  const after = live(now)
  const added = [...after.keys()].filter((id) => !before.has(id)).length
  const removed = [...before.keys()].filter((id) => !after.has(id)).length
  const changed = [...after].filter(([id, said]) => before.has(id) && before.get(id) !== said).length
  return { added, changed, removed }
}

/** What each annotation says to the reader: names of earlier versions are none of that. */
function live(annotations: readonly Annotation[]): Map<string, string> {
  return new Map(
    annotations
      .filter(({ deleted }) => !deleted)
      .map(({ id, anchor: { start, end }, color, note, tags }) => [
        id,
        JSON.stringify([start, end, color, note, tags]),
      ]),
  )
}

/** Whether two lists have the same annotations with the same histories, in whatever order. */
export function isSameList(one: readonly Annotation[], other: readonly Annotation[]): boolean {
  const known = new Map(one.map((annotation) => [annotation.id, JSON.stringify(annotation)]))
  return (
    one.length === other.length && other.every((annotation) => known.get(annotation.id) === JSON.stringify(annotation))
  )
}
