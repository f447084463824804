import type { Flavour } from './entries.ts'
import { type FileLine, isBlank, type LineEdit, type LineSpan, textsOf } from './lines.ts'

/**
 * Adds the definitions that a file's list of terms lacks, behind its last one, or the whole list at the end of a file
 * that has none. What is there stays as the reader left it.
 */
export function addTerms(
  body: readonly FileLine[],
  source: readonly FileLine[],
  flavour: Flavour,
): { readonly edits: readonly LineEdit[]; readonly terms: readonly string[] } {
  const made = flavour.findTerms(source)
  if (made === null) return { edits: [], terms: [] }
  const here = flavour.findTerms(body)
  if (here === null) {
    let end = body.length
    while (end > 0 && isBlank(body[end - 1]?.text)) end--
    const lines = [...flavour.gap, ...textsOf(source, { from: made.heading, to: made.end })]
    return { edits: [{ from: end, to: end, lines }], terms: made.items.map(({ term }) => term) }
  }
  const known = new Set(here.items.map(({ term }) => term))
  const missing = made.items.filter(({ term }) => !known.has(term))
  if (missing.length === 0) return { edits: [], terms: [] }
  const indentation = indentationOf(body, here.items.at(-1)) ?? indentationOf(source, made.items.at(-1)) ?? ''
  const lines = missing.flatMap((item) => {
    const own = indentationOf(source, item)?.length ?? 0
    return textsOf(source, item).map((text) => (text === '' ? '' : indentation + text.slice(own)))
  })
  const opening = here.items.length === 0 ? flavour.gap : []
  return {
    edits: [{ from: here.end, to: here.end, lines: [...opening, ...lines] }],
    terms: missing.map(({ term }) => term),
  }
}

/** The white space that a list item begins with. */
function indentationOf(lines: readonly FileLine[], item: LineSpan | undefined): string | null {
  return item ? (/^[ \t]*/.exec(lines[item.from]?.text ?? '')?.[0] ?? null) : null
}
