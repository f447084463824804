import { isAnnex } from './annex.ts'
import { SALUTATION } from './genre-words.ts'
import { readOrdinal } from './ordinal.ts'
import type { Piece } from './piece.ts'
import { endsSentence } from './sentence.ts'

/** A line that stands alone like a heading and has no number. */
export interface UnnumberedLine {
  readonly index: number
  /** Whether it is a sentence with its full stop. */
  readonly sentence: boolean
}

/**
 * Short lines without a number that stand between paragraphs: part headings (2024年工作建议) and lead sentences that
 * return in one form (一年来，我们坚持…。). In a text whose lines are broken anywhere nothing can be told by this.
 */
export function findUnnumberedLines(
  pieces: readonly Piece[],
  content: readonly number[],
  marked: (piece: Piece) => boolean,
): UnnumberedLine[] {
  const at = (i: number): Piece | undefined => pieces[content[i] ?? -1]
  if (isBrokenAnywhere(content.map((index) => pieces[index]))) return []
  const alone: UnnumberedLine[] = []
  content.forEach((index, i) => {
    const piece = at(i)
    const before = at(i - 1)
    const after = at(i + 1)
    if (piece === undefined || after === undefined || !piece.startsLine) return
    const underAnnex = before !== undefined && isAnnex(before)
    if (isAnnex(piece)) {
      alone.push({ index, sentence: false })
      return
    }
    const { head, length } = piece
    if (length < 4 || length > 60 || readOrdinal(piece.text) !== null || SALUTATION.test(head)) return
    if (/^[—\-─―–•·*（(\d%]/.test(head) && !/^\d{4}年/.test(head)) return
    // 牵头单位：… is a field of a table, …以下工作： only announces a list.
    if (/[：:]|[，、,；;]$/.test(head) || /^(?:各位代表|谢谢)/.test(head)) return
    const opensBefore =
      before === undefined ||
      endsSentence(before.text) ||
      underAnnex ||
      readOrdinal(before.text) !== null ||
      (alone.at(-1)?.index === content[i - 1] && before.length >= 6)
    const hasBody =
      after.length >= 40 || readOrdinal(after.text) !== null || (after.length >= 4 && after.length > length)
    if ((!hasBody && !underAnnex) || (!opensBefore && !marked(piece))) return
    const sentence = /[。！？!?]$/.test(head)
    // A sentence heads what is longer than itself.
    if (sentence && after.length < length) return
    if (!sentence && (length > 40 || /[。！？!?；;]/.test(head))) return
    alone.push({ index, sentence })
  })
  return dropCells(alone, content, pieces)
}

/** Three and more short lines in a row are the cells of a table. */
function dropCells(
  alone: readonly UnnumberedLine[],
  content: readonly number[],
  pieces: readonly Piece[],
): UnnumberedLine[] {
  const place = new Map(content.map((index, i) => [index, i]))
  const isShort = (i: number): boolean => {
    const piece = pieces[content[i] ?? -1]
    return piece !== undefined && piece.length <= 16 && readOrdinal(piece.text) === null && !endsSentence(piece.text)
  }
  return alone.filter(({ index }) => {
    const i = place.get(index) ?? 0
    const before = pieces[content[i - 1] ?? -1]
    if (before !== undefined && isAnnex(before)) return true
    const run = [i - 2, i - 1, i, i + 1, i + 2].map(isShort)
    return !((run[0] && run[1] && run[2]) || (run[1] && run[2] && run[3]) || (run[2] && run[3] && run[4]))
  })
}

function isBrokenAnywhere(pieces: readonly (Piece | undefined)[]): boolean {
  const long = pieces.filter((piece) => piece !== undefined && piece.length >= 24)
  return (
    long.length >= 5 &&
    long.filter((piece) => piece !== undefined && !endsSentence(piece.text)).length > long.length * 0.4
  )
}
