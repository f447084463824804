import { useTexts } from '../interface/define-texts.ts'
import { meipi } from '../meipi-api.ts'
import css from './ImportStrip.module.css'
import { useLibrary } from './library-store.ts'
import { texts } from './texts.ts'

/** How far an import of several files is, with the way to stop it. */
export function ImportStrip() {
  const t = useTexts(texts)
  const importing = useLibrary((state) => state.importing)
  if (!importing) return null
  const { done, total, file } = importing
  return (
    <div className={css.strip} role="status">
      <span className={css.text}>{t.importing(done, total, file)}</span>
      <progress value={done} max={total} aria-label={t.importing(done, total, file)} />
      <button type="button" onClick={() => void meipi.cancelImport()}>
        {t.cancelImport}
      </button>
    </div>
  )
}
