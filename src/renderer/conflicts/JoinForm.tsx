import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Problem } from '../../core/result.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import css from './Conflicts.module.css'
import { type JoinDraft, keepJoinDraft } from './conflict-store.ts'
import { texts } from './texts.ts'

interface JoinFormProps {
  /** Of the conflict. */
  readonly id: string
  readonly label: string
  readonly draft: JoinDraft
  readonly longest: number
  /** Whether there are tags to write too. */
  readonly tagged: boolean
  readonly hint?: string
  /** Null where it is saved. */
  readonly onSave: (draft: JoinDraft) => Promise<Problem | null>
}

/** What versions say together, to be gone over before it is saved. What is typed stays until then. */
export function JoinForm({ id, label, draft, longest, tagged, hint, onSave }: JoinFormProps) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const field = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => box.current?.focus(), [])
  const close = () => keepJoinDraft(id, null)
  const save = async () => setProblem(await onSave(draft))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    // A dialog that it stands in stays open.
    event.stopPropagation()
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor={`${field}-text`}>{label}</label>
      <textarea
        ref={box}
        id={`${field}-text`}
        className={form.field}
        rows={6}
        maxLength={longest}
        value={draft.text}
        onChange={(event) => keepJoinDraft(id, { ...draft, text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      {tagged && (
        <>
          <label htmlFor={`${field}-tags`}>{t.tags}</label>
          <input
            id={`${field}-tags`}
            className={form.field}
            value={draft.tags}
            onChange={(event) => keepJoinDraft(id, { ...draft, tags: event.target.value })}
            onKeyDown={onKeyDown}
          />
        </>
      )}
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      {problem && (
        <p className={css.problem} role="alert">
          {t.refused(describeProblem(problem))}
        </p>
      )}
      <div className={css.formActs}>
        <button type="button" onClick={close}>
          {w.cancel}
        </button>
        <button type="submit" className={css.save}>
          {w.save}
        </button>
      </div>
    </form>
  )
}
