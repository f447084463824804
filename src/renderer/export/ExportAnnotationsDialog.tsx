import { useState } from 'react'
import type { AnnotationFormat } from '../../core/export/export-choice.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { Options } from '../interface/Options.tsx'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { tellBriefly, useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import css from './ExportDialog.module.css'
import { texts } from './texts.ts'

interface ExportAnnotationsDialogProps {
  readonly format: AnnotationFormat
  /** The report that was open; null where none was. */
  readonly openReport: string | null
}

/** Saves annotations for other programs: of the open report, or of all. */
export function ExportAnnotationsDialog({ format, openReport }: ExportAnnotationsDialogProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const reports = useLibrary((state) => state.reports)
  const [of, setOf] = useState<'open' | 'all'>('all')
  const [problem, setProblem] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const chosen = of === 'open' ? reports.filter(({ id }) => id === openReport) : reports
  const count = chosen.reduce((sum, { annotations }) => sum + annotations, 0)
  const save = async () => {
    setWorking(true)
    const answer = await meipi.exportAnnotations(
      format,
      chosen.map(({ id }) => id),
    )
    setWorking(false)
    setProblem(answer.ok ? null : describeProblem(answer.problem))
    if (!answer.ok || answer.value === null) return
    closeDialog()
    tellBriefly(t.savedAs(answer.value))
  }
  return (
    <ModalDialog title={t.annotationsTitle[format]}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {problem && (
          <p className={form.error} role="alert">
            {problem}
          </p>
        )}
        <p className={css.lead}>{t.annotationsHint[format]}</p>
        {openReport !== null && (
          <Options label={t.reports} names={t.reportChoices} options={['open', 'all']} value={of} onChange={setOf} />
        )}
        <p className={css.count} role="status">
          {count === 0 ? t.noPassages : t.annotationCount(count)}
        </p>
        <div className={form.acts}>
          <button type="button" onClick={closeDialog}>
            {w.cancel}
          </button>
          <button
            type="submit"
            className={form.primary}
            disabled={count === 0 || working}
            // biome-ignore lint/a11y/noAutofocus: what was asked for is done next
            autoFocus
          >
            {t.export}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
