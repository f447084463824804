import { useTexts } from '../interface/define-texts.ts'
import css from '../library/ImportStrip.module.css'
import { nameOf, useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { useTagProgress } from './tag-progress.ts'
import { texts } from './texts.ts'

/** How far a change of tags in many reports is, with the way to stop it. */
export function TagStrip() {
  const t = useTexts(texts)
  const progress = useTagProgress((state) => state.progress)
  const report = useLibrary((state) => state.reports.find(({ id }) => id === progress?.reportId))
  // What is over before it is read would only flicker.
  if (!progress || progress.total < MANY) return null
  const { done, total } = progress
  const said = t.changing(done, total, report ? nameOf(report) : '')
  return (
    <div className={css.strip} role="status">
      <span className={css.text}>{said}</span>
      <progress value={done} max={total} aria-label={said} />
      <button type="button" onClick={() => void meipi.cancelTags()}>
        {t.stop}
      </button>
    </div>
  )
}

/** So many reports take longer than a moment. */
const MANY = 20
