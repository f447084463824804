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
  /** Where its first block starts. */
  readonly start: number
  readonly blocks: readonly BlockPart[]
}

export type BodyPart = BlockPart | AsidePart

/** A stretch of the page that is laid out at once. */
export interface PageChunk {
  readonly parts: readonly BodyPart[]
  /** Lengths of its blocks in UTF-16 code units: how tall it will be follows from them. */
  readonly lengths: readonly number[]
}

/** The page in the order in which it is shown. */
export interface PageParts {
  /** Title and bylines. */
  readonly head: readonly BlockPart[]
  readonly body: readonly BodyPart[]
}

const HEAD: ReadonlySet<BlockKind> = new Set(['title', 'byline'])
const NUMBERED: ReadonlySet<BlockKind> = new Set(['paragraph', 'listItem'])

/**
 * Lays the blocks out: title and bylines first, then the body, each run of furniture as one part. Furniture that stands
 * above or between the title lines comes after them, so that a page begins with its title.
 */
export function pageParts(blocks: readonly Block[]): PageParts {
  const head: BlockPart[] = []
  const body: BodyPart[] = []
  let paragraph = 0
  let inHead = true
  blocks.forEach((block, index) => {
    if (block.kind === 'boilerplate') {
      addAside(body, { kind: 'block', block, index, paragraph: null })
      return
    }
    inHead &&= HEAD.has(block.kind)
    const part: BlockPart = { kind: 'block', block, index, paragraph: NUMBERED.has(block.kind) ? ++paragraph : null }
    if (inHead) head.push(part)
    else body.push(part)
  })
  return { head, body }
}

function addAside(body: BodyPart[], block: BlockPart): void {
  const last = body.at(-1)
  if (last?.kind === 'aside') body[body.length - 1] = { ...last, blocks: [...last.blocks, block] }
  else body.push({ kind: 'aside', start: block.block.start, blocks: [block] })
}

/** Characters of one chunk, about three screens. */
const CHUNK_LENGTH = 6000

/** Groups the parts of a body into chunks of about equal length. A part is never cut. */
export function chunkParts(body: readonly BodyPart[]): PageChunk[] {
  const chunks: { parts: BodyPart[]; lengths: number[] }[] = []
  let room = 0
  for (const part of body) {
    if (room <= 0 || chunks.length === 0) {
      chunks.push({ parts: [], lengths: [] })
      room = CHUNK_LENGTH
    }
    const length = part.kind === 'block' ? part.block.end - part.block.start : 0
    chunks.at(-1)?.parts.push(part)
    chunks.at(-1)?.lengths.push(length)
    room -= length
  }
  return chunks
}

/** The chunk in which the block stands that begins at `start`; -1 where none does. */
export function chunkOf(chunks: readonly PageChunk[], start: number): number {
  const known = chunkPlaces.get(chunks)
  if (known) return known.get(start) ?? -1
  const places = new Map<number, number>()
  for (const [index, { parts }] of chunks.entries())
    for (const { block } of parts.flatMap(blocksOf)) places.set(block.start, index)
  chunkPlaces.set(chunks, places)
  return places.get(start) ?? -1
}

/** The chunk of each block, by where the block starts. Asked for hundreds of times a keystroke, made once. */
const chunkPlaces = new WeakMap<readonly PageChunk[], ReadonlyMap<number, number>>()

/** The run of furniture in which the block stands that begins at `start`; null where it is not set aside. */
export function asideOf(chunks: readonly PageChunk[], start: number): AsidePart | null {
  for (const { parts } of chunks)
    for (const part of parts)
      if (part.kind === 'aside' && part.blocks.some(({ block }) => block.start === start)) return part
  return null
}

function blocksOf(part: BodyPart): readonly BlockPart[] {
  return part.kind === 'aside' ? part.blocks : [part]
}
