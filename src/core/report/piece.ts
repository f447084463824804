import type { SourceRange } from '../text/range.ts'
import { squeeze, trimRange } from '../text/white-space.ts'

/**
 * The unit that the passes classify: a line without the white space around it, or a part of a line that has a role of
 * its own (a heading glued to the end of a paragraph).
 */
export interface Piece extends SourceRange {
  readonly text: string
  /** The first characters without white space: enough to tell a heading, a title or furniture, cheap on huge lines. */
  readonly head: string
  /** Number of characters without white space, counted up to `MEASURED` only. */
  readonly length: number
  /** False where it continues the line of the piece before. */
  readonly startsLine: boolean
}

/** Lines longer than this are paragraphs whatever they hold; nothing beyond it needs to be looked at to tell. */
export const MEASURED = 400

/** Makes a piece of a stretch of text; null where it is only white space. */
export function toPiece(text: string, start: number, end: number, startsLine = true): Piece | null {
  const range = trimRange(text, start, end)
  if (range === null) return null
  const own = text.slice(range.start, range.end)
  const head = squeeze(own.length > MEASURED ? own.slice(0, MEASURED) : own)
  return {
    ...range,
    text: own,
    head,
    length: own.length > MEASURED ? Math.max(head.length, MEASURED) : head.length,
    startsLine,
  }
}

/** The lines of a text that hold something. */
export function splitLines(text: string): Piece[] {
  const pieces: Piece[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const piece = toPiece(text, start, end)
    if (piece !== null) pieces.push(piece)
    start = end + 1
  }
  return pieces
}
