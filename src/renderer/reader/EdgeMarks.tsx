import { useLayoutEffect, useState } from 'react'
import type { ColorId } from '../../core/annotation/annotation.ts'
import { blockAt } from '../../core/report/block-at.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import css from './EdgeMarks.module.css'
import { useFind } from './find-store.ts'
import { useLayoutVersion } from './layout-version.ts'
import { chunkOf } from './page-parts.ts'
import { usePageWindow } from './page-window.ts'
import { blockElementAt } from './source-selection.ts'

interface EdgeMark {
  readonly key: string
  /** How far down the whole page, from 0 to 1. */
  readonly at: number
  readonly tone: ColorId | 'found'
}

/** More marks than the edge has pixels say nothing. */
const MOST_MARKS = 600

/** Along the scroll bar: where in the whole report highlights and hits stand. What they say is in the lists beside. */
export function EdgeMarks() {
  const annotations = useAnnotations((state) => state.annotations)
  const hits = useFind((state) => state.hits)
  const version = useLayoutVersion((state) => state.version)
  const [marks, setMarks] = useState<readonly EdgeMark[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for where the lines are
  useLayoutEffect(() => {
    const live = annotations.filter((annotation) => !annotation.deleted)
    const wanted = [
      ...live.map(({ id, anchor, color }) => ({ key: id, start: anchor.start, tone: color })),
      ...thinOut(hits).map(({ start }) => ({ key: `found ${start}`, start, tone: 'found' as const })),
    ]
    const page = measurePage()
    setMarks(
      wanted.flatMap(({ key, start, tone }) => {
        const at = page && heightOf(start, page)
        return at === null ? [] : [{ key, at, tone }]
      }),
    )
  }, [annotations, hits, version])

  return (
    <div className={css.edge} aria-hidden="true">
      {marks.map(({ key, at, tone }) => (
        <span key={key} className={css.mark} data-tone={tone} style={{ top: `${(at * 100).toFixed(2)}%` }} />
      ))}
    </div>
  )
}

function thinOut<T>(list: readonly T[]): readonly T[] {
  const step = Math.ceil(list.length / MOST_MARKS)
  return step <= 1 ? list : list.filter((_, index) => index % step === 0)
}

/** What all marks are measured against, looked up once for all of them. In CSS pixels. */
interface PageMeasure {
  /** Where the top of the whole page is in the window. */
  readonly top: number
  readonly height: number
  readonly chunks: readonly HTMLElement[]
}

function measurePage(): PageMeasure | null {
  const scroller = document.querySelector<HTMLElement>('main')
  if (!scroller) return null
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop
  return { top, height: scroller.scrollHeight, chunks: [...scroller.querySelectorAll<HTMLElement>('[data-chunk]')] }
}

/** How far down the page a position of the source text is; null where it is not on the page at all. */
function heightOf(offset: number, page: PageMeasure): number | null {
  const stretch = blockStretch(offset) ?? chunkStretch(offset, page.chunks)
  if (!stretch) return null
  const { top, height } = stretch.element.getBoundingClientRect()
  const within = ((offset - stretch.start) / Math.max(1, stretch.end - stretch.start)) * height
  return (top - page.top + within) / page.height
}

/** An element and the stretch of the source text that it shows. */
interface Stretch {
  readonly element: HTMLElement
  readonly start: number
  readonly end: number
}

function blockStretch(offset: number): Stretch | null {
  const element = blockElementAt(offset)
  return element && { element, start: Number(element.dataset.blockStart), end: Number(element.dataset.blockEnd) }
}

/** The part of the page that will hold the position once it is laid out. */
function chunkStretch(offset: number, elements: readonly HTMLElement[]): Stretch | null {
  const { blocks, chunks } = usePageWindow.getState()
  const block = blockAt(blocks, offset)
  const index = block ? chunkOf(chunks, block.start) : -1
  const element = elements[index]
  const parts = chunks[index]?.parts.flatMap((part) => (part.kind === 'aside' ? part.blocks : [part])) ?? []
  const [first, last] = [parts[0]?.block, parts.at(-1)?.block]
  return element && first && last ? { element, start: first.start, end: last.end } : null
}
