import { useEffect, useMemo } from 'react'
import { type SourceRange, toSourceRange } from '../../core/text/range.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { useTray } from '../tray/tray-store.ts'
import { useFind } from './find-store.ts'
import { usePageWindow } from './page-window.ts'
import { onPainted } from './paint-block.ts'
import { domRangeOf } from './source-selection.ts'

/** More hits than three times that are counted and gone through, but only those around the one looked at are painted. */
const SOME = 700

/** Paints the hits as CSS custom highlights: they come and go with each letter, and no text node is touched for them. */
export function useFindHighlights(): void {
  const hits = useFind((state) => state.hits)
  const here = useFind((state) => state.here)
  const first = Math.max(0, Math.floor(here / SOME) - 1) * SOME
  const around = useMemo(() => hits.slice(first, first + 3 * SOME), [hits, first])
  const current = useMemo(() => (here < 0 ? [] : hits.slice(here, here + 1)), [hits, here])
  usePainted('found', around)
  usePainted('found-here', current)
}

/** Shows which highlight is looked at: the one that keys act on. */
export function useActiveHighlight(): void {
  const anchor = useAnnotations(({ annotations, active }) => annotations.find(({ id }) => id === active)?.anchor)
  usePainted(
    'active-mark',
    useMemo(() => (anchor ? [toSourceRange(anchor.start, anchor.end)] : []), [anchor]),
  )
}

/** Shows the place that the reader looks at before attaching an annotation there. */
export function usePeekedHighlight(): void {
  const range = useTray((state) => state.peek?.range)
  usePainted(
    'peeked',
    useMemo(() => (range ? [range] : []), [range]),
  )
}

/** Keeps a custom highlight on some ranges, whatever is painted anew meanwhile. */
function usePainted(name: 'found' | 'found-here' | 'active-mark' | 'peeked', ranges: readonly SourceRange[]): void {
  const laidOut = usePageWindow((state) => state.laidOut)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `laidOut` brings blocks in which ranges may lie
  useEffect(() => {
    let frame = 0
    const paint = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const painted = new Highlight(...ranges.flatMap((range) => domRangeOf(range) ?? []))
        painted.priority = name === 'found-here' ? 1 : 0
        CSS.highlights.set(name, painted)
      })
    }
    paint()
    // Text nodes that are new know nothing of ranges in the old ones.
    const stop = onPainted(paint)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(name)
    }
  }, [name, ranges, laidOut])
}
