import type { Annotation } from './annotation.ts'

/**
 * What became of an annotation that came from a file: `added`; `updated` where the file's revision is newer; `same`
 * where what it says is here already; `older` where the library's revision is newer; `conflict` where one revision
 * says two things.
 */
export type TakeInOutcome = 'added' | 'updated' | 'same' | 'older' | 'conflict'

export interface TakenIn {
  /** The report's annotations afterwards; the very list given where nothing changes. */
  readonly annotations: readonly Annotation[]
  /** One for each that came, in the order in which they came. */
  readonly outcomes: readonly TakeInOutcome[]
}

/**
 * Takes annotations from a file in among those of one report, by id. Revisions decide, not clocks. Nothing that the
 * library holds is given up for an older or contradicting one: what is not taken is told.
 */
export function takeInAnnotations(here: readonly Annotation[], incoming: readonly Annotation[]): TakenIn {
  const byId = new Map(here.map((annotation) => [annotation.id, annotation]))
  const outcomes = incoming.map((annotation) => {
    const outcome = compare(byId.get(annotation.id), annotation)
    if (outcome === 'added' || outcome === 'updated') byId.set(annotation.id, annotation)
    return outcome
  })
  const changed = outcomes.some((outcome) => outcome === 'added' || outcome === 'updated')
  return { annotations: changed ? [...byId.values()] : here, outcomes }
}

function compare(here: Annotation | undefined, incoming: Annotation): TakeInOutcome {
  if (here === undefined) return 'added'
  if (contentOf(here) === contentOf(incoming)) return 'same'
  if (incoming.revision === here.revision) return 'conflict'
  return incoming.revision > here.revision ? 'updated' : 'older'
}

/** What an annotation says, without its history. */
function contentOf({ anchor, color, note, tags, deleted }: Annotation): string {
  const { textHash, start, end, quote, prefix, suffix, sectionPath } = anchor
  return JSON.stringify([textHash, start, end, quote, prefix, suffix, sectionPath, color, note, tags, deleted])
}
