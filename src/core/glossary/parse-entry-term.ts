/** How term and definition are set apart. One list mostly keeps to one manner. */
export const SEPARATORS = ['bracket', 'bold', 'colon', 'line', 'dash', 'space', 'verb', 'quote', 'stop'] as const
export type Separator = (typeof SEPARATORS)[number]

/** Where a term ends and its definition begins, in the text after the number. */
export interface TermSplit {
  readonly separator: Separator
  readonly termStart: number
  readonly termEnd: number
  readonly definitionStart: number
}

const OPENING = '“‘「『（(《〈【[［〔"'
const CLOSING = '”’」』）)》〉】]］〕"'
const MOST = 64

/** Finds the split in one manner; null where the text has none. `boldEnd` is where bold type that opens the text ends. */
export function splitTerm(text: string, separator: Separator, boldEnd: number | null): TermSplit | null {
  switch (separator) {
    case 'bracket':
      return splitBracket(text)
    case 'bold':
      return boldEnd === null || boldEnd < 1 || boldEnd >= text.length
        ? null
        : toSplit('bold', text, 0, boldEnd, boldEnd)
    case 'colon':
      return splitAt(
        text,
        separator,
        /[：:]/,
        (at) => !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))),
      )
    case 'line':
      return splitLine(text)
    case 'quote':
      return splitQuote(text)
    case 'dash':
      return splitAt(text, separator, /[—―─]/, () => true)
    case 'space':
      return splitAt(
        text,
        separator,
        /\s/,
        (at) => at >= 2 && !isBetweenLatin(text, at) && !/[，,]/.test(text.slice(0, at)),
      )
    case 'verb':
      return splitVerb(text)
    case 'stop':
      return splitStop(text)
  }
}

/** 【甲计划】即…, [甲计划]…, 甲计划】即… (the first bracket lost). */
function splitBracket(text: string): TermSplit | null {
  const match = /^[【[［]([^【】[\]［］]{1,60})[】\]］]|^([^【】[\]［］。]{1,60})】/.exec(text)
  if (match === null) return null
  const start = match[1] === undefined ? 0 : 1
  const length = (match[1] ?? match[2] ?? '').length
  const rest = /^[：:]?\s*/.exec(text.slice(match[0].length))?.[0].length ?? 0
  return { separator: 'bracket', termStart: start, termEnd: start + length, definitionStart: match[0].length + rest }
}

/** The first separator outside quotation marks and brackets. */
function splitAt(text: string, separator: Separator, mark: RegExp, accept: (at: number) => boolean): TermSplit | null {
  let depth = 0
  const straight = { open: false }
  for (let at = 0; at < Math.min(text.length, MOST); at++) {
    const char = text.charAt(at)
    if (char === '"') {
      depth += straight.open ? -1 : 1
      straight.open = !straight.open
    } else if (OPENING.includes(char)) depth++
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1)
    else if (char === '。' || char === '；') return null
    else if (depth === 0 && mark.test(char) && accept(at)) return toSplit(separator, text, 0, at, at)
  }
  return null
}

/** A term that stands on a line of its own above its definition. */
function splitLine(text: string): TermSplit | null {
  const at = text.slice(0, MOST).indexOf('\n')
  return at < 1 || /[。；，]/.test(text.slice(0, at)) ? null : toSplit('line', text, 0, at, at)
}

/** 河湖“清四乱”清理乱占…: the quotation mark alone ends the term. */
function splitQuote(text: string): TermSplit | null {
  const match = /^[^，。；“”]{0,16}“[^”]{1,24}”(?:\p{Script=Han}{1,8}(?=一是|[（(][1一]))?/u.exec(text)
  return match === null || match[0].length >= text.length
    ? null
    : toSplit('quote', text, 0, match[0].length, match[0].length)
}

/** 甲计划是指…, 甲计划即…: the verb belongs to the definition. */
function splitVerb(text: string): TermSplit | null {
  const match =
    /^([^，。；：:]{2,36}?)[，,]?(?=是指|指的是|系指|就是指|主要(?:指|是指)|即(?!将|时|使|可|便)|指(?!标|导|数|出|定|挥|示|引|向|南|令))/.exec(
      text.slice(0, MOST),
    )
  if (match?.[1] === undefined) return null
  return { separator: 'verb', termStart: 0, termEnd: match[1].length, definitionStart: match[0].length }
}

/** 甲计划。从某年开始…: a short first sentence names the term. */
function splitStop(text: string): TermSplit | null {
  const match = /^([^，。；：:]{2,24})。(?=\s*\S)/.exec(text)
  return match?.[1] === undefined
    ? null
    : { separator: 'stop', termStart: 0, termEnd: match[1].length, definitionStart: match[0].length }
}

function toSplit(
  separator: Separator,
  text: string,
  termStart: number,
  termEnd: number,
  from: number,
): TermSplit | null {
  const term = text.slice(termStart, termEnd)
  const trimmed = term.replace(/[\s：:—―─。]+$/, '')
  if (trimmed.trim() === '') return null
  const gap = /^[\s：:—―─]*/.exec(text.slice(from))?.[0].length ?? 0
  return { separator, termStart, termEnd: termStart + trimmed.length, definitionStart: from + gap }
}

/** A space inside an English name, Public Private Partnership, sets nothing apart. */
function isBetweenLatin(text: string, at: number): boolean {
  return /[A-Za-z\d]/.test(text.charAt(at - 1)) && /[A-Za-z\d（(]/.test(text.charAt(at + 1))
}

/** Page references behind a term, （P2）, (见第2页), tell where it stands and are no part of it. */
const PAGE_REFERENCE =
  /\s*[（([【](?:[Pp]\.?\s?\d{1,3}|(?:见|详见)?(?:报告)?(?:正文)?第?\s?\d{1,3}\s?页.{0,8})[)）\]】]\s*$/

/** Where a term ends when a page reference behind it is left out. */
export function termEndWithoutPage(term: string): number {
  return PAGE_REFERENCE.exec(term)?.index ?? term.length
}
