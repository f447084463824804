import { create } from 'zustand'
import type { SourceRange } from '../../core/text/range.ts'

/** A place that the reader looks at before deciding. */
interface Peek {
  /** The annotation that could be attached there. */
  readonly id: string
  readonly range: SourceRange
}

interface TrayStore {
  /** Whether the tray is unfolded. */
  readonly open: boolean
  readonly peek: Peek | null
  /** The annotation that the reader selects a passage for, in the page. */
  readonly choosing: string | null
  /** The entry that the reader is at, or was at last. */
  readonly here: string | null
  /** The entry that is to take the keyboard; each asking is an object of its own. */
  readonly asked: { readonly id: string } | null
}

const RESTING = { peek: null, choosing: null } as const

/** How far the reader is with what waits for a place. */
export const useTray = create<TrayStore>()(() => ({ open: false, here: null, asked: null, ...RESTING }))

/** Gives an entry the keyboard as soon as it is there. */
export function askForEntry(id: string): void {
  useTray.setState({ open: true, asked: { id } })
}

export function foldTray(): void {
  useTray.setState({ open: false, asked: null, ...RESTING })
}

/** The reader is at an entry: a place that was looked at for another is not shown any more. */
export function arriveAt(id: string): void {
  useTray.setState(({ peek }) => ({ here: id, peek: peek?.id === id ? peek : null }))
}

/** Nothing is looked at or chosen any more. */
export function rest(): void {
  useTray.setState(RESTING)
}
