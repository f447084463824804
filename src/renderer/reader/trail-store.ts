import { create } from 'zustand'
import type { SourceRange } from '../../core/text/range.ts'

/** Where the page is to go: to a passage, which then lights up, or to where its top edge once was. */
export type Jump =
  | { readonly kind: 'passage'; readonly range: SourceRange }
  | { readonly kind: 'place'; readonly offset: number }

/** A place that was left by a jump. */
export interface Station {
  readonly reportId: string
  /** At the top edge of the page, in the source text. */
  readonly offset: number
}

interface TrailStore {
  /** The one left last, last. */
  readonly behind: readonly Station[]
  /** The one gone back from last, last. */
  readonly ahead: readonly Station[]
}

/** Where the reader has been, for going back and forward. */
export const useTrail = create<TrailStore>()(() => ({ behind: [], ahead: [] }))
