import { useEffect } from 'react'
import type { SourceRange } from '../../core/text/range.ts'
import { useFind } from './find-store.ts'
import { usePageWindow } from './page-window.ts'
import { onPainted } from './paint-block.ts'
import { domRangeOf } from './source-selection.ts'

/** More hits than that are counted and gone through, but only those around the one looked at are painted. */
const MOST_PAINTED = 2000

/** Paints the hits as CSS custom highlights: they come and go with each letter, and no text node is touched for them. */
export function useFindHighlights(): void {
  const hits = useFind((state) => state.hits)
  const here = useFind((state) => state.here)
  const laidOut = usePageWindow((state) => state.laidOut)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `laidOut` brings blocks in which hits may stand
  useEffect(() => {
    let frame = 0
    const paint = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => paintHits(hits, here))
    }
    paint()
    // Text nodes that are new know nothing of ranges in the old ones.
    const stop = onPainted(paint)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      clearHits()
    }
  }, [hits, here, laidOut])
}

function paintHits(hits: readonly SourceRange[], here: number): void {
  const first = Math.max(0, here - MOST_PAINTED / 2)
  const ranges = hits.slice(first, first + MOST_PAINTED).flatMap((hit) => domRangeOf(hit) ?? [])
  const current = hits[here]
  const currentRange = current && domRangeOf(current)
  CSS.highlights.set('found', new Highlight(...ranges))
  if (currentRange) CSS.highlights.set('found-here', Object.assign(new Highlight(currentRange), { priority: 1 }))
  else CSS.highlights.delete('found-here')
}

function clearHits(): void {
  CSS.highlights.delete('found')
  CSS.highlights.delete('found-here')
}
