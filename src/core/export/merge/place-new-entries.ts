import type { Entry, Flavour } from './entries.ts'
import { type FileLine, isBlank, type LineEdit, setApart, textsOf } from './lines.ts'

export interface NewEntries {
  /** The file's lines after its head, and the passages in them. */
  readonly body: readonly FileLine[]
  readonly entries: readonly Entry[]
  /** The export's. */
  readonly source: { readonly body: readonly FileLine[]; readonly entries: readonly Entry[] }
  readonly flavour: Flavour
  /** Those of the export's that the file has not. */
  readonly added: readonly Entry[]
}

/**
 * Puts the passages that a file has not at their place in reading order: behind the nearest one before it that the file
 * has, and what the reader wrote about that; else before the nearest one after it; else where an export without
 * passages says so, or before the terms, or at the end.
 */
export function placeNewEntries({ body, entries, source, flavour, added }: NewEntries): LineEdit[] {
  const inFile = new Map(entries.map((entry) => [entry.id, entry]))
  const isNew = new Set(added)
  const blocks = new Map<number, (readonly string[])[]>()
  let previous: Entry | undefined
  for (const [index, made] of source.entries.entries()) {
    if (!isNew.has(made)) {
      previous = inFile.get(made.id)
      continue
    }
    const next = source.entries.slice(index).find(({ id }) => inFile.has(id))
    const neighbour = previous ?? (next && inFile.get(next.id))
    const place = previous?.nextPlace ?? neighbour?.span.from ?? placeWithout(body, flavour)
    const indentation = neighbour?.prefix.slice(0, -2) ?? ''
    const lines = textsOf(source.body, made.span).map((text) => (text === '' ? '' : indentation + text))
    blocks.set(place, [...(blocks.get(place) ?? []), lines])
  }
  return [...blocks].map(([place, put]) => {
    const lines = put.flatMap((block, at) => (at === 0 ? block : [...flavour.gap, ...block]))
    // The line that says there are none gives way.
    if (body[place]?.text === flavour.emptyLine) return { from: place, to: place + 1, lines }
    return { from: place, to: place, lines: setApart(body, place, lines, flavour.gap) }
  })
}

/** The place for the first passage of a file. */
function placeWithout(body: readonly FileLine[], flavour: Flavour): number {
  const empty = body.findIndex(({ text }) => text === flavour.emptyLine)
  if (empty >= 0) return empty
  const terms = flavour.findTerms(body)?.heading
  if (terms !== undefined) return terms
  let end = body.length
  while (end > 0 && isBlank(body[end - 1]?.text)) end--
  return end
}
