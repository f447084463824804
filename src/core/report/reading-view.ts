import type { Block, BlockKind, Report } from './report.ts'

/** What belongs to the speech itself: where terms are marked and counted. */
const BODY: ReadonlySet<BlockKind> = new Set(['heading', 'paragraph', 'listItem', 'table', 'other'])

export function isBodyBlock(block: Block): boolean {
  return BODY.has(block.kind)
}

/** The blocks that a reader sees: all but what was set aside. */
export function readingBlocks(report: Pick<Report, 'blocks'>): Block[] {
  return report.blocks.filter((block) => block.kind !== 'boilerplate')
}

/** Characters of the reading view, white space left out. */
export function countCharacters(text: string, report: Pick<Report, 'blocks'>): number {
  return readingBlocks(report).reduce(
    (sum, block) => sum + [...text.slice(block.start, block.end).replace(/\s/gu, '')].length,
    0,
  )
}
