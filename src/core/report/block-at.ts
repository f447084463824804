import type { Block } from './report.ts'

/** The block in which a position of the source text lies; null for one between blocks. The blocks are in order. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  let [low, high] = [0, blocks.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (!block) return null
    if (offset < block.start) high = middle - 1
    else if (offset >= block.end) low = middle + 1
    else return block
  }
  return null
}
