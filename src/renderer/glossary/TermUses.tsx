import { useState } from 'react'
import type { Headword } from '../../core/glossary/dictionary.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import { nameOf, useLibrary } from '../library/library-store.ts'
import { openPassage } from './open-entry.ts'
import css from './TermCard.module.css'
import { useTermUses } from './term-uses.ts'
import { texts } from './texts.ts'

interface TermUsesProps {
  readonly headword: Headword
  /** Places in the open report. */
  readonly here: number
  readonly reportId: string
}

/** How often a term stands here and in the library; the other reports that use it lead to their first place. */
export function TermUses({ headword, here, reportId }: TermUsesProps) {
  const t = useTexts(texts)
  const [listed, setListed] = useState(false)
  const reports = useLibrary((state) => state.reports)
  const uses = useTermUses(headword.key)
  const others = uses?.filter((use) => use.reportId !== reportId) ?? []
  const all = (uses ?? []).reduce((sum, use) => sum + use.count, 0)
  const count = [t.here(here), ...(uses ? [t.inLibrary(all)] : [])].join(' · ')
  if (others.length === 0) return <span className={css.count}>{count}</span>
  return (
    <>
      <button type="button" className={css.count} aria-expanded={listed} onClick={() => setListed(!listed)}>
        {count}
      </button>
      {listed && (
        <ul className={css.uses} aria-label={t.usedIn(others.length)}>
          {others.map((use) => {
            const report = reports.find(({ id }) => id === use.reportId)
            return (
              report && (
                <li key={use.reportId}>
                  <button
                    type="button"
                    onClick={() => openPassage(use.reportId, toSourceRange(use.first.start, use.first.end))}
                  >
                    {nameOf(report)}
                    <small>{t.places(use.count)}</small>
                  </button>
                </li>
              )
            )
          })}
        </ul>
      )}
    </>
  )
}
