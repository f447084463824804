import { type SourceRange, toSourceRange } from '../text/range.ts'

/** A stretch of text that something is to be painted on. */
export interface Layer extends SourceRange {
  readonly kind: 'term' | 'highlight' | 'marker' | 'lead'
  /** What is painted: an annotation's id, a headword's key, a marker's number. */
  readonly id: string
  /** The colour of a highlight, by id; for a term, who defines it. */
  readonly tone?: string
  /** A highlight that carries a note. */
  readonly noted?: boolean
}

/** A stretch that every layer in `layers` covers and no other does. */
export interface Segment extends SourceRange {
  readonly layers: readonly Layer[]
}

/**
 * Cuts layers that may overlap into disjoint segments inside `within`, in order. Stretches without a layer give no
 * segment; layers keep the order in which they were given.
 */
export function cutSegments(layers: readonly Layer[], within: SourceRange): Segment[] {
  const inside = layers.filter(
    (layer) => layer.start < within.end && within.start < layer.end && layer.start < layer.end,
  )
  const cuts = new Set<number>()
  for (const layer of inside) {
    cuts.add(Math.max(layer.start, within.start))
    cuts.add(Math.min(layer.end, within.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1]
    if (end === undefined) break
    const covering = inside.filter((layer) => layer.start <= start && end <= layer.end)
    if (covering.length > 0) segments.push({ ...toSourceRange(start, end), layers: covering })
  }
  return segments
}
