import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { texts as windowTexts } from '../interface/texts.ts'
import { useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import css from './ExportDialog.module.css'
import { useExportProgress } from './progress-store.ts'
import { texts } from './texts.ts'
import type { Surveyed } from './use-survey.ts'

interface ExportFootProps {
  readonly surveyed: Surveyed
  /** Ids of the reports that are chosen. */
  readonly reports: readonly string[]
  /** Whether the template makes nothing. */
  readonly isBlocked: boolean
  readonly working: boolean
  readonly onUpdate: () => void
}

/** How much will be exported, and the buttons that do it. */
export function ExportFoot({ surveyed, reports, isBlocked, working, onUpdate }: ExportFootProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const { survey, isCurrent } = surveyed
  const progress = useExportProgress((state) => state.progress)
  const isEmpty = isCurrent && (survey === null || survey.passages === 0)
  return (
    <div className={css.foot}>
      <p className={css.count} role="status" data-empty={isEmpty || undefined}>
        {working ? (
          progress ? (
            t.progress(progress.done, progress.total)
          ) : (
            t.working
          )
        ) : (
          <Count {...{ surveyed, reports }} />
        )}
      </p>
      <div className={css.acts}>
        {working && progress ? (
          <button type="button" onClick={() => void meipi.stopExport()}>
            {t.stop}
          </button>
        ) : (
          <button type="button" onClick={closeDialog}>
            {w.cancel}
          </button>
        )}
        <button type="button" disabled={working} onClick={onUpdate}>
          {t.update}
        </button>
        <button type="submit" className={form.primary} disabled={working || isBlocked || !isCurrent || isEmpty}>
          {reports.length > 1 && survey !== null && survey.reports > 0 ? t.exportMany(survey.reports) : t.export}
        </button>
      </div>
    </div>
  )
}

/** What is exported in words; where it is nothing, why. */
function Count({ surveyed: { survey, isCurrent, problem }, reports }: Pick<ExportFootProps, 'surveyed' | 'reports'>) {
  const t = useTexts(texts)
  const rows = useLibrary((state) => state.reports)
  if (rows.length === 0) return t.noReports
  if (reports.length === 0) return t.noReportsChosen
  if (problem !== null) return problem
  if (survey === null || !isCurrent) return t.counting
  if (survey.passages === 0) {
    const ids = new Set(reports)
    return rows.some((row) => ids.has(row.id) && row.annotations > 0) ? t.noneInScope : t.noPassages
  }
  if (reports.length > 1) return t.countIn(survey.passages, survey.notes, survey.reports)
  return t.count(survey.passages, survey.notes)
}
