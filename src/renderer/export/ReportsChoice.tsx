import { useState } from 'react'
import { foldKey } from '../../core/text/fold.ts'
import { matchesPinyin } from '../../core/text/match-pinyin.ts'
import { useTexts } from '../interface/define-texts.ts'
import { Options } from '../interface/Options.tsx'
import { SearchBox } from '../interface/SearchBox.tsx'
import { nameOf, useLibrary } from '../library/library-store.ts'
import { texts as libraryTexts } from '../library/texts.ts'
import css from './ExportDialog.module.css'
import { type ExportDraft, toggled } from './export-draft.ts'
import { texts } from './texts.ts'

interface ReportsChoiceProps {
  readonly draft: ExportDraft
  /** Whether a report was open. */
  readonly hasOpen: boolean
  readonly onChange: (change: Pick<ExportDraft, 'reports'> | Pick<ExportDraft, 'chosen'>) => void
}

const WITH_OPEN = ['open', 'chosen', 'all'] as const
const WITHOUT_OPEN = ['chosen', 'all'] as const

/** The reports that are exported: the open one, some, or all. */
export function ReportsChoice({ draft, hasOpen, onChange }: ReportsChoiceProps) {
  const t = useTexts(texts)
  return (
    <>
      <Options
        label={t.reports}
        names={t.reportChoices}
        options={hasOpen ? WITH_OPEN : WITHOUT_OPEN}
        value={draft.reports}
        onChange={(reports) => onChange({ reports })}
      />
      {/* Hidden and not taken away: what the reader typed to find reports stays. */}
      <div hidden={draft.reports !== 'chosen'}>
        <ReportTicks chosen={draft.chosen} onChange={(chosen) => onChange({ chosen })} />
      </div>
    </>
  )
}

/** More than that are found by typing. */
const MOST_SHOWN = 100

interface ReportTicksProps {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** The reports of the library, those with annotations first, each to be ticked. */
function ReportTicks({ chosen, onChange }: ReportTicksProps) {
  const t = useTexts(texts)
  const l = useTexts(libraryTexts)
  const [query, setQuery] = useState('')
  const reports = useLibrary((state) => state.reports)
  const key = foldKey(query)
  const found = reports
    .filter((report) => {
      const names = [nameOf(report), report.title ?? '', report.file]
      return key === '' || names.some((name) => foldKey(name).includes(key) || matchesPinyin(name, key))
    })
    .toSorted((a, b) => Number(b.annotations > 0) - Number(a.annotations > 0))
    .slice(0, MOST_SHOWN)
  return (
    <div className={css.box}>
      <SearchBox label={l.filterReports} placeholder={l.filterReports} value={query} onChange={setQuery} />
      <ul className={css.ticks} aria-label={t.chooseReports}>
        {found.map((report) => (
          <li key={report.id}>
            <label className={css.check}>
              <input
                type="checkbox"
                checked={chosen.has(report.id)}
                onChange={() => onChange(toggled(chosen, report.id))}
              />
              <span className={css.name}>{nameOf(report)}</span>
              <small>{report.annotations > 0 ? l.noteCount(report.annotations) : ''}</small>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
