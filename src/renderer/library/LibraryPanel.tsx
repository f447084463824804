import { memo, useMemo } from 'react'
import type { ReportSummary } from '../../core/library-view.ts'
import { describeKeys } from '../commands/accelerator.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import css from './LibraryPanel.module.css'
import { useLibrary } from './library-store.ts'
import { chooseAndOpen } from './open-files.ts'
import { ReportRow } from './ReportRow.tsx'
import { texts } from './texts.ts'

/** The reports in the library, by province. Not drawn anew while a report is on its way. */
export const LibraryPanel = memo(function LibraryPanel() {
  const t = useTexts(texts)
  const reports = useLibrary((state) => state.reports)
  const groups = useMemo(() => groupByProvince(reports), [reports])
  return (
    <nav className={css.panel} aria-label={t.reports}>
      <button type="button" className={css.search} onClick={() => openDialog({ kind: 'palette' })}>
        {t.search}
        <kbd>{describeKeys('palette')}</kbd>
      </button>
      <div className={css.groups}>
        {groups.map(({ province, rows }) => (
          <section key={province ?? ''}>
            {groups.length > 1 && <h2 className={css.province}>{province ?? t.elsewhere}</h2>}
            <ul aria-label={t.reports}>
              {rows.map((summary) => (
                <ReportRow key={summary.id} summary={summary} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" className={css.add} onClick={() => void chooseAndOpen()}>
        ＋ {t.openOrDrop}
      </button>
    </nav>
  )
})

interface Group {
  readonly province: string | null
  readonly rows: readonly ReportSummary[]
}

/** Provinces in the order in which they first came, what has none at the end; regions together, years upwards. */
function groupByProvince(reports: readonly ReportSummary[]): Group[] {
  const groups = new Map<string | null, ReportSummary[]>()
  for (const report of reports) groups.set(report.province, [...(groups.get(report.province) ?? []), report])
  return [...groups]
    .map(([province, rows]): Group => ({ province, rows: rows.sort(compareRows) }))
    .sort((a, b) => Number(a.province === null) - Number(b.province === null))
}

/** Made once: a comparison that names its language each time makes one each time. */
const { compare } = new Intl.Collator('zh-CN')

function compareRows(a: ReportSummary, b: ReportSummary): number {
  const [left, right] = [a.region ?? a.title ?? a.file, b.region ?? b.title ?? b.file]
  return compare(left, right) || (a.year ?? 0) - (b.year ?? 0) || compare(a.file, b.file)
}
