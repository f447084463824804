import type { Annotation } from '../../core/annotation/annotation.ts'
import { forgetActsOn } from '../interface/history-store.ts'

const PARTS = ['note', 'tags', 'color'] as const

/** What of an annotation the reader writes at a time. */
export type AnnotationPart = (typeof PARTS)[number]

/** How history names a part of an annotation (see `Act.wrote`). */
export function partName(id: string, part: AnnotationPart): string {
  return `${id} ${part}`
}

/** Forgets acts on what an annotation has now from elsewhere: taking them back would write over it unseen. */
export function forgetOvertaken(shown: Annotation | undefined, received: Annotation): void {
  if (!shown || shown.id !== received.id) return
  for (const part of PARTS)
    if (JSON.stringify(shown[part]) !== JSON.stringify(received[part])) forgetActsOn(partName(received.id, part))
}
