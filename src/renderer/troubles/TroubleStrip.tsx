import { useTexts } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { useLibrary } from '../library/library-store.ts'
import { retrySaving, useAnnotations } from '../notes/annotation-store.ts'
import css from './TroubleStrip.module.css'
import { texts } from './texts.ts'

/** Above the status line, as long as nothing can be written: why, what to do, and that nothing is lost meanwhile. */
export function TroubleStrip() {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const refusal = useLibrary((state) => state.refusal)
  const problem = useAnnotations(({ save }) => (save.step === 'failed' ? save.problem : null))
  if (!refusal && !problem) return null
  return (
    <div className={css.strip} data-trouble data-failed={problem !== null || undefined}>
      {refusal && (
        <p role="status">
          <b>{t.readOnly}</b>
          {describeProblem(refusal)}
        </p>
      )}
      {problem && (
        <>
          <p role="status">
            <b>{w.saveFailed}</b>
            {describeProblem(problem)} {t.keptInMemory}
          </p>
          <button type="button" onClick={() => void retrySaving()}>
            {w.retry}
          </button>
        </>
      )}
    </div>
  )
}
