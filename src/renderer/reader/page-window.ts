import { flushSync } from 'react-dom'
import { create } from 'zustand'
import { blockAt } from '../../core/report/block-at.ts'
import type { Block } from '../../core/report/report.ts'
import { asideOf, chunkOf, type PageChunk } from './page-parts.ts'

/** Longer reports are laid out piece by piece, as the pieces come near (DESIGN, idea 5). In UTF-16 code units. */
const LAID_OUT_WHOLE = 60_000

interface PageWindow {
  /** The text that the page shows; the empty string before the first. */
  readonly textHash: string
  readonly blocks: readonly Block[]
  readonly chunks: readonly PageChunk[]
  /** Indices of the chunks that are on the page. Those that were once stay, so that nothing moves when the reader comes back. */
  readonly laidOut: ReadonlySet<number>
  /** Runs of furniture that are unfolded, by where they start. */
  readonly unfolded: ReadonlySet<number>
}

/** Which parts of the open report are on the page. */
export const usePageWindow = create<PageWindow>()(() => ({
  textHash: '',
  blocks: [],
  chunks: [],
  laidOut: new Set<number>(),
  unfolded: new Set<number>(),
}))

/** What a page begins with: all of a short report, the top of a long one. */
export function firstChunks(chunks: readonly PageChunk[], length: number): ReadonlySet<number> {
  return new Set(length <= LAID_OUT_WHOLE ? chunks.keys() : [0])
}

/** Says what the page shows now. A text that was on it before, read anew, keeps its place. */
export function showPage(page: Omit<PageWindow, 'unfolded'>): void {
  usePageWindow.setState((before) =>
    before.textHash === page.textHash
      ? { blocks: page.blocks, chunks: page.chunks, laidOut: new Set([...before.laidOut, ...page.laidOut]) }
      : { ...page, unfolded: new Set() },
  )
}

/** Unfolds a run of furniture, or folds it again. */
export function toggleAside(start: number): void {
  usePageWindow.setState(({ unfolded }) => {
    const next = new Set(unfolded)
    if (!next.delete(start)) next.add(start)
    return { unfolded: next }
  })
}

export function layOut(...indices: number[]): void {
  usePageWindow.setState((state) =>
    indices.every((index) => state.laidOut.has(index)) ? state : { laidOut: new Set([...state.laidOut, ...indices]) },
  )
}

/**
 * Runs something that needs the block at a position of the source text on the page: at once where it is there, else as
 * soon as it was put there with its neighbours.
 */
export function withBlockAt(offset: number, run: () => void): void {
  const { blocks, chunks, laidOut, unfolded } = usePageWindow.getState()
  const block = blockAt(blocks, offset)
  const index = block ? chunkOf(chunks, block.start) : -1
  const aside = block?.kind === 'boilerplate' ? asideOf(chunks, block.start) : null
  const folded = aside !== null && !unfolded.has(aside.start)
  if (!folded && (index < 0 || laidOut.has(index))) {
    run()
    return
  }
  const around = [index - 1, index, index + 1].filter((each) => each >= 0 && each < chunks.length)
  // Not inside an effect, where nothing can be laid out at once.
  queueMicrotask(() => {
    flushSync(() => {
      layOut(...around)
      if (folded) toggleAside(aside.start)
    })
    run()
  })
}

/** Does something that needs the whole report on the page, such as printing. */
export async function withWholePage(run: () => Promise<void>): Promise<void> {
  const { chunks, laidOut, textHash } = usePageWindow.getState()
  flushSync(() => layOut(...chunks.keys()))
  try {
    await run()
  } finally {
    // What was not there before goes again: a million characters make each change of the window slow.
    usePageWindow.setState((state) => (state.textHash === textHash ? { laidOut } : {}))
  }
}
