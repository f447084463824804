/** Something in printed text that Markdown or Obsidian would act on: every character that `pattern` finds is escaped. */
interface EscapeRule {
  readonly what: string
  readonly pattern: RegExp
  readonly example: string
}

/**
 * What acts wherever it stands in a line. Each rule is as narrow as the syntax lets it be, so that a quote stays
 * readable as source: `6.2%`, `3~5`, `[4]`, `snake_case` and all Chinese punctuation are left as they are.
 */
export const INLINE_RULES: readonly EscapeRule[] = [
  { what: 'escape', pattern: /\\(?=[!-/:-@[-`{-~]|$)/g, example: 'a\\*b' },
  { what: 'emphasis, code, formula', pattern: /[*`$]/g, example: '*a* `b` $c$' },
  {
    what: 'emphasis by underscores, which do nothing inside a word',
    pattern: /(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu,
    example: '_a_',
  },
  { what: 'strikethrough', pattern: /~{2,}/g, example: '~~a~~' },
  { what: 'highlight (Obsidian)', pattern: /={2,}/g, example: '==a==' },
  { what: 'comment (Obsidian)', pattern: /%{2,}/g, example: '%%a%%' },
  { what: 'wikilink, embed', pattern: /\[{2,}/g, example: '![[a]]' },
  { what: 'link, image', pattern: /(?<=\])\(/g, example: '[a](b)' },
  { what: 'footnote', pattern: /\[(?=\^)|\^(?=\[)/g, example: '[^1] ^[a]' },
  { what: 'block id (Obsidian)', pattern: /(?<=^|\s)\^(?=[A-Za-z0-9-]+\s*$)/g, example: 'a ^b' },
  { what: 'HTML, autolink', pattern: /<(?=[A-Za-z/!?])/g, example: '<b>' },
  { what: 'character reference', pattern: /&(?=#?[A-Za-z0-9]+;)/g, example: '&amp;' },
  { what: 'tag, heading and its closing sequence', pattern: /(?<![\p{L}\p{N}/])#+/gu, example: '#a' },
]

/** What acts only where a line begins. */
export const LINE_START_RULES: readonly EscapeRule[] = [
  { what: 'quote', pattern: /^>/g, example: '> a' },
  { what: 'bullet', pattern: /^[-+](?=[ \t]|$)/g, example: '- a' },
  { what: 'thematic break', pattern: /^-(?=[ \t-]*$)/g, example: '---' },
  { what: 'ordered list', pattern: /(?<=^\d{1,9})[.)](?=[ \t]|$)/g, example: '1. a' },
  { what: 'callout (Obsidian)', pattern: /^\[(?=!)/g, example: '[!note] a' },
  { what: 'reference definition, which would vanish', pattern: /^\[(?=[^\]]*\]:)/g, example: '[4]: a' },
]

/** Where a line of text ends: what Unicode calls a newline (UTS #18, RL1.6), since readers of files differ in what they take for one. */
export const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/** Printed text as Markdown that shows it unchanged in the middle of a line. White space, every kind of line break too, becomes single spaces. */
export function escapeInline(text: string): string {
  return escapeBy(INLINE_RULES, text.replace(/[\s\u0085]+/g, ' ').trim())
}

/** One line of printed text as a Markdown paragraph of its own. */
export function escapeLine(line: string): string {
  return escapeBy([...LINE_START_RULES, ...INLINE_RULES], line)
}

/** Printed text as Markdown paragraphs: its lines, trimmed and escaped; empty ones are left out. */
export function toParagraphs(text: string): readonly string[] {
  return text
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(escapeLine)
}

function escapeBy(rules: readonly EscapeRule[], text: string): string {
  const escaped = new Set<number>()
  for (const { pattern } of rules)
    for (const match of text.matchAll(pattern))
      for (let at = match.index; at < match.index + match[0].length; at++) escaped.add(at)
  if (escaped.size === 0) return text
  // By code unit, as the indexes are: every escaped character is ASCII, so no pair is torn.
  return text
    .split('')
    .map((unit, at) => (escaped.has(at) ? `\\${unit}` : unit))
    .join('')
}
