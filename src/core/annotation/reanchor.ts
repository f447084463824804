import { composeEntry, headsOf } from '../lineage/line.ts'
import type { Anchor, Annotation } from './annotation.ts'
import { annotationLine } from './annotation-line.ts'

/**
 * Moves an annotation to where its words stand in another text version, with the versions that are in conflict with it.
 * `carry` gives an anchor back as it is where it stays. What is moved is a new version, made from the one before: two
 * machines that move it to the same place make the same version.
 */
export function reanchor(annotation: Annotation, carry: (anchor: Anchor) => Anchor): Annotation {
  const { nameOf, revise } = annotationLine
  const heads = headsOf(annotationLine, annotation)
  const moved = heads.flatMap((head) => {
    const anchor = carry(head.anchor)
    return anchor === head.anchor ? [] : [{ head, anchor }]
  })
  if (moved.length === 0) return annotation
  return composeEntry(annotationLine, {
    id: annotation.id,
    created: annotation.created,
    superseded: [...(annotation.superseded ?? []), ...moved.map(({ head }) => nameOf(head))],
    heads: [
      ...heads.filter((each) => !moved.some(({ head }) => head === each)),
      ...moved.map(({ head, anchor }) => {
        const { revision, modified, deleted } = head
        return revise(head, { anchor }, { revision: revision + 1, modified, deleted })
      }),
    ],
  })
}
