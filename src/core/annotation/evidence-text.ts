import { type SourceRange, toSourceRange } from '../text/range.ts'

/**
 * A text as evidence reads it, with the way back. Forms that encodings, web pages and editors exchange without meaning
 * anything by it are one form; nothing else is folded: a number, a word or a mark of punctuation that was changed is
 * another text.
 */
export interface EvidenceText {
  readonly text: string
  readonly folded: string
  /** For each UTF-16 unit of `folded`, where it stands in `text`. */
  readonly starts: Uint32Array
}

/** Signs that stand for each other, after full width became half width: the shapes of quotation marks, dashes, dots. */
const ONE_SIGN: readonly (readonly [sign: string, shapes: string])[] = [
  ['"', '“”「」〝〞〟｢｣«»'],
  ["'", '‘’『』`'],
  ['.', '。｡'],
  ['、', '､'],
  ['—', '–―─'],
  ['…', '⋯'],
  ['·', '•・‧∙･'],
  ['~', '〜∼'],
]
const SIGN = new Map(ONE_SIGN.flatMap(([sign, shapes]) => [...shapes].map((shape) => [shape, sign] as const)))

// White space, and characters that take no room: zero-width ones, the byte order mark, soft hyphen.
const BLANK = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/
const SENTENCE_END = /[。！？；!?;｡]/

/** Folds a text: white space goes, full width becomes half width, each sign has one shape. */
export function foldEvidence(text: string): EvidenceText {
  const starts = new Uint32Array(text.length)
  const units: string[] = []
  let blankAt = -1
  for (let offset = 0; offset < text.length; offset++) {
    const unit = foldUnit(text, offset)
    if (unit === '') {
      if (blankAt < 0) blankAt = offset
      continue
    }
    // 2 3 is not 23: between two figures white space is all that keeps them apart.
    if (blankAt >= 0 && isDigit(unit) && isDigit(units.at(-1) ?? '')) {
      starts[units.length] = blankAt
      units.push(' ')
    }
    blankAt = -1
    starts[units.length] = offset
    units.push(unit)
  }
  return { text, folded: units.join(''), starts: starts.subarray(0, units.length) }
}

/** The first unit of the folded text that stands at an offset of the source text, or after it. */
export function toFoldedOffset({ starts }: EvidenceText, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a stretch of the folded text, of one unit at least, stands in the source text. */
export function toSourceStretch({ text, starts }: EvidenceText, start: number, end: number): SourceRange {
  const from = starts[start] ?? text.length
  const to = (starts[end - 1] ?? text.length) + 1
  // A character outside the basic plane is not cut in two.
  return toSourceRange(isLowSurrogate(text, from) ? from - 1 : from, isLowSurrogate(text, to) ? to + 1 : to)
}

/** Whether a sentence, or a line of the source text, ends just before this unit of the folded text. */
export function isSentenceEdge({ text, folded, starts }: EvidenceText, at: number): boolean {
  if (at <= 0 || at >= folded.length) return true
  const before = starts[at - 1] ?? 0
  if (text.slice(before + 1, starts[at]).includes('\n')) return true
  const unit = text.charAt(before)
  if (SENTENCE_END.test(unit)) return true
  // A full stop of half width may as well be a decimal point or stand in an abbreviation.
  if (folded.charAt(at - 1) === '.') return !/[\w.]/.test(folded.charAt(at))
  return folded.charAt(at - 1) === '"' && at > 1 && SENTENCE_END.test(text.charAt(starts[at - 2] ?? 0))
}

function foldUnit(text: string, offset: number): string {
  const code = text.charCodeAt(offset)
  const unit = text.charAt(offset)
  // Common hanzi, nearly all of a report.
  if (code >= 0x4e00 && code <= 0x9fff) return unit
  if (BLANK.test(unit)) return ''
  // The block of full-width ASCII stands at a fixed distance from ASCII itself (Unicode, Halfwidth and Fullwidth Forms).
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit
  return SIGN.get(half) ?? half
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9'
}

function isLowSurrogate(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff
}
