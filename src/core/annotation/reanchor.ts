import { reviseHeads } from '../lineage/revise-heads.ts'
import type { Anchor, Annotation } from './annotation.ts'
import { annotationLine } from './annotation-line.ts'

/**
 * Moves an annotation to where its words stand in another text version, with the versions that are in conflict with it.
 * `carry` gives an anchor back as it is where it stays. What is moved is a new version, made from the one before: two
 * machines that move it to the same place make the same version.
 */
export function reanchor(annotation: Annotation, carry: (anchor: Anchor) => Anchor): Annotation {
  return reviseHeads(annotationLine, annotation, (head) => {
    const anchor = carry(head.anchor)
    return anchor === head.anchor ? null : { anchor }
  }).entry
}
