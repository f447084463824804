import { create } from 'zustand'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { type AnnotationConflict, annotationConflicts } from '../../core/annotation/merge-annotations.ts'
import type { ReaderTermConflict } from '../../core/glossary/merge-reader-terms.ts'

/** What the reader writes in the place of versions that are to be joined; tags as they are typed. */
export interface JoinDraft {
  readonly text: string
  readonly tags: string
}

interface ConflictStore {
  /** Annotations of the open report that were edited apart. */
  readonly annotations: readonly AnnotationConflict[]
  /** Terms of the reader's own that were changed apart. */
  readonly terms: readonly ReaderTermConflict[]
  /** By the ids of conflicts: kept while the reader looks elsewhere. */
  readonly drafts: Readonly<Record<string, JoinDraft>>
  /** The conflict that the reader asked to see: it takes the keyboard as soon as it is shown. */
  readonly wanted: string | null
}

/** What waits for the reader to settle. */
export const useConflicts = create<ConflictStore>()(() => ({ annotations: [], terms: [], drafts: {}, wanted: null }))

/** Shows the conflicts of a report, or of none. */
export function showConflicts(annotations: readonly AnnotationConflict[]): void {
  useConflicts.setState({ annotations, wanted: null })
}

/** An annotation is another on the disk: its conflict goes, comes, or has other versions. */
export function followConflict(annotation: Annotation): void {
  const [conflict] = annotationConflicts([annotation])
  useConflicts.setState(({ annotations }) => {
    const index = annotations.findIndex(({ id }) => id === annotation.id)
    if (index < 0) return conflict ? { annotations: [...annotations, conflict] } : {}
    return { annotations: conflict ? annotations.with(index, conflict) : annotations.toSpliced(index, 1) }
  })
}

export function receiveTermConflicts(terms: readonly ReaderTermConflict[]): void {
  useConflicts.setState({ terms })
}

/** Keeps what is written for a conflict; null throws it away. */
export function keepJoinDraft(id: string, draft: JoinDraft | null): void {
  useConflicts.setState(({ drafts: { [id]: _before, ...others } }) => ({
    drafts: draft ? { ...others, [id]: draft } : others,
  }))
}
