import { useState } from 'react'
import type { ExportRequest } from '../../core/export/export-choice.ts'
import type { ExportStep, TemplateSummary } from '../../core/export/export-view.ts'
import type { Result } from '../../core/result.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { describeProblem } from '../interface/problem-text.ts'
import { meipi } from '../meipi-api.ts'
import { changeSettings, useSettings } from '../settings/settings-store.ts'
import { CiteChoice } from './CiteChoice.tsx'
import { ColorsChoice } from './ColorsChoice.tsx'
import { DaysChoice } from './DaysChoice.tsx'
import css from './ExportDialog.module.css'
import type { Review } from './ExportDialog.tsx'
import { ExportFoot } from './ExportFoot.tsx'
import { type ExportDraft, toChoice } from './export-draft.ts'
import { Preview } from './Preview.tsx'
import { ReportsChoice } from './ReportsChoice.tsx'
import { TagsChoice } from './TagsChoice.tsx'
import { TemplateChoice } from './TemplateChoice.tsx'
import { tellWritten } from './tell-written.ts'
import { texts } from './texts.ts'
import { useIsOpen } from './use-is-open.ts'
import { usePreview } from './use-preview.ts'
import { useSurvey } from './use-survey.ts'

interface ExportFormProps {
  readonly draft: ExportDraft
  readonly onChange: (change: Partial<ExportDraft>) => void
  readonly openReport: string | null
  readonly request: ExportRequest
  /** The report that the preview shows. */
  readonly previewed: string | null
  readonly templates: readonly TemplateSummary[]
  readonly onEditTemplate: (how: 'edit' | 'copy') => void
  readonly onReview: (review: Review) => void
}

/** What is exported and how, beside what it will look like. */
export function ExportForm(props: ExportFormProps) {
  const { draft, onChange, openReport, request, previewed, templates, onEditTemplate, onReview } = props
  const t = useTexts(texts)
  const last = useSettings((state) => state.settings.export)
  const surveyed = useSurvey(request)
  const shown = usePreview(request, previewed, null)
  const [problem, setProblem] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const isOpen = useIsOpen()

  const run = async (asked: Promise<Result<ExportStep | null>>) => {
    setWorking(true)
    const answer = await asked
    setWorking(false)
    setProblem(answer.ok ? null : describeProblem(answer.problem))
    if (!answer.ok || answer.value === null) return
    void changeSettings({ export: toChoice(draft, last) })
    if (answer.value.step === 'review') {
      onReview(answer.value)
      return
    }
    if (isOpen.current) closeDialog()
    tellWritten(answer.value.written)
  }
  return (
    <form
      className={css.body}
      onSubmit={(event) => {
        event.preventDefault()
        void run(meipi.beginExport(request, 'strike'))
      }}
    >
      <div className={css.columns}>
        <div className={css.choices}>
          {problem && (
            <p className={form.error} role="alert">
              {problem}
            </p>
          )}
          <TemplateChoice
            value={draft.template}
            templates={templates}
            onChange={(template) => onChange({ template })}
            onEdit={onEditTemplate}
          />
          <ReportsChoice draft={draft} hasOpen={openReport !== null} onChange={onChange} />
          <ColorsChoice colors={draft.colors} onChange={(colors) => onChange({ colors })} />
          <TagsChoice tags={surveyed.survey?.tags ?? []} chosen={draft.tags} onChange={(tags) => onChange({ tags })} />
          <DaysChoice days={draft.days} onChange={(days) => onChange({ days })} />
          <div className={form.row}>
            <span className={form.label}>{t.extras}</span>
            <label className={css.check}>
              <input
                type="checkbox"
                checked={draft.terms}
                onChange={(event) => onChange({ terms: event.target.checked })}
              />
              {t.terms}
            </label>
          </div>
          <CiteChoice cite={draft.cite} edition={draft.edition} onChange={onChange} />
        </div>
        <Preview reportId={previewed} shown={shown} />
      </div>
      <ExportFoot
        surveyed={surveyed}
        reports={request.reports}
        isBlocked={shown.preview?.kind === 'problem'}
        working={working}
        onUpdate={() => void run(meipi.updateExported(request, 'strike'))}
      />
    </form>
  )
}
