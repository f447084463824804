import { blockAt } from '../../core/report/block-at.ts'
import { type SourceRange, toSourceRange } from '../../core/text/range.ts'
import { elementOfBlock } from './block-elements.ts'
import { usePageWindow } from './page-window.ts'

const BLOCK = '[data-block-start]'

/** The passage that is selected in the page, as a range of the source text; null when there is none. */
export function readSelection(): SourceRange | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const start = sourceOffsetOf(range.startContainer, range.startOffset, 'forward')
  const end = sourceOffsetOf(range.endContainer, range.endOffset, 'backward')
  if (start === null || end === null || end <= start) return null
  return toSourceRange(start, end)
}

/** Selects a passage again after its block was painted anew. */
export function restoreSelection(range: SourceRange): void {
  const from = domPointOf(range.start, 'start')
  const to = domPointOf(range.end, 'end')
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The element of the block in which a position of the source text lies; null where it is not on the page. */
export function blockElementAt(offset: number): HTMLElement | null {
  const block = blockAt(usePageWindow.getState().blocks, offset)
  return block && elementOfBlock(block.start)
}

/** A passage as a range of the page; null where its ends are not on the page. */
export function domRangeOf({ start, end }: SourceRange): Range | null {
  const from = domPointOf(start, 'start')
  const to = domPointOf(end, 'end')
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/**
 * Where a point of the page lies in the source text. A point outside every block counts as the start of the next one
 * (`forward`) or the end of the one before (`backward`).
 */
function sourceOffsetOf(node: Node, offset: number, direction: 'forward' | 'backward'): number | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(BLOCK)
  if (element) return Number(element.dataset.blockStart) + lengthBefore(element, node, offset)
  const point = document.createRange()
  point.setStart(node, offset)
  // Past the page, where all of a long report is selected and only parts of it are laid out.
  const page = document.querySelector('main article')
  if (direction === 'backward' && page && point.comparePoint(page, page.childNodes.length) < 0)
    return usePageWindow.getState().blocks.at(-1)?.end ?? null
  const blocks = [...document.querySelectorAll<HTMLElement>(BLOCK)]
  if (direction === 'forward') {
    const next = blocks.find((block) => point.comparePoint(block, 0) >= 0)
    return next ? Number(next.dataset.blockStart) : null
  }
  const before = blocks.findLast((block) => point.comparePoint(block, 0) < 0)
  return before ? Number(before.dataset.blockEnd) : null
}

/** Characters of a block that stand before a point in it. */
function lengthBefore(element: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

function domPointOf(offset: number, edge: 'start' | 'end'): { node: Node; offset: number } | null {
  const element = blockElementAt(edge === 'start' ? offset : offset - 1)
  if (!element) return null
  let left = offset - Number(element.dataset.blockStart)
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    // A point between two nodes belongs to the one that a selection from there, or up to there, would cover.
    if (left < length || (left === length && edge === 'end')) return { node, offset: left }
    left -= length
  }
  return null
}
