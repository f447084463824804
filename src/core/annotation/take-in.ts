import { rivalsOf } from '../lineage/next-version.ts'
import type { Annotation } from './annotation.ts'
import { annotationLine } from './annotation-line.ts'
import { mergeAnnotations } from './merge-annotations.ts'

/**
 * What became of an annotation that came from a file: `added`; `updated` where the file has a version that was made from
 * the library's; `same` where what it says is here already; `older` where the library's was made from it, and `deleted`
 * where that is its deletion; `conflict` where the two were made apart: both are kept for the reader to settle.
 */
export type TakeInOutcome = 'added' | 'updated' | 'same' | 'older' | 'deleted' | 'conflict'

export interface TakenIn {
  /** The report's annotations afterwards; the very list given where nothing changes. */
  readonly annotations: readonly Annotation[]
  /** One for each that came, in the order in which they came. */
  readonly outcomes: readonly TakeInOutcome[]
}

/**
 * Takes annotations from a file in among those of one report, by id. It is the merge of two copies of the report (see
 * `mergeAnnotations`): ancestry decides, not clocks, and what was edited apart is kept on both sides.
 */
export function takeInAnnotations(here: readonly Annotation[], incoming: readonly Annotation[]): TakenIn {
  const byId = new Map(here.map((annotation) => [annotation.id, annotation]))
  let isChanged = false
  const outcomes = incoming.map((annotation) => {
    const before = byId.get(annotation.id)
    const [merged] = mergeAnnotations(before ? [before] : [], [annotation])
    if (!merged || isSame(merged, before)) return leftAlone(before, annotation)
    byId.set(annotation.id, merged)
    isChanged = true
    return before ? outcomeOf(before, annotation, merged) : 'added'
  })
  return { annotations: isChanged ? [...byId.values()] : here, outcomes }
}

function outcomeOf(before: Annotation, incoming: Annotation, after: Annotation): TakeInOutcome {
  if (rivalsOf(annotationLine, after).length > rivalsOf(annotationLine, before).length) return 'conflict'
  return saysShown(before, after) ? leftAlone(before, incoming) : 'updated'
}

function leftAlone(before: Annotation | undefined, incoming: Annotation): TakeInOutcome {
  if (!before) return 'older'
  if (saysShown(before, incoming)) return 'same'
  return annotationLine.shownBy(before).deleted ? 'deleted' : 'older'
}

function isSame(a: Annotation, b: Annotation | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether what an annotation shows is what the other shows, whatever their histories. */
function saysShown(annotation: Annotation, other: Annotation): boolean {
  const { contentOf } = annotationLine
  const [one, two] = [annotation, other].map((each) => JSON.stringify(contentOf(annotationLine.shownBy(each))))
  return one === two
}
