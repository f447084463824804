import { useState } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { Options } from '../interface/Options.tsx'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { meipi } from '../meipi-api.ts'
import css from './ExportDialog.module.css'
import type { Review } from './ExportDialog.tsx'
import { FileReview } from './FileReview.tsx'
import { useExportProgress } from './progress-store.ts'
import { tellWritten } from './tell-written.ts'
import { texts } from './texts.ts'
import { useIsOpen } from './use-is-open.ts'

const DELETED_AS = ['strike', 'remove'] as const

interface ReviewChangesProps {
  readonly review: Review
  /** Called with the same files looked at again, and with null to go back to the choices. */
  readonly onReview: (review: Review | null) => void
}

/** What would change in files that are there already; nothing is written before the reader has seen it. */
export function ReviewChanges({ review, onReview }: ReviewChangesProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const [deletedAs, setDeletedAs] = useState<(typeof DELETED_AS)[number]>('strike')
  const [problem, setProblem] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const isOpen = useIsOpen()
  const progress = useExportProgress((state) => state.progress)
  const hasDeleted = review.files.some(({ plan }) => plan.kind === 'update' && plan.changes.counts.removed > 0)
  const isRefused = review.fresh + review.more === 0 && review.files.every(({ plan }) => plan.kind === 'refused')

  const lookAgain = async (chosen: (typeof DELETED_AS)[number]) => {
    setDeletedAs(chosen)
    // What is written has to be what was seen.
    setWorking(true)
    const answer = await meipi.reviewExport(chosen)
    setWorking(false)
    if (!answer.ok) setProblem(describeProblem(answer.problem))
    else if (answer.value?.step === 'review') onReview(answer.value)
  }
  const write = async () => {
    setWorking(true)
    const answer = await meipi.writeExport()
    setWorking(false)
    if (!answer.ok) {
      setProblem(describeProblem(answer.problem))
      return
    }
    if (isOpen.current) closeDialog()
    tellWritten(answer.value)
  }
  return (
    <form
      className={css.body}
      onSubmit={(event) => {
        event.preventDefault()
        void write()
      }}
    >
      {problem && (
        <p className={form.error} role="alert">
          {problem}
        </p>
      )}
      {review.files.some(({ plan }) => plan.kind === 'update') && <p className={css.hint}>{t.reviewHint}</p>}
      {hasDeleted && (
        <Options
          label={t.deleted}
          names={t.deletedChoices}
          options={DELETED_AS}
          value={deletedAs}
          onChange={(chosen) => void lookAgain(chosen)}
        />
      )}
      <section className={css.review} aria-label={t.reviewTitle}>
        {review.files.map((file) => (
          <FileReview key={file.file} reviewed={file} />
        ))}
        {review.more > 0 && <p className={css.hint}>{t.moreFiles(review.more)}</p>}
        {review.fresh > 0 && <p className={css.hint}>{t.freshFiles(review.fresh)}</p>}
      </section>
      <div className={css.foot}>
        <p className={css.count} role="status">
          {working && (progress ? t.progress(progress.done, progress.total) : t.working)}
        </p>
        <div className={css.acts}>
          {working ? (
            <button type="button" onClick={() => void meipi.stopExport()}>
              {t.stop}
            </button>
          ) : (
            <button type="button" onClick={closeDialog}>
              {w.cancel}
            </button>
          )}
          <button
            type="button"
            disabled={working}
            // biome-ignore lint/a11y/noAutofocus: where nothing can be written, another target is chosen next
            autoFocus={isRefused}
            onClick={() => onReview(null)}
          >
            {t.back}
          </button>
          <button
            type="submit"
            className={form.primary}
            disabled={working || problem !== null || isRefused}
            // biome-ignore lint/a11y/noAutofocus: what was looked at is written next
            autoFocus={!isRefused}
          >
            {t.write}
          </button>
        </div>
      </div>
    </form>
  )
}
