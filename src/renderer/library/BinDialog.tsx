import { useEffect, useState } from 'react'
import type { BinnedReport } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { describeProblem } from '../interface/problem-text.ts'
import { meipi } from '../meipi-api.ts'
import { useReader } from '../reader/reader-store.ts'
import { DeletedNotes } from './DeletedNotes.tsx'
import { nameOf, tell } from './library-store.ts'
import css from './ReportList.module.css'
import { restoreReport } from './remove-report.ts'
import { texts } from './texts.ts'

/** What was removed, and the way back. */
export function BinDialog() {
  const t = useTexts(texts)
  const reportId = useReader((state) => state.reading?.opened.summary.id)
  const [binned, setBinned] = useState<readonly BinnedReport[] | null>(null)
  useEffect(() => {
    void meipi.listBin().then((answer) => {
      if (answer.ok) setBinned(answer.value)
      else {
        closeDialog()
        tell(describeProblem(answer.problem))
      }
    })
  }, [])
  if (binned === null) return null
  return (
    <ModalDialog title={t.bin}>
      {binned.length === 0 && <p className={css.empty}>{t.binEmpty}</p>}
      <ul className={css.list} aria-label={t.bin}>
        {binned.map(({ binId, summary, removed }) => (
          <li key={binId} className={css.row}>
            <span className={css.name}>
              <b>{nameOf(summary)}</b>
              <small>
                {[
                  t.removedOn(new Date(removed)),
                  ...(summary.annotations > 0 ? [t.noteCount(summary.annotations)] : []),
                ].join(' · ')}
              </small>
            </span>
            <button
              type="button"
              className={css.act}
              onClick={() => {
                closeDialog()
                void restoreReport(binId, true)
              }}
            >
              {t.restore}
            </button>
          </li>
        ))}
      </ul>
      {reportId !== undefined && <DeletedNotes reportId={reportId} />}
    </ModalDialog>
  )
}
