import type { Block, OutlineItem } from '../report/report.ts'
import { rangesOverlap, sliceRange, toSourceRange } from '../text/range.ts'
import { trimInvisible } from '../text/white-space.ts'
import type { BlockCorrection } from './correction.ts'

/** Blocks of which some are of another kind, and those that the reader spoke of. */
export interface CorrectedBlocks {
  readonly blocks: readonly Block[]
  readonly corrected: readonly Block[]
}

/**
 * Gives the block that each correction begins in, or that follows there, its kind. Their ranges stay. A heading without
 * a level of its own stands beside the heading before it.
 */
export function correctBlocks(blocks: readonly Block[], corrections: readonly BlockCorrection[]): CorrectedBlocks {
  const byBlock = new Map<Block, BlockCorrection>()
  for (const correction of corrections) {
    const place = toSourceRange(correction.anchor.start, correction.anchor.end)
    const block = blocks.find((each) => rangesOverlap(each, place))
    if (block !== undefined) byBlock.set(block, correction)
  }
  const corrected: Block[] = []
  let level = 1
  const all = blocks.map((block): Block => {
    const correction = byBlock.get(block)
    const result = correction === undefined ? block : correctBlock(block, correction, level)
    if (correction !== undefined) corrected.push(result)
    level = result.level ?? level
    return result
  })
  return { blocks: all, corrected }
}

function correctBlock({ start, end, level }: Block, correction: BlockCorrection, sibling: number): Block {
  const { kind } = correction
  return kind === 'heading' ? { kind, start, end, level: correction.level ?? level ?? sibling } : { kind, start, end }
}

/**
 * The outline that goes with the corrected blocks: a heading is an item as a whole, a paragraph keeps its lead
 * sentences, everything else has none.
 */
export function correctOutline(
  text: string,
  outline: readonly OutlineItem[],
  corrected: readonly Block[],
): OutlineItem[] {
  const untouched = outline.filter((item) => !corrected.some((block) => rangesOverlap(block, item)))
  const anew = corrected.flatMap((block) => {
    const own = outline.filter((item) => rangesOverlap(block, item))
    if (block.kind === 'heading') return toHeadingItem(text, block, own)
    return block.kind === 'paragraph' ? own.filter(({ runIn }) => runIn) : []
  })
  return [...untouched, ...anew].sort((a, b) => a.start - b.start)
}

function toHeadingItem(text: string, block: Block, own: readonly OutlineItem[]): OutlineItem[] {
  const level = block.level ?? 1
  const known = own.find(({ runIn }) => !runIn)
  if (known !== undefined) return [{ ...known, level }]
  const range = trimInvisible(text, block.start, block.end)
  return range === null ? [] : [{ ...range, text: sliceRange(text, range), level, runIn: false }]
}
