import { useLayoutEffect, useRef } from 'react'
import type { Segment } from '../../core/annotation/segments.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openNote } from '../notes/open-note.ts'
import { useLayoutVersion } from './layout-version.ts'
import css from './Page.module.css'
import { texts } from './texts.ts'

/** In the margin by the line where a highlight with a note ends: its sign. */
export function NoteSigns({ ids }: { readonly ids: readonly string[] }) {
  const t = useTexts(texts)
  const version = useLayoutVersion((state) => state.version)
  const place = useRef<HTMLSpanElement>(null)

  // After each painting, and after each change of the column's width, lines may have moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for where the lines are
  useLayoutEffect(() => {
    if (place.current) putByLines(place.current)
  }, [ids, version])

  return (
    <span ref={place} className={css.signs}>
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          className={css.sign}
          data-sign={id}
          aria-label={t.note}
          title={t.note}
          onClick={() => openNote(id)}
        >
          批
        </button>
      ))}
    </span>
  )
}

function putByLines(signs: HTMLElement): void {
  const row = signs.parentElement
  if (!row) return
  const top = row.getBoundingClientRect().top
  const taken = new Map<number, number>()
  for (const sign of signs.querySelectorAll<HTMLElement>('[data-sign]')) {
    const mark = row.querySelector(`mark[data-noted~="${CSS.escape(sign.dataset.sign ?? '')}"]`)
    const line = [...(mark?.getClientRects() ?? [])].at(-1)
    if (!line) continue
    const middle = Math.round(line.top + line.height / 2 - top)
    const before = taken.get(middle) ?? 0
    taken.set(middle, before + 1)
    sign.style.top = `${middle - sign.offsetHeight / 2}px`
    sign.style.setProperty('--nth', String(before))
  }
}

/** The annotations with a note that end in this block. */
export function notedIn(segments: readonly Segment[]): string[] {
  const ids = segments.flatMap((segment) =>
    segment.layers
      .filter((layer) => layer.kind === 'highlight' && layer.noted && layer.end === segment.end)
      .map((layer) => layer.id),
  )
  return [...new Set(ids)]
}
