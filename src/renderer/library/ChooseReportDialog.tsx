import { useEffect, useRef, useState } from 'react'
import type { ReportSummary } from '../../core/library-view.ts'
import { foldKey } from '../../core/text/fold.ts'
import { matchesPinyin } from '../../core/text/match-pinyin.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { SearchBox } from '../interface/SearchBox.tsx'
import { meipi } from '../meipi-api.ts'
import { useReader } from '../reader/reader-store.ts'
import { joinReports } from './join-split.ts'
import { nameOf, useLibrary } from './library-store.ts'
import css from './ReportList.module.css'
import { texts } from './texts.ts'

/** More than that are found by typing. */
const MOST_SHOWN = 100

/** Chooses the report that is to stand beside the open one, or to be joined to it. */
export function ChooseReportDialog({ purpose }: { readonly purpose: 'beside' | 'join' }) {
  const t = useTexts(texts)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const reports = useLibrary((state) => state.reports)
  const open = useReader((state) => state.reading?.opened.summary)
  const shown = reports.filter((report) => report.id !== open?.id && matches(report, query)).slice(0, MOST_SHOWN)
  const choose = (id: string) => {
    closeDialog()
    if (purpose === 'beside') void meipi.openBeside(id)
    else if (open) void joinReports(open.id, id)
  }
  return (
    <ModalDialog title={purpose === 'beside' ? t.besideTitle : t.joinTitle}>
      {purpose === 'join' && open && <p className={css.hint}>{t.joinHint(open.title ?? open.file)}</p>}
      <SearchBox
        label={t.filterReports}
        placeholder={t.filterReports}
        value={query}
        onChange={setQuery}
        inputRef={box}
        onKeyDown={(event) => {
          const [first] = shown
          if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
          else if (event.key === 'Enter' && first && query !== '') choose(first.id)
          else return
          event.preventDefault()
        }}
      />
      {shown.length === 0 && <p className={css.empty}>{t.noReports}</p>}
      <ul ref={list} className={css.list} aria-label={t.reports}>
        {shown.map((report) => (
          <li key={report.id}>
            <button type="button" className={css.choice} onClick={() => choose(report.id)}>
              <b>{nameOf(report)}</b>
              <small>{report.title ?? report.file}</small>
            </button>
          </li>
        ))}
      </ul>
    </ModalDialog>
  )
}

function matches(report: ReportSummary, typed: string): boolean {
  const query = foldKey(typed)
  const names = [nameOf(report), report.title ?? '', report.file]
  return query === '' || names.some((name) => foldKey(name).includes(query) || matchesPinyin(name, query))
}
