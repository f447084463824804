import { useEffect, useRef } from 'react'
import type { EditionPreview } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { texts as windowTexts } from '../interface/texts.ts'
import css from './EditionDialog.module.css'
import { settledOf, texts, waitingOf } from './edition-texts.ts'

interface EditionPreviewFormProps {
  readonly preview: EditionPreview
  /** Whether the edition is another report of the library. */
  readonly takesReportIn: boolean
  readonly onBack: () => void
  readonly onReplace: () => void
}

/** What would become of the notes with another text, and the decision. */
export function EditionPreviewForm({ preview, takesReportIn, onBack, onReplace }: EditionPreviewFormProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const replace = useRef<HTMLButtonElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const { file, title, sameText, sameReport, idleCorrections } = preview
  const [settled, waiting] = [settledOf(preview), waitingOf(preview)]
  // Where it is likely a mistake, Enter leaves everything as it is.
  useEffect(() => (sameReport && !sameText ? replace : cancel).current?.focus(), [sameReport, sameText])
  return (
    <>
      <dl className={css.edition}>
        <dt>{t.edition}</dt>
        <dd>
          <b>{title ?? file}</b>
          {title !== null && <small>{file}</small>}
        </dd>
      </dl>
      {!sameReport && (
        <p className={css.warning} role="alert">
          {t.otherReport}
        </p>
      )}
      {sameText && (
        <p className={css.warning} role="status">
          {t.sameText}
        </p>
      )}
      <ul className={css.counts}>
        {settled + waiting === 0 && <li>{t.nothingMarked}</li>}
        {settled > 0 && <li>{t.settled(settled)}</li>}
        {waiting > 0 && <li>{t.waiting(waiting)}</li>}
        {idleCorrections > 0 && <li>{t.idleCorrections(idleCorrections)}</li>}
        {takesReportIn && <li>{t.takesIn}</li>}
      </ul>
      <div className={form.acts}>
        <button type="button" onClick={onBack}>
          {t.chooseAgain}
        </button>
        <button ref={cancel} type="button" onClick={closeDialog}>
          {w.cancel}
        </button>
        <button ref={replace} type="button" className={form.primary} onClick={onReplace}>
          {sameReport ? t.replace : t.replaceAnyway}
        </button>
      </div>
    </>
  )
}
