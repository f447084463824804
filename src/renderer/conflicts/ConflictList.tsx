import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Problem } from '../../core/result.ts'
import css from './Conflicts.module.css'
import { useConflicts } from './conflict-store.ts'

/** Does what ends a conflict; the problem, where it could not be done. */
export type Settling = (act: () => Promise<Problem | null>) => Promise<Problem | null>

interface ConflictListProps<C extends { readonly id: string }> {
  readonly title: string
  readonly hint: string
  readonly conflicts: readonly C[]
  /** One conflict; what ends it is to be done with `settling`. */
  readonly card: (conflict: C, settling: Settling) => ReactNode
  /** What stands beside the title. */
  readonly act?: ReactNode
}

/** What waits to be settled, in a list. When one is settled the next has the keyboard, and after the last the page. */
export function ConflictList<C extends { readonly id: string }>({
  title,
  hint,
  conflicts,
  card,
  act,
}: ConflictListProps<C>) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const settled = useRef<number | null>(null)
  const wanted = useConflicts((state) => state.wanted)

  useEffect(() => {
    const asked = conflicts.findIndex((conflict) => conflict.id === wanted)
    const index = asked >= 0 ? asked : settled.current
    if (index === null) return
    settled.current = null
    if (asked >= 0) useConflicts.setState({ wanted: null })
    const cards = [...(list.current?.children ?? [])]
    const next = cards[Math.min(index, cards.length - 1)]
    next?.scrollIntoView({ block: 'nearest' })
    const target = next?.querySelector('button') ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: true })
  }, [conflicts, wanted])

  if (conflicts.length === 0) return null
  return (
    <section className={css.conflicts} aria-labelledby={id}>
      <header className={css.header}>
        <h2 id={id}>{title}</h2>
        {act}
      </header>
      <p className={css.hint}>{hint}</p>
      <ul ref={list} aria-labelledby={id}>
        {conflicts.map((conflict, index) => (
          <li key={conflict.id} className={css.card}>
            {card(conflict, async (act) => {
              settled.current = index
              const problem = await act()
              if (problem) settled.current = null
              return problem
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
