import { toSourceRange } from '../text/range.ts'
import { trimInvisible } from '../text/white-space.ts'
import type { ImportHints } from './import-hints.ts'
import { findNumberedLines } from './numbered-lines.ts'
import { assignLevels } from './outline-levels.ts'
import type { Piece } from './piece.ts'
import type { OutlineItem } from './report.ts'
import { keepRegular } from './returning-sentences.ts'
import { findUnnumberedLines } from './unnumbered-lines.ts'

export interface Outline {
  readonly items: readonly OutlineItem[]
  /** Level of the pieces that are headings as a whole, by index. */
  readonly headings: ReadonlyMap<number, number>
  /** Pieces that are items of a list, by index. */
  readonly listItems: ReadonlySet<number>
}

/** The headings and lead sentences among the pieces of the speech and its annexes, with levels. */
export function readOutline(
  text: string,
  pieces: readonly Piece[],
  content: readonly number[],
  bodyStart: number,
  hints: ImportHints,
): Outline {
  const numbered = findNumberedLines(pieces, content)
  const marked = markedBy(hints)
  const whole = new Set(numbered.filter(({ shape }) => shape === 'whole').map(({ index }) => index))
  const unnumbered = keepRegular(findUnnumberedLines(pieces, content, marked), pieces, whole, marked).filter(
    ({ index }) => index >= bodyStart,
  )
  const levels = assignLevels(
    numbered.filter(({ shape }) => shape !== 'item'),
    unnumbered,
  )
  const items: OutlineItem[] = []
  const headings = new Map<number, number>()
  for (const line of [...numbered, ...unnumbered].sort((a, b) => a.index - b.index)) {
    const piece = pieces[line.index]
    const level = levels.get(line.index)
    if (piece === undefined || level === undefined) continue
    const runIn = 'shape' in line && line.shape === 'run-in'
    const range =
      'shape' in line ? trimInvisible(text, line.start, line.end) : trimInvisible(text, piece.start, piece.end)
    if (range === null) continue
    if (!runIn) headings.set(line.index, level)
    items.push({ ...toSourceRange(range.start, range.end), text: text.slice(range.start, range.end), level, runIn })
  }
  const listItems = new Set(numbered.filter(({ shape }) => shape === 'item').map(({ index }) => index))
  return { items, headings, listItems }
}

/** Whether the file's format marks a line as a heading, or sets all of it in bold. */
function markedBy(hints: ImportHints): (piece: Piece) => boolean {
  const ranges = [...(hints.headings ?? []), ...(hints.bold ?? [])]
  const starts = new Map(ranges.map((range) => [range.start, range.end]))
  return (piece) => (starts.get(piece.start) ?? -1) >= piece.end
}
