import { useEffect, useRef } from 'react'
import type { RestoreOutcome, SnapshotSummary } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { SnapshotList } from './SnapshotList.tsx'
import css from './SnapshotsDialog.module.css'
import {
  askToRestore,
  makeSnapshot,
  openSnapshots,
  restoreSnapshot,
  showSnapshots,
  useSnapshots,
} from './snapshot-store.ts'
import { texts } from './texts.ts'

/** The snapshots of the library: taking one, and merging one back. */
export function SnapshotsDialog() {
  const t = useTexts(texts)
  const { snapshots, now, problem } = useSnapshots()
  useEffect(() => void openSnapshots(), [])
  if (snapshots === null) return null
  return (
    <ModalDialog title={t.title}>
      {problem && (
        <p className={form.error} role="alert">
          {t.failed(describeProblem(problem))}
        </p>
      )}
      {now.step === 'asking' && <Question snapshot={now.snapshot} />}
      {now.step === 'restoring' && <Progress progress={now.progress} />}
      {now.step === 'restored' && <Outcome outcome={now.outcome} />}
      {(now.step === 'list' || now.step === 'making') && (
        <>
          <p className={css.hint}>{snapshots.length === 0 ? t.empty : t.hint}</p>
          <SnapshotList
            snapshots={snapshots}
            onRestore={(snapshot) => {
              if (!refuseIfReadOnly()) askToRestore(snapshot)
            }}
          />
          <div className={form.acts}>
            <button
              type="button"
              aria-disabled={now.step === 'making'}
              onClick={() => {
                if (now.step === 'list') void makeSnapshot().then((made) => made && showToast({ text: t.made }))
              }}
            >
              {now.step === 'making' ? t.making : t.make}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  )
}

/** What restoring does and what it does not, before it is done. */
function Question({ snapshot: { name, created } }: { readonly snapshot: SnapshotSummary }) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const moment = new Date(created)
  return (
    <>
      <p className={css.question}>{t.confirm(moment, new Date())}</p>
      <ul className={css.effects}>
        {t.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <div className={form.acts}>
        <button type="button" onClick={showSnapshots}>
          {w.cancel}
        </button>
        <button
          type="button"
          className={form.primary}
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone, and this goes on from it
          autoFocus
          onClick={() => void restoreSnapshot(name)}
        >
          {t.restoreNow}
        </button>
      </div>
    </>
  )
}

function Progress({ progress }: { readonly progress: { readonly done: number; readonly total: number } | null }) {
  const t = useTexts(texts)
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus(), [])
  const said = progress ? t.restoring(progress.done, progress.total) : t.beginning
  return (
    <>
      <p ref={place} className={css.question} role="status" tabIndex={-1}>
        {said}
      </p>
      <progress
        className={css.progress}
        aria-label={said}
        {...(progress ? { value: progress.done, max: progress.total } : {})}
      />
    </>
  )
}

function Outcome({ outcome }: { readonly outcome: RestoreOutcome }) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const { missing, unreadable } = outcome
  return (
    <>
      <p className={css.question} role="status">
        {t.outcome(outcome.reports, outcome.annotations, outcome.broughtBack.length, outcome.conflicts)}
      </p>
      {missing.length + unreadable.length > 0 && (
        <ul className={css.effects}>
          {missing.map(({ id, file, annotations }) => (
            <li key={id}>{t.missing(file, annotations)}</li>
          ))}
          {unreadable.map(({ path, message }) => (
            <li key={path}>{t.notRead(path, message)}</li>
          ))}
        </ul>
      )}
      <div className={form.acts}>
        <button type="button" onClick={showSnapshots}>
          {t.back}
        </button>
        <button
          type="button"
          className={form.primary}
          // biome-ignore lint/a11y/noAutofocus: what had the keyboard is gone, and there is nothing else to do here
          autoFocus
          onClick={closeDialog}
        >
          {w.close}
        </button>
      </div>
    </>
  )
}
