import { isInPlace, type TextVersion } from '../../core/annotation/anchor.ts'
import type { Annotation } from '../../core/annotation/annotation.ts'
import type { AnchorMatch } from '../../core/annotation/match-anchor.ts'
import type { WaitingAnnotation } from '../../core/library-view.ts'

/** The annotations of a report, deleted ones too, by whether they stand in its text. */
export interface PartedAnnotations {
  readonly annotations: readonly Annotation[]
  /** These wait until the reader attaches or deletes them. */
  readonly waiting: readonly WaitingAnnotation[]
}

/** Parts annotations; `matchOf` is asked for the answer of each that waits. */
export function partByPlace(
  all: readonly Annotation[],
  version: TextVersion,
  matchOf: (annotation: Annotation) => AnchorMatch,
): PartedAnnotations {
  const stands = new Set(all.filter(({ anchor }) => isInPlace(anchor, version)))
  return {
    annotations: [...stands],
    waiting: all.flatMap((annotation) => (stands.has(annotation) ? [] : [{ annotation, match: matchOf(annotation) }])),
  }
}

/** All of them, as one list. */
export function joinParts({ annotations, waiting }: PartedAnnotations): Annotation[] {
  return [...annotations, ...waiting.map(({ annotation }) => annotation)]
}

/** How many there are, without those that were deleted. */
export function countLive(parts: PartedAnnotations): number {
  return parts.annotations.filter(({ deleted }) => !deleted).length + liveWaiting(parts).length
}

/** Those that wait and are not deleted, in the order in which they stood in the old text. */
export function liveWaiting({ waiting }: Pick<PartedAnnotations, 'waiting'>): WaitingAnnotation[] {
  return waiting
    .filter(({ annotation }) => !annotation.deleted)
    .sort(({ annotation: { anchor: a } }, { annotation: { anchor: b } }) => a.start - b.start || a.end - b.end)
}
