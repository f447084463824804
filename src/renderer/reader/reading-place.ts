import { type RefObject, useEffect } from 'react'
import { type SourceRange, toSourceRange } from '../../core/text/range.ts'
import { meipi } from '../meipi-api.ts'
import { withBlockAt } from './page-window.ts'
import { type Place, type Reading, useReader } from './reader-store.ts'
import { blockElementAt, domRangeOf } from './source-selection.ts'
import type { Jump } from './trail-store.ts'

/** How long the page has to rest before the place is written down, in milliseconds. */
const REST = 400

/** How far down the page the eye is, and jumps land. */
const EYE = 1 / 3

/** Keeps track of where the page stands, and brings it back when the report is opened again. */
export function useReadingPlace(scroller: RefObject<HTMLElement | null>, { opened }: Reading): void {
  const { id } = opened.summary
  const { readingPlace } = opened
  // biome-ignore lint/correctness/useExhaustiveDependencies: a report that is read anew stays where it is
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // Kept at each move: when another report takes the page, this one can no longer be measured.
    let place: Place | null = null
    const note = () => {
      place = placeOf(element)
      useReader.setState({ place })
    }
    const save = () => {
      clearTimeout(timer)
      timer = undefined
      if (place) void meipi.saveReadingPlace(id, place.offset, place.progress)
    }
    const onScroll = () => {
      note()
      clearTimeout(timer)
      timer = setTimeout(save, REST)
    }
    const { jump } = useReader.getState()
    const stopReturning = readingPlace === null || jump ? () => undefined : returnTo(element, readingPlace)
    // A jump need not come from the reader's hand: a link may bring it. It is not to be taken back.
    const stopListening = useReader.subscribe((now, before) => {
      if (now.jump !== before.jump) stopReturning()
    })
    note()
    element.focus({ preventScroll: true })
    element.addEventListener('scroll', onScroll, { passive: true })
    const stopFlush = meipi.on('window:flush', save)
    return () => {
      if (timer !== undefined) save()
      stopReturning()
      stopListening()
      element.removeEventListener('scroll', onScroll)
      stopFlush()
    }
  }, [scroller, id])
}

/**
 * Brings the page back to where it was left, and again when a font that comes late has moved the lines, until the reader
 * does something. The function returned ends it.
 */
function returnTo(scroller: HTMLElement, offset: number): () => void {
  const ended = new AbortController()
  const end = () => ended.abort()
  const goBack = () => withBlockAt(offset, () => scrollBackTo(scroller, offset))
  const { signal } = ended
  goBack()
  document.fonts.addEventListener('loadingdone', goBack, { signal })
  for (const act of ['wheel', 'pointerdown', 'keydown'] as const)
    document.addEventListener(act, end, { signal, passive: true, capture: true })
  return end
}

/** The position in the source text at the top edge of the page, and how far down its bottom edge is. */
function placeOf(scroller: HTMLElement): Place | null {
  const edge = scroller.getBoundingClientRect().top
  const eye = edge + scroller.clientHeight * EYE
  const first = blockReaching(scroller, edge)
  if (!first) return null
  const { top, height } = first.getBoundingClientRect()
  const [start, end] = [Number(first.dataset.blockStart), Number(first.dataset.blockEnd)]
  const part = height > 0 ? Math.min(1, Math.max(0, (edge - top) / height)) : 0
  const bottom = scroller.scrollTop + scroller.clientHeight
  return {
    line: Number(blockReaching(scroller, eye)?.dataset.blockStart ?? start),
    offset: Math.min(end - 1, Math.round(start + part * (end - start))),
    progress: Math.min(1, bottom / scroller.scrollHeight),
  }
}

/** The first block whose lower edge is below a height of the window. Chunks are looked through first: there may be many blocks. */
function blockReaching(scroller: HTMLElement, height: number): HTMLElement | null {
  const reaches = (element: Element) => element.getBoundingClientRect().bottom > height
  for (const part of scroller.querySelector('article')?.children ?? []) {
    if (!reaches(part)) continue
    const block = [...part.querySelectorAll<HTMLElement>('[data-block-start]')].find(reaches)
    if (block) return block
  }
  return null
}

/** The position in the source text of the block at the reader's eye. */
export function offsetAtEye(): number | null {
  return useReader.getState().place?.line ?? null
}

function scrollBackTo(scroller: HTMLElement, offset: number): void {
  const block = blockElementAt(offset)
  if (!block) return
  const { top, height } = block.getBoundingClientRect()
  const [start, end] = [Number(block.dataset.blockStart), Number(block.dataset.blockEnd)]
  const part = (offset - start) / Math.max(1, end - start)
  const first = scroller.querySelector('[data-block-start]')
  // Above the first block there is the page's own margin.
  if (block === first && part === 0) scroller.scrollTop = 0
  else scroller.scrollTop += top + part * height - scroller.getBoundingClientRect().top
}

/** Follows a jump: a passage comes into view, a third down from the top; a place goes where it was. */
export function followJump(scroller: HTMLElement, jump: Jump): void {
  if (jump.kind === 'place') withBlockAt(jump.offset, () => scrollBackTo(scroller, jump.offset))
  else withBlockAt(jump.range.start, () => scrollToPassage(scroller, jump.range))
}

function scrollToPassage(scroller: HTMLElement, range: SourceRange): void {
  const block = blockElementAt(range.start)
  if (!block) return
  const line = domRangeOf(toSourceRange(range.start, range.start + 1)) ?? block
  const { top } = line.getBoundingClientRect()
  scroller.scrollTop += top - scroller.getBoundingClientRect().top - scroller.clientHeight * EYE
  showLanding(range)
}

/** Scrolls no further than needed for a position to be seen well. */
export function scrollIntoSight(offset: number): void {
  const scroller = document.querySelector<HTMLElement>('main')
  const line = domRangeOf(toSourceRange(offset, offset + 1))?.getBoundingClientRect()
  if (!scroller || !line) return
  const { top, height } = scroller.getBoundingClientRect()
  const [highest, lowest] = [top + height * 0.15, top + height * 0.75]
  if (line.top < highest) scroller.scrollTop += line.top - highest
  else if (line.bottom > lowest) scroller.scrollTop += line.bottom - lowest
}

/** How long the place where a jump has landed is lit, in milliseconds. */
const LIT = 1400

let landing: ReturnType<typeof setTimeout> | undefined

/** Lights up where a jump has landed, for a moment. */
function showLanding({ start, end }: SourceRange): void {
  clearTimeout(landing)
  const lit = domRangeOf(toSourceRange(start, end))
  if (!lit) return
  CSS.highlights.set('landing', new Highlight(lit))
  landing = setTimeout(() => CSS.highlights.delete('landing'), LIT)
}
