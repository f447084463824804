import { matchGlossaryHeading } from '../glossary/parse-glossary-heading.ts'
import { isAnnex } from './annex.ts'
import { matchFurniture } from './furniture-rules.ts'
import { TITLE_WORDS } from './genre-words.ts'
import { matchInjectedWords } from './injected-words.ts'
import type { Opening } from './opening.ts'
import { readOrdinal } from './ordinal.ts'
import type { Piece } from './piece.ts'

/** The page below a report is at most this part of the text, or so many characters. */
const TAIL_SHARE = 0.15
const TAIL_CHARACTERS = 1500

/** Lines with which the part of a page below the report begins. */
const END_RULES = new Set([
  'forum-footer',
  'previous-next',
  'related',
  'download-site',
  'site-footer',
  'messenger',
  'encyclopedia',
  'toolbar',
  'attachment-file',
])

/** Indices of the pieces that are furniture of a page and no part of the report. */
export function findFurniture(pieces: readonly Piece[], opening: Opening): Set<number> {
  const furniture = new Set<number>()
  addHeader(pieces, opening, furniture)
  const end = Math.min(findEnd(pieces, opening.bodyStart), findEndOfSpeech(pieces, opening.bodyStart))
  pieces.forEach(({ head, length, text, startsLine }, i) => {
    if (i < opening.bodyStart) return
    const injected = !startsLine && matchInjectedWords(text) !== null
    if (i >= end || injected || matchFurniture(head, length, false) !== null) furniture.add(i)
  })
  return furniture
}

/**
 * Above the title everything belongs to the page as soon as one line is certain to: figures of a member panel or the
 * names of a menu cannot be told one by one. Between title and salutation each line is judged by itself.
 */
function addHeader(pieces: readonly Piece[], opening: Opening, furniture: Set<number>): void {
  const above = pieces.slice(0, opening.titleIndex ?? opening.bodyStart)
  const rules = above.map(({ head, length }) => matchFurniture(head, length, true))
  const isPage = opening.titleIndex !== null && rules.some((rule) => rule !== null)
  for (let i = 0; i < opening.bodyStart; i++) {
    const piece = pieces[i]
    if (piece === undefined || opening.roles.has(i)) continue
    const rule = matchFurniture(piece.head, piece.length, true)
    if (rule !== null || (isPage && i < above.length)) furniture.add(i)
  }
}

/**
 * Index of the first piece of what stands below the report. The page below begins with a line that can be nothing else
 * (上一篇, 分享到, 热门标签) and goes on to the end: its menus and titles cannot be told one by one.
 */
function findEnd(pieces: readonly Piece[], bodyStart: number): number {
  const total = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  const most = Math.max(total * TAIL_SHARE, TAIL_CHARACTERS)
  let rest = 0
  let end = pieces.length
  for (let i = pieces.length - 1; i >= bodyStart; i--) {
    const piece = pieces[i]
    if (piece === undefined) break
    rest += piece.text.length
    if (rest > most || isReportText(piece)) break
    const rule = matchFurniture(piece.head, piece.length, true)
    if (rule !== null && (END_RULES.has(rule) || (i + 1 === end && end < pieces.length))) end = i
  }
  return end
}

/** An item of an outline or a glossary, an annex, or an address to the meeting: the page below does not reach above it. */
function isReportText(piece: Piece): boolean {
  const { head, length } = piece
  if (isAnnex(piece) || matchGlossaryHeading(head, length) !== null) return true
  // 1.2020年示例县政府工作报告: a menu's item, not an outline's.
  if (readOrdinal(head) !== null) return length >= 8 && !(TITLE_WORDS.test(head) && !/[：:，。；]/.test(head))
  return length >= 8 && /^(?:各位代表|[[［【]\d+[\]］】])/.test(head)
}

/** How a speech closes: …而努力奋斗！ */
const CLOSING = /(?:奋斗|前进|贡献|篇章|召开|辉煌|谢谢大家)[！!。]?$/

/**
 * Index of the first line of a page below a speech without appendix. Once the speech has closed, a line that looks like
 * furniture opens what belongs to the page alone.
 */
function findEndOfSpeech(pieces: readonly Piece[], bodyStart: number): number {
  const closing = pieces.findLastIndex(
    ({ text, length }, i) => i >= bodyStart && length >= 20 && CLOSING.test(text.slice(-12)),
  )
  const after = closing < 0 ? [] : pieces.slice(closing + 1)
  if (closing < 0 || after.some((piece) => isAnnex(piece) || matchGlossaryHeading(piece.head, piece.length) !== null))
    return pieces.length
  const size = after.reduce((sum, piece) => sum + piece.text.length, 0)
  if (size > TAIL_CHARACTERS) return pieces.length
  const first = after.findIndex(({ head, length }) => {
    const rule = matchFurniture(head, length, true)
    // A date or a bare figure may stand below a speech too.
    return rule !== null && rule !== 'web-date' && rule !== 'forum-member-figure'
  })
  return first < 0 ? pieces.length : closing + 1 + first
}
