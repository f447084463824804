import { memo, useMemo } from 'react'
import type { ReportSummary } from '../../core/library-view.ts'
import { describeKeys } from '../commands/accelerator.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import css from './LibraryPanel.module.css'
import { useLibrary } from './library-store.ts'
import { chooseAndOpen } from './open-files.ts'
import { ReportRows } from './ReportRows.tsx'
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
        {groups.map(({ province, rows, before }) => (
          <section key={province ?? ''}>
            {groups.length > 1 && <h2 className={css.province}>{province ?? t.elsewhere}</h2>}
            <ul aria-label={t.reports}>
              <ReportRows rows={rows} before={before} />
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
  /** How many rows stand in the groups before it. */
  readonly before: number
}

/** Provinces in the order of GB/T 2260, as in the yearbooks, by the characters that each begins with. */
const PROVINCES =
  '北京 天津 河北 山西 内蒙 辽宁 吉林 黑龙 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门'.split(
    ' ',
  )

/** What has no province comes last. */
function orderOf(province: string | null): number {
  return province === null ? PROVINCES.length : PROVINCES.indexOf(province.slice(0, 2))
}

/** By provinces; regions together, years upwards. */
function groupByProvince(reports: readonly ReportSummary[]): Group[] {
  const groups = new Map<string | null, ReportSummary[]>()
  for (const report of reports) {
    const rows = groups.get(report.province)
    if (rows) rows.push(report)
    else groups.set(report.province, [report])
  }
  let before = 0
  return [...groups]
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([province, rows]): Group => {
      const group = { province, rows: rows.sort(compareRows), before }
      before += rows.length
      return group
    })
}

/** Made once: a comparison that names its language each time makes one each time. */
const { compare } = new Intl.Collator('zh-CN')

function compareRows(a: ReportSummary, b: ReportSummary): number {
  const [left, right] = [a.region ?? a.title ?? a.file, b.region ?? b.title ?? b.file]
  return compare(left, right) || (a.year ?? 0) - (b.year ?? 0) || compare(a.file, b.file)
}
