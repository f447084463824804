import { type ReactNode, useEffect, useRef } from 'react'
import { useSettings } from '../settings/settings-store.ts'
import type { PageChunk } from './page-parts.ts'
import { layOut } from './page-window.ts'

/** Characters of a line at the default width, and what a block adds to its lines, in lines. */
const LINE_LENGTH = 34
const BETWEEN_BLOCKS = 0.2
const LEADING = 1.9

/** How far beyond the edges of the page a chunk is laid out, in screens. */
const AHEAD = '150% 0px'

interface ChunkProps {
  readonly index: number
  readonly chunk: PageChunk
  /** Its blocks, or nothing while it is far away. */
  readonly children: ReactNode
}

/** A stretch of the page. Far from what is read it is only as tall as it will probably be. */
export function Chunk({ index, chunk, children }: ChunkProps) {
  const element = useRef<HTMLDivElement>(null)
  const textSize = useSettings((state) => state.settings.textSize)
  const empty = !children

  useEffect(() => {
    const { current } = element
    if (!current || !empty) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) layOut(index)
      },
      { root: current.closest('main'), rootMargin: AHEAD },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [index, empty])

  return (
    <div
      ref={element}
      data-chunk={index}
      style={empty ? { height: `${Math.round(linesOf(chunk) * textSize * LEADING)}px` } : undefined}
    >
      {children}
    </div>
  )
}

function linesOf({ lengths }: PageChunk): number {
  return lengths.reduce((sum, length) => sum + Math.ceil((length + 2) / LINE_LENGTH) + BETWEEN_BLOCKS, 0)
}
