import { useEffect, useRef, useState } from 'react'
import type { ReportSummary } from '../../core/library-view.ts'
import { foldKey } from '../../core/text/fold.ts'
import { matchesPinyin } from '../../core/text/match-pinyin.ts'
import { useTexts } from '../interface/define-texts.ts'
import { SearchBox } from '../interface/SearchBox.tsx'
import { nameOf, useLibrary } from './library-store.ts'
import css from './ReportList.module.css'
import { texts } from './texts.ts'

/** More than that are found by typing. */
const MOST_SHOWN = 100

interface ReportChoicesProps {
  /** The report that is no choice. */
  readonly except: string | null
  /** Whether the keyboard is in the box from the beginning. */
  readonly takesKeyboard: boolean
  readonly onChoose: (id: string) => void
}

/** The reports of the library to choose one from, with a box to find it by. */
export function ReportChoices({ except, takesKeyboard, onChoose }: ReportChoicesProps) {
  const t = useTexts(texts)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesKeyboard) box.current?.focus()
  }, [takesKeyboard])
  const reports = useLibrary((state) => state.reports)
  const shown = reports.filter((report) => report.id !== except && matches(report, query)).slice(0, MOST_SHOWN)
  return (
    <>
      <SearchBox
        label={t.filterReports}
        placeholder={t.filterReports}
        value={query}
        onChange={setQuery}
        inputRef={box}
        onKeyDown={(event) => {
          const [first] = shown
          if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
          else if (event.key === 'Enter' && first && query !== '') onChoose(first.id)
          else return
          event.preventDefault()
        }}
      />
      {shown.length === 0 && <p className={css.empty}>{t.noReports}</p>}
      <ul ref={list} className={css.list} aria-label={t.reports}>
        {shown.map((report) => (
          <li key={report.id}>
            <button type="button" className={css.choice} onClick={() => onChoose(report.id)}>
              <b>{nameOf(report)}</b>
              <small>{report.title ?? report.file}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function matches(report: ReportSummary, typed: string): boolean {
  const query = foldKey(typed)
  const names = [nameOf(report), report.title ?? '', report.file]
  return query === '' || names.some((name) => foldKey(name).includes(query) || matchesPinyin(name, query))
}
