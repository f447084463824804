import type { Block, BlockKind } from '../../core/report/report.ts'

/** A block on the page, with its place in the report's list. */
export interface BlockPart {
  readonly kind: 'block'
  readonly block: Block
  readonly index: number
  /** Number in the margin, for citing; null for what is not a paragraph. */
  readonly paragraph: number | null
}

/** A run of furniture, folded into one line. */
export interface AsidePart {
  readonly kind: 'aside'
  readonly start: number
  readonly blocks: readonly Block[]
}

/** The page in the order in which it is shown. */
export interface PageParts {
  /** Title and bylines. */
  readonly head: readonly BlockPart[]
  readonly body: readonly (BlockPart | AsidePart)[]
}

const HEAD: ReadonlySet<BlockKind> = new Set(['title', 'byline'])
const NUMBERED: ReadonlySet<BlockKind> = new Set(['paragraph', 'listItem'])

/**
 * Lays the blocks out: title and bylines first, then the body, each run of furniture as one part. Furniture that stands
 * above or between the title lines comes after them, so that a page begins with its title.
 */
export function pageParts(blocks: readonly Block[]): PageParts {
  const head: BlockPart[] = []
  const body: (BlockPart | AsidePart)[] = []
  let paragraph = 0
  let inHead = true
  blocks.forEach((block, index) => {
    if (block.kind === 'boilerplate') {
      addAside(body, block)
      return
    }
    inHead &&= HEAD.has(block.kind)
    const part: BlockPart = { kind: 'block', block, index, paragraph: NUMBERED.has(block.kind) ? ++paragraph : null }
    if (inHead) head.push(part)
    else body.push(part)
  })
  return { head, body }
}

function addAside(body: (BlockPart | AsidePart)[], block: Block): void {
  const last = body.at(-1)
  if (last?.kind === 'aside') body[body.length - 1] = { ...last, blocks: [...last.blocks, block] }
  else body.push({ kind: 'aside', start: block.start, blocks: [block] })
}
