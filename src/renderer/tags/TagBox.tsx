import type { ReactNode } from 'react'
import css from './Tags.module.css'

interface TagBoxProps {
  readonly children: ReactNode
  /** What is offered (see `useTagSuggestions`). */
  readonly list: ReactNode
}

/** A box in which tags are written, with those that are offered under it. */
export function TagBox({ children, list }: TagBoxProps) {
  return (
    <span className={css.box}>
      {children}
      {list}
    </span>
  )
}
