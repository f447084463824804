/** One line without its marks; ranges are of `text`. */
export interface MarkdownLine {
  readonly text: string
  /** Level of a # heading; null for other lines. */
  readonly level: number | null
  readonly bold: readonly { readonly start: number; readonly end: number }[]
}

/** A mark inside a line: what it is, and what stands there instead. */
const INLINE =
  /\\([!-/:-@[-`{-~])|\*\*|__|\*|\[\^(\d{1,3})\](:[ \t]*)?|&(amp|lt|gt|quot|nbsp|ldquo|rdquo|permil|middot);/g

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  permil: '‰',
  middot: '·',
}

/** Drops the Markdown marks of one line. Asterisks without a partner, as in （**五）, are dropped too. */
export function readMarkdownLine(raw: string): MarkdownLine {
  const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(raw)
  // A bullet is a mark; `-` before a digit or without a space is text. Three dashes alone are a rule.
  const bullet = heading === null ? /^\s{0,3}[*+-][ \t]+(?=\S)/.exec(raw) : null
  const prefix = heading?.[0].length ?? bullet?.[0].length ?? 0
  let rest = raw.slice(prefix)
  if (heading !== null) rest = rest.replace(/[ \t]+#+[ \t]*$/, '')
  if (/^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$/.test(raw)) return { text: '', level: null, bold: [] }
  return { level: heading?.[1]?.length ?? null, ...readInline(rest) }
}

function readInline(raw: string): Pick<MarkdownLine, 'text' | 'bold'> {
  const bold: { start: number; end: number }[] = []
  let text = ''
  let at = 0
  let open: number | null = null
  for (const match of raw.matchAll(INLINE)) {
    const [mark, escaped, note, colon, entity] = match
    text += raw.slice(at, match.index)
    at = match.index + mark.length
    if (escaped !== undefined) text += escaped
    else if (entity !== undefined) text += ENTITIES[entity] ?? mark
    // A footnote's caret and the colon after its definition are marks; the number is what is printed.
    else if (note !== undefined) text += `[${note}]${colon !== undefined && match.index === 0 ? ' ' : (colon ?? '')}`
    else if (mark === '*' || mark === '__') text += isMark(raw, match.index, mark) ? '' : mark
    else if (open === null) open = text.length
    else {
      if (text.length > open) bold.push({ start: open, end: text.length })
      open = null
    }
  }
  return { text: text + raw.slice(at), bold }
}

/** A single asterisk between digits is a multiplication, underscores inside a word are text. */
function isMark(raw: string, index: number, mark: string): boolean {
  const before = raw.charAt(index - 1)
  const after = raw.charAt(index + mark.length)
  return !(/[\dA-Za-z]/.test(before) && /[\dA-Za-z]/.test(after)) && (mark !== '*' || before !== ' ' || after !== ' ')
}
