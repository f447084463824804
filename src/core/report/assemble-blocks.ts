import type { ParsedGlossary } from '../glossary/parse-glossary.ts'
import { trimRange } from '../text/white-space.ts'
import { foldGenreWords, SALUTATION } from './genre-words.ts'
import type { Opening } from './opening.ts'
import type { Outline } from './outline.ts'
import { type Piece, splitLines } from './piece.ts'
import type { Block, BlockKind } from './report.ts'

/** What the passes have found about each piece. */
export interface Findings {
  readonly pieces: readonly Piece[]
  readonly opening: Opening
  readonly furniture: ReadonlySet<number>
  readonly parsed: ParsedGlossary
  readonly outline: Outline
}

/** Makes the blocks: one for each piece, cut where a glossary entry begins in mid-line. Null reads every line plainly. */
export function assembleBlocks(text: string, findings: Findings | null): Block[] {
  if (findings === null) return splitLines(text).map(({ start, end }) => ({ kind: 'paragraph', start, end }))
  const cuts = [...findings.parsed.cuts].sort((a, b) => a - b)
  let next = 0
  return findings.pieces.flatMap((piece, i) => {
    const role = toRole(findings, piece, i)
    const bounds: number[] = [piece.start]
    for (let cut = cuts[next]; cut !== undefined && cut < piece.end; cut = cuts[++next])
      if (cut > piece.start) bounds.push(cut)
    bounds.push(piece.end)
    return bounds.slice(1).flatMap((end, k): Block[] => {
      const range = trimRange(text, bounds[k] ?? piece.start, end)
      return range === null ? [] : [{ ...role, ...range }]
    })
  })
}

/** The passes in the order in which they are believed. */
function toRole(
  { opening, furniture, parsed, outline }: Findings,
  piece: Piece,
  index: number,
): { kind: BlockKind; level?: number } {
  if (furniture.has(index)) return { kind: 'boilerplate' }
  const own = opening.roles.get(index) ?? parsed.roles.get(index)
  if (own !== undefined) return { kind: own }
  const level = outline.headings.get(index)
  if (level !== undefined) return { kind: 'heading', level }
  if (SALUTATION.test(foldGenreWords(piece.head))) return { kind: 'salutation' }
  if (outline.listItems.has(index)) return { kind: 'listItem' }
  if (index < opening.bodyStart || piece.head === '' || /^[\u200b-\u200d\u2060\p{P}\p{S}]*$/u.test(piece.head))
    return { kind: 'other' }
  return { kind: 'paragraph' }
}
