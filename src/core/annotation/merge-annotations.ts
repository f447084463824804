import { mergeLines } from '../lineage/merge-lines.ts'
import { type NamedVersion, rivalsOf } from '../lineage/next-version.ts'
import type { Annotation, AnnotationVersion } from './annotation.ts'
import { annotationLine } from './annotation-line.ts'

/**
 * Merges the annotations of one report from several copies of it. What one copy knows to be superseded goes, what was
 * edited apart is kept side by side, and a deleted one stays deleted. The order of the lists does not matter, nor how
 * often one of them is merged (docs/adr/0011).
 */
export function mergeAnnotations(...lists: readonly (readonly Annotation[])[]): Annotation[] {
  return mergeLines(annotationLine, lists)
}

/** An annotation whose versions were made apart and say different things. */
export interface AnnotationConflict {
  readonly id: string
  /** Two or more, the one that is shown first. It may be a deletion; the others never are. */
  readonly versions: readonly NamedVersion<AnnotationVersion>[]
}

/** What waits for the reader to settle it, of deleted annotations too, in the order of the list. */
export function annotationConflicts(annotations: readonly Annotation[]): AnnotationConflict[] {
  return annotations.flatMap((annotation) => {
    const versions = rivalsOf(annotationLine, annotation)
    return versions.length === 0 ? [] : [{ id: annotation.id, versions }]
  })
}
