/** A line of a file with the line break that ends it; the last one may have none. */
export interface FileLine {
  readonly text: string
  readonly end: '\n' | '\r\n' | ''
}

/** Lines `[from, to)` of a file, by index. */
export interface LineSpan {
  readonly from: number
  readonly to: number
}

/** Lines that take the place of a span; with `from` equal to `to` they are put before that line. */
export interface LineEdit extends LineSpan {
  readonly lines: readonly string[]
  /** Whether lines that are put in belong to what stands above or below: others put in at the same place stay out of between. */
  readonly belongsTo?: 'above' | 'below'
}

/** A file as its lines. Joined again they are the file, whatever line breaks it mixes. */
export function splitLines(text: string): FileLine[] {
  const lines: FileLine[] = []
  for (const [, line = '', end = ''] of text.matchAll(/([^\n]*?)(\r\n|\n|$)/g))
    if (line !== '' || end !== '') lines.push({ text: line, end: end === '\r\n' || end === '\n' ? end : '' })
  return lines
}

/** Lines as the text that they are. */
export function joinLines(lines: readonly FileLine[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}

/** The line break that a file's first line ends with. */
export function lineBreakOf(lines: readonly FileLine[]): '\n' | '\r\n' {
  return lines[0]?.end === '\r\n' ? '\r\n' : '\n'
}

/**
 * Makes edits, which must not overlap; their lines end with `lineBreak`. What is put in at one place comes in the order
 * given, between what belongs to the line above and to the one below. Every line that no edit covers
 * stays as it is, byte for byte, except that a last line without a break gets one where something comes after it.
 */
export function applyEdits(lines: readonly FileLine[], edits: readonly LineEdit[], lineBreak: '\n' | '\r\n'): string {
  const ordered = edits.map((edit, index) => ({ ...edit, index }))
  ordered.sort((a, b) => a.from - b.from || a.to - b.to || rankOf(a) - rankOf(b) || a.index - b.index)
  const out: FileLine[] = []
  let next = 0
  for (const { from, to, lines: given } of ordered) {
    out.push(...lines.slice(next, from), ...given.map((text) => ({ text, end: lineBreak })))
    next = Math.max(next, to)
  }
  out.push(...lines.slice(next))
  return out.map(({ text, end }, index) => text + (end === '' && index < out.length - 1 ? lineBreak : end)).join('')
}

function rankOf({ belongsTo }: LineEdit): number {
  if (belongsTo === undefined) return 1
  return belongsTo === 'above' ? 0 : 2
}

/** The texts of a span of lines. */
export function textsOf(lines: readonly FileLine[], { from, to }: LineSpan): string[] {
  return lines.slice(from, to).map(({ text }) => text)
}

/** Lines that are put in before a line, with a gap to either neighbour that is not blank. */
export function setApart(
  lines: readonly FileLine[],
  place: number,
  given: readonly string[],
  gap: readonly string[],
): readonly string[] {
  const isBlankAt = (line: number) => isBlank(lines[line]?.text ?? '')
  return [...(isBlankAt(place - 1) ? [] : gap), ...given, ...(isBlankAt(place) ? [] : gap)]
}

/** Whether a line has nothing but white space. */
export function isBlank(line: string | undefined): boolean {
  return line?.trim() === ''
}

/**
 * Which lines belong to a fenced code block (CommonMark 4.5), fences included: nothing in them is a heading, a quote or
 * an id. A fence that nobody closes hides nothing: a slip of the reader's is no reason to take passages for lost.
 * `contents` are lines without what their container puts before them.
 */
export function findFenced(contents: readonly string[]): boolean[] {
  const fenced = contents.map(() => false)
  let open: { readonly line: number; readonly marks: string } | null = null
  for (const [line, content] of contents.entries()) {
    const [, marks] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(content) ?? []
    if (marks === undefined) continue
    if (open === null) open = { line, marks }
    else if (marks.startsWith(open.marks) && content.trim() === marks) {
      fenced.fill(true, open.line, line + 1)
      open = null
    }
  }
  return fenced
}
