import { useEffect, useId, useState } from 'react'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { textsNow, useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { meipi } from '../meipi-api.ts'
import { receiveAnnotation, retrySaving } from '../notes/annotation-store.ts'
import { openNote } from '../notes/open-note.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { tell } from './library-store.ts'
import css from './ReportList.module.css'
import { texts } from './texts.ts'

/** The notes and highlights that were deleted in the open report, whenever that was, and the way back. */
export function DeletedNotes({ reportId }: { readonly reportId: string }) {
  const t = useTexts(texts)
  const title = useId()
  const [deleted, setDeleted] = useState<readonly Annotation[]>([])
  useEffect(() => {
    // What was deleted a moment ago is among them.
    void retrySaving()
      .then(() => meipi.deletedAnnotations(reportId))
      .then((answer) => {
        if (answer.ok) setDeleted(answer.value)
        else tell(describeProblem(answer.problem))
      })
  }, [reportId])
  if (deleted.length === 0) return null
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={css.title}>
        {t.deletedNotes}
      </h3>
      <ul className={css.list} aria-labelledby={title}>
        {deleted.map(({ id, anchor, note, modified }) => (
          <li key={id} className={css.row}>
            <span className={css.name}>
              <b title={anchor.quote}>{anchor.quote}</b>
              <small>{[t.deletedOn(new Date(modified)), ...(note === '' ? [] : [note])].join(' · ')}</small>
            </span>
            <button type="button" className={css.act} onClick={() => void bringBack(reportId, id)}>
              {t.restore}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function bringBack(reportId: string, id: string): Promise<void> {
  if (refuseIfReadOnly()) return
  const answer = await meipi.changeAnnotation(reportId, { act: 'restore', id })
  closeDialog()
  if (!answer.ok) {
    tell(describeProblem(answer.problem))
    return
  }
  receiveAnnotation(reportId, answer.value)
  openNote(id)
  showToast({ text: textsNow(texts).noteRestored })
}
