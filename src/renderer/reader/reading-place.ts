import { type RefObject, useEffect } from 'react'
import type { SourceRange } from '../../core/text/range.ts'
import { meipi } from '../meipi-api.ts'
import { type Place, type Reading, useReader } from './reader-store.ts'
import { blockElementAt } from './source-selection.ts'

/** How long the page has to rest before the place is written down, in milliseconds. */
const REST = 400

/** How far down the page the eye is, and jumps land. */
const EYE = 1 / 3

/** Keeps track of where the page stands, and brings it back when the report is opened again. */
export function useReadingPlace(scroller: RefObject<HTMLElement | null>, { opened }: Reading): void {
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
      if (place) void meipi.saveReadingPlace(opened.summary.id, place.offset, place.progress)
    }
    const onScroll = () => {
      note()
      clearTimeout(timer)
      timer = setTimeout(save, REST)
    }
    if (opened.readingPlace !== null) scrollBackTo(element, opened.readingPlace)
    note()
    element.focus({ preventScroll: true })
    element.addEventListener('scroll', onScroll, { passive: true })
    const stopFlush = meipi.on('window:flush', save)
    return () => {
      if (timer !== undefined) save()
      element.removeEventListener('scroll', onScroll)
      stopFlush()
    }
  }, [scroller, opened])
}

/** The position in the source text at the top edge of the page, and how far down its bottom edge is. */
function placeOf(scroller: HTMLElement): Place | null {
  const edge = scroller.getBoundingClientRect().top
  const eye = edge + scroller.clientHeight * EYE
  const blocks = [...scroller.querySelectorAll<HTMLElement>('[data-block-start]')]
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > edge)
  if (!first) return null
  const { top, height } = first.getBoundingClientRect()
  const [start, end] = [Number(first.dataset.blockStart), Number(first.dataset.blockEnd)]
  const part = height > 0 ? Math.min(1, Math.max(0, (edge - top) / height)) : 0
  const bottom = scroller.scrollTop + scroller.clientHeight
  return {
    line: Number(blocks.find((block) => block.getBoundingClientRect().bottom > eye)?.dataset.blockStart ?? start),
    offset: Math.min(end - 1, Math.round(start + part * (end - start))),
    progress: Math.min(1, bottom / scroller.scrollHeight),
  }
}

function scrollBackTo(scroller: HTMLElement, offset: number): void {
  const block = blockElementAt(offset)
  if (!block) return
  const { top, height } = block.getBoundingClientRect()
  const [start, end] = [Number(block.dataset.blockStart), Number(block.dataset.blockEnd)]
  const part = (offset - start) / Math.max(1, end - start)
  scroller.scrollTop += top + part * height - scroller.getBoundingClientRect().top
}

/** Brings a passage into view, a third down from the top. */
export function scrollToPassage(range: SourceRange): void {
  const block = blockElementAt(range.start)
  const scroller = block?.closest('main')
  if (!block || !scroller) return
  const passage = block.querySelector(`mark[data-start="${range.start}"]`) ?? block
  const { top } = passage.getBoundingClientRect()
  scroller.scrollTop += top - scroller.getBoundingClientRect().top - scroller.clientHeight * EYE
  showLanding(passage)
}

/** Lights up where a jump has landed, for a moment. */
function showLanding(passage: Element): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const tint = getComputedStyle(passage).getPropertyValue('--tint')
  passage.animate([{ backgroundColor: `color-mix(in srgb, ${tint} 32%, transparent)` }, {}], { duration: 1600 })
}
