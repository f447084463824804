import { useEffect, useRef } from 'react'
import { TermCard } from '../glossary/TermCard.tsx'
import { zh } from '../interface/zh.ts'
import { Page } from './Page.tsx'
import css from './Reader.module.css'
import { type Reading, useReader } from './reader-store.ts'
import { scrollToPassage, useReadingPlace } from './reading-place.ts'
import { SelectionToolbar } from './SelectionToolbar.tsx'

/** The report that is open, alone on its sheet. */
export function Reader({ reading }: { readonly reading: Reading }) {
  const scroller = useRef<HTMLElement>(null)
  const jump = useReader((state) => state.jump)
  const { summary, report } = reading.opened
  useReadingPlace(scroller, reading)

  const title = report.title ?? summary.file

  useEffect(() => {
    document.title = `${title} · ${zh.appName}`
  }, [title])

  useEffect(() => {
    if (jump) scrollToPassage(jump.range)
  }, [jump])

  return (
    <main
      className={css.desk}
      aria-label={title}
      ref={scroller}
      // Scrolled by keyboard as soon as a report is open.
      tabIndex={-1}
      key={summary.id}
    >
      <Page reading={reading} />
      <SelectionToolbar />
      <TermCard reading={reading} />
      <span className={css.end}>{zh.appName}</span>
    </main>
  )
}
