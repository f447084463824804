import type { Annotation } from '../../core/annotation/annotation.ts'
import { cutSegments, type Layer, type Segment } from '../../core/annotation/segments.ts'
import type { Headword } from '../../core/glossary/dictionary.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import { findLeadSentences } from '../../core/report/lead-sentences.ts'
import type { Block } from '../../core/report/report.ts'
import { rangesOverlap, toSourceRange } from '../../core/text/range.ts'
import { originOf } from '../glossary/term-origin.ts'

/** What is painted on a report whatever the reader marks: lead sentences, terms and note markers. */
export function fixedLayers(
  { summary, report, text }: Pick<OpenedReport, 'summary' | 'report' | 'text'>,
  places: readonly HeadwordPlace[],
  byKey: ReadonlyMap<string, Headword>,
): Layer[] {
  return [
    ...report.outline
      .filter((item) => item.runIn)
      .map(({ start, end, text }): Layer => ({ kind: 'lead', start, end, id: text })),
    ...findLeadSentences(text, report.blocks).map((range): Layer => ({ kind: 'lead', ...range, id: 'lead' })),
    ...places.map(({ start, end, key }): Layer => {
      const headword = byKey.get(key)
      return { kind: 'term', start, end, id: key, tone: headword ? originOf(headword, summary.id) : 'own' }
    }),
    ...report.markers
      .filter((marker) => marker.entry !== null)
      .map(({ start, end, entry }): Layer => ({ kind: 'marker', start, end, id: String(entry) })),
  ]
}

/** The highlights to paint. */
export function highlightLayers(annotations: readonly Annotation[]): Layer[] {
  return annotations
    .filter((annotation) => !annotation.deleted)
    .map(
      ({ id, color, note, anchor }): Layer => ({
        kind: 'highlight',
        ...toSourceRange(anchor.start, anchor.end),
        id,
        tone: color,
        noted: note.trim() !== '',
      }),
    )
}

/** What a block without layers has; one object, so that it is the same each time. */
const NONE: readonly Layer[] = []

/** Takes the lists of `before` where they are no different, so that blocks that have not changed are not drawn anew. */
export function keepSame(before: readonly (readonly Layer[])[], after: readonly Layer[][]): (readonly Layer[])[] {
  return after.map((layers, index) => {
    if (layers.length === 0) return NONE
    const known = before[index] ?? NONE
    return known.length === layers.length && JSON.stringify(known) === JSON.stringify(layers) ? known : layers
  })
}

/** The layers that touch each block, by the block's place in the list. One walk over both, since both are in order. */
export function sortIntoBlocks(blocks: readonly Block[], layers: readonly Layer[]): Layer[][] {
  const sorted = [...layers].sort((a, b) => a.start - b.start)
  const perBlock: Layer[][] = blocks.map(() => [])
  let first = 0
  for (const layer of sorted) {
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= layer.start) first++
    for (let index = first; index < blocks.length; index++) {
      const block = blocks[index]
      if (!block || block.start >= layer.end) break
      if (rangesOverlap(block, layer)) perBlock[index]?.push(layer)
    }
  }
  return perBlock
}

export function segmentsOf(block: Block, fixed: readonly Layer[], highlights: readonly Layer[]): Segment[] {
  return cutSegments([...fixed, ...highlights], block)
}
