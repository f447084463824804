import { flushSync } from 'react-dom'
import { create } from 'zustand'
import { blockAt } from '../../core/report/block-at.ts'
import type { Block } from '../../core/report/report.ts'
import { chunkOf, type PageChunk } from './page-parts.ts'

/** Longer reports are laid out piece by piece, as the pieces come near (DESIGN, idea 5). In UTF-16 code units. */
const LAID_OUT_WHOLE = 60_000

interface PageWindow {
  /** The text that the page shows; the empty string before the first. */
  readonly textHash: string
  readonly blocks: readonly Block[]
  readonly chunks: readonly PageChunk[]
  /** Indices of the chunks that are on the page. Those that were once stay, so that nothing moves when the reader comes back. */
  readonly laidOut: ReadonlySet<number>
}

/** Which parts of the open report are on the page. */
export const usePageWindow = create<PageWindow>()(() => ({
  textHash: '',
  blocks: [],
  chunks: [],
  laidOut: new Set<number>(),
}))

/** What a page begins with: all of a short report, the top of a long one. */
export function firstChunks(chunks: readonly PageChunk[], length: number): ReadonlySet<number> {
  return new Set(length <= LAID_OUT_WHOLE ? chunks.keys() : [0])
}

/** Says what the page shows now. A text that was on it before, read anew, keeps its place. */
export function showPage(page: PageWindow): void {
  usePageWindow.setState((before) =>
    before.textHash === page.textHash
      ? { blocks: page.blocks, chunks: page.chunks, laidOut: new Set([...before.laidOut, ...page.laidOut]) }
      : page,
  )
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
  const { blocks, chunks, laidOut } = usePageWindow.getState()
  const block = blockAt(blocks, offset)
  const index = block ? chunkOf(chunks, block.start) : -1
  if (index < 0 || laidOut.has(index)) {
    run()
    return
  }
  const around = [index - 1, index, index + 1].filter((each) => each >= 0 && each < chunks.length)
  // Not inside an effect, where nothing can be laid out at once.
  queueMicrotask(() => {
    flushSync(() => layOut(...around))
    run()
  })
}

/** Puts the whole report on the page, as for printing. */
export function layOutWhole(): void {
  flushSync(() => layOut(...usePageWindow.getState().chunks.keys()))
}
