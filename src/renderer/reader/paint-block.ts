import Mark from 'mark.js'
import type { Layer, Segment } from '../../core/annotation/segments.ts'
import { type SourceRange, sliceRange } from '../../core/text/range.ts'
import { readSelection, restoreSelection } from './source-selection.ts'

/** A stretch as mark.js takes it, in characters of the block, with what we need when it is painted. */
interface PaintedRange extends Mark.Range {
  readonly segment: Segment
}

const painted = new WeakMap<HTMLElement, string>()

/** Those who have to know that a block's text nodes are new. */
const watchers = new Set<() => void>()

/** Calls back whenever a block was painted anew. The function returned ends it. */
export function onPainted(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/**
 * Puts a block's text into its element and paints the segments on it. The only code that touches a block's text nodes
 * (docs/adr/0002). Nothing happens where the element shows the same already; selection and focus survive.
 */
export function paintBlock(element: HTMLElement, block: SourceRange, text: string, segments: readonly Segment[]): void {
  const likeness = describePainting(block, segments)
  const before = painted.get(element)
  if (before === likeness) return
  painted.set(element, likeness)

  // Asked only where there was something to select: Chromium lays the whole page out before it answers.
  const isRepaint = before !== undefined
  const selection = isRepaint && element.contains(document.getSelection()?.anchorNode ?? null) ? readSelection() : null
  const focus = isRepaint && element.contains(document.activeElement) ? focusKeyOf(document.activeElement) : null

  element.textContent = sliceRange(text, block)
  const ranges = segments.map(
    (segment): PaintedRange => ({ start: segment.start - block.start, length: segment.end - segment.start, segment }),
  )
  if (ranges.length > 0)
    new Mark(element).markRanges(ranges, {
      element: 'mark',
      each: (mark, range) => dressMark(mark as HTMLElement, (range as PaintedRange).segment),
    })

  if (selection) restoreSelection(selection)
  if (focus)
    element.querySelector<HTMLElement>(`mark[data-focus="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true })
  for (const watcher of watchers) watcher()
}

function describePainting(block: SourceRange, segments: readonly Segment[]): string {
  return JSON.stringify([block.start, block.end, segments])
}

function focusKeyOf(element: Element | null): string | null {
  return element instanceof HTMLElement ? (element.dataset.focus ?? null) : null
}

function dressMark(mark: HTMLElement, { start, end, layers }: Segment): void {
  mark.dataset.layer = [...new Set(layers.map((layer) => layer.kind))].join(' ')
  mark.dataset.start = String(start)
  for (const layer of layers) DRESS[layer.kind](mark, layer, layer.start === start, layer.end === end)
}

type Dresser = (mark: HTMLElement, layer: Layer, opens: boolean, closes: boolean) => void

const DRESS: Readonly<Record<Layer['kind'], Dresser>> = {
  lead: () => undefined,
  term(mark, layer, opens) {
    mark.dataset.term = layer.id
    mark.dataset.from = String(layer.start)
    mark.dataset.origin = layer.tone ?? ''
    if (!opens) return
    mark.dataset.focus = `term-${layer.start}`
    mark.tabIndex = 0
    mark.setAttribute('role', 'button')
    mark.setAttribute('aria-haspopup', 'dialog')
  },
  marker(mark, layer, opens) {
    mark.dataset.marker = layer.id
    if (!opens) return
    mark.dataset.focus = `marker-${layer.start}`
    mark.tabIndex = 0
    mark.setAttribute('role', 'link')
  },
  // Of overlapping highlights the first gives the ground and the last the line, so that both are seen.
  highlight(mark, layer, _opens, closes) {
    if (mark.dataset.annotations) mark.dataset.overlap = 'true'
    mark.dataset.annotations = [mark.dataset.annotations, layer.id].filter(Boolean).join(' ')
    mark.dataset.tone ??= layer.tone ?? ''
    mark.dataset.line = layer.tone ?? ''
    if (layer.noted && closes) mark.dataset.noted = [mark.dataset.noted, layer.id].filter(Boolean).join(' ')
  },
}
