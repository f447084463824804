import { readOrdinal } from './ordinal.ts'
import { findRuns, type NumberedLine } from './ordinal-runs.ts'
import type { Piece } from './piece.ts'
import { readLead } from './sentence.ts'

const HEADING_LENGTH = 62
/** A lead sentence has 40 characters at most, its ordinal not counted. */
const LEAD_LENGTH = 40

/** The numbered lines among the given pieces, in reading order. */
export function findNumberedLines(pieces: readonly Piece[], content: readonly number[]): NumberedLine[] {
  const lines = content.flatMap((index) => {
    const piece = pieces[index]
    return piece === undefined ? [] : (toNumberedLine(piece, index) ?? [])
  })
  return markLists(lines, content)
}

/** 一、过去一年的工作……3: a line of a table of contents. */
const TABLE_OF_CONTENTS = /(?:[.…·．]\s?){3,}\d{1,3}$/

function toNumberedLine(piece: Piece, index: number): NumberedLine | null {
  const ordinal = readOrdinal(piece.text)
  if (ordinal === null || TABLE_OF_CONTENTS.test(piece.text.slice(-40))) return null
  const { form, number } = ordinal
  const words = piece.text.slice(ordinal.end, ordinal.end + 200)
  const start = piece.start + ordinal.at
  const item = { index, form, number, shape: 'item', start, end: piece.end } as const
  if (words === '') return null
  const lead = readLead(words, LEAD_LENGTH + 1) ?? readSpacedLead(words, piece.length)
  if (lead === null) return piece.length <= HEADING_LENGTH && isHeadingText(words) ? { ...item, shape: 'whole' } : item
  // 第一，… opens a sentence of an enumeration as 一是 does; it is a heading only where it stands alone.
  if (form === 'nth' || form === 'arabic-half-paren') return item
  return { ...item, shape: 'run-in', end: piece.start + ordinal.end + lead.end }
}

/** 一、过去五年工作回顾 过去五年，是…: a heading that lost its line break is set apart by a space alone. */
function readSpacedLead(words: string, length: number): { readonly end: number } | null {
  const match = /^[^\s。！？：:，,；;]{5,30}(?=\s+\p{Script=Han})/u.exec(words)
  return match === null || length < 100 ? null : { end: match[0].length }
}

/** One clause without a stop inside. A line that ends in a comma goes on. */
export function isHeadingText(words: string): boolean {
  return !/[。！？；;].*\S/.test(words) && !/[，、,；;]$/.test(words)
}

/**
 * A list is numbered lines that follow each other with nothing under them: 1.项目内容… 2.责任单位…. Headings have
 * something under most of them.
 */
function markLists(lines: readonly NumberedLine[], content: readonly number[]): NumberedLine[] {
  const place = new Map(content.map((index, i) => [index, i]))
  const isList = new Set<NumberedLine>()
  for (const { lines: run } of findRuns(lines)) {
    const followers = run.slice(0, -1).filter((line, i) => {
      const next = run[i + 1]
      return next !== undefined && place.get(next.index) === (place.get(line.index) ?? 0) + 1
    })
    const whole = run.filter(({ shape }) => shape === 'whole')
    const bare = followers.filter(({ shape }) => shape === 'whole')
    if (run.length > 1 && bare.length > 0 && bare.length * 2 >= Math.min(whole.length, run.length - 1))
      for (const line of whole) isList.add(line)
  }
  return lines.map((line) => (isList.has(line) ? { ...line, shape: 'item' } : line))
}
