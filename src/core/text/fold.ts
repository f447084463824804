/** A text folded for comparison, with the way back to the text it came from. */
export interface FoldedText {
  readonly folded: string
  /** For each UTF-16 unit of `folded`, where its character starts in the original. */
  readonly starts: Uint32Array
  /** For each UTF-16 unit of `folded`, where its character ends in the original. */
  readonly ends: Uint32Array
}

/** A further folding of single characters, as from traditional to simplified (see `simplifyCharacter`). */
export type FoldCharacter = (character: string) => string

// Quotation marks of every shape, straight, curled, cornered and full-width, and the title marks of books.
const QUOTES = /["'“”‘’«»「」『』〝〞〟＂＇｢｣]/u
// White space, and characters that take no room: zero-width ones, the byte order mark, soft hyphen.
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/u

/** The block of common hanzi (CJK Unified Ideographs), nearly all of a report: nothing of it is folded away. */
const FIRST_HANZI = 0x4e00
const LAST_HANZI = 0x9fff

/**
 * Folds what printers vary without meaning it: quotation marks and white space go, full width becomes half width,
 * capitals become small. `“五源 共治”` and `五源共治` fold alike, as do `５Ｇ` and `5g`.
 */
export function foldText(text: string, further?: FoldCharacter): FoldedText {
  // A character may fold to two units (İ), so there is room for twice the text.
  const starts = new Uint32Array(text.length * 2)
  const ends = new Uint32Array(text.length * 2)
  let folded = ''
  let length = 0
  // Where the stretch began that stays as it is: it is copied as a whole.
  let kept = 0
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) ?? 0
    const end = offset + (code > 0xffff ? 2 : 1)
    const character = text.slice(offset, end)
    const units = code >= FIRST_HANZI && code <= LAST_HANZI && !further ? character : foldCharacter(character, further)
    if (units !== character) {
      folded += text.slice(kept, offset) + units
      kept = end
    }
    for (let unit = 0; unit < units.length; unit++, length++) {
      starts[length] = offset
      ends[length] = end
    }
    offset = end
  }
  return { folded: folded + text.slice(kept), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

/** The folded form of a term: what two spellings of it have in common. */
export function foldKey(text: string, further?: FoldCharacter): string {
  return foldText(text, further).folded
}

/** Nothing for a character that is folded away. */
function foldCharacter(character: string, further?: FoldCharacter): string {
  const code = character.codePointAt(0) ?? 0
  if (code >= FIRST_HANZI && code <= LAST_HANZI) return further ? further(character) : character
  if (QUOTES.test(character) || INVISIBLE.test(character)) return ''
  // The block of full-width ASCII stands at a fixed distance from ASCII itself (Unicode, Halfwidth and Fullwidth Forms).
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  return code < 0x250 ? character.toLowerCase() : character
}
