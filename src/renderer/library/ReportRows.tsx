import { useEffect, useRef, useState } from 'react'
import type { ReportSummary } from '../../core/library-view.ts'
import { ReportRow } from './ReportRow.tsx'

/** Rows that are drawn together. */
const PORTION = 20
/** Rows that are drawn at once: more than any window shows. */
const AT_ONCE = 30
/** About what a row takes, in pixels: for those that are not drawn yet. */
const ROW_HEIGHT = 58
/** How far from the window rows are drawn that come near. */
const NEAR = '1200px'

interface ReportRowsProps {
  readonly rows: readonly ReportSummary[]
  /** How many rows of the list stand before these. */
  readonly before: number
}

/** Rows of the list. Of thousands those are drawn that have come near: what stays out of sight costs nothing. */
export function ReportRows({ rows, before }: ReportRowsProps) {
  const portions = Array.from({ length: Math.ceil(rows.length / PORTION) }, (_, index) => index * PORTION)
  return portions.map((start) => (
    <Portion key={start} rows={rows.slice(start, start + PORTION)} atOnce={before + start < AT_ONCE} />
  ))
}

function Portion({ rows, atOnce }: { readonly rows: readonly ReportSummary[]; readonly atOnce: boolean }) {
  const [isNear, setNear] = useState(atOnce)
  const room = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNear || !room.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      // What scrolls is the parent of the groups.
      { root: room.current.closest('section')?.parentElement ?? null, rootMargin: NEAR },
    )
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [isNear])
  if (isNear) return rows.map((summary) => <ReportRow key={summary.id} summary={summary} />)
  return <li ref={room} aria-hidden="true" style={{ height: rows.length * ROW_HEIGHT }} />
}
