import type { Annotation } from '../core/annotation/annotation.ts'
import type { Correction } from '../core/correction/correction.ts'

/** The second report's corrections, without those of fields that were corrected in the first. */
export function withoutFieldsOf(first: readonly Correction[], second: readonly Correction[]): Correction[] {
  const fields = new Set(first.flatMap((correction) => (correction.what === 'field' ? [correction.field] : [])))
  return second.filter((correction) => correction.what !== 'field' || !fields.has(correction.field))
}

/** The second report's annotations; one whose id an annotation of the first has gets another. */
export function withOwnIds(
  first: readonly Annotation[],
  second: readonly Annotation[],
  newId: () => string,
): Annotation[] {
  const taken = new Set(first.map(({ id }) => id))
  return second.map((annotation) => (taken.has(annotation.id) ? { ...annotation, id: newId() } : annotation))
}
