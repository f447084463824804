/** What a line of Markdown begins with before its words: quote marks, a list item, a heading. */
const OPENING = /^(?:\s*>)*\s*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+)?/

/**
 * A line of a quote or note, struck out. Left as they are: lines without words, the head of a callout, code, tables, and
 * lines that have struck words in them already. Striking twice is striking once.
 */
export function strikeOut(line: string): string {
  const opening = OPENING.exec(line)?.[0] ?? ''
  const words = line.slice(opening.length).trimEnd()
  const after = line.slice(opening.length + words.length)
  if (words === '' || /^(?:\[!|```|~~~|\||#\+)/.test(words) || words.includes('~~')) return line
  // A backslash at the end is a line break of Markdown: it may not become an escape of our marks.
  const [, said = '', slashes = ''] = /^(.*?)(\\*)$/s.exec(words) ?? []
  return slashes.length % 2 === 1
    ? `${opening}${strike(`${said}${slashes.slice(1)}`)}\\${after}`
    : `${opening}${strike(words)}${after}`
}

/** A tilde beside our marks would make other marks of them, or a fence of code: it is escaped. */
function strike(words: string): string {
  return `~~${words.replace(/^~/, '\\~').replace(/(?<!\\)~$/, '\\~')}~~`
}

/** Lines struck out, with fenced code among them left as it is, and lines that are `isKept`. */
export function strikeOutLines(lines: readonly string[], isKept: (line: string) => boolean = () => false): string[] {
  let fence: string | null = null
  return lines.map((line) => {
    if (isKept(line)) return line
    const words = line.replace(OPENING, '')
    const [marks] = /^(?:`{3,}|~{3,})/.exec(words) ?? []
    if (fence !== null) {
      if (marks?.startsWith(fence) && words.trim() === marks) fence = null
      return line
    }
    if (marks === undefined) return strikeOut(line)
    fence = marks
    return line
  })
}
