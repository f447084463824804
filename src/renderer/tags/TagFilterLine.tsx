import { X } from 'lucide-react'
import { useTexts } from '../interface/define-texts.ts'
import css from './Tags.module.css'
import { endTagFilter } from './tag-view-store.ts'
import { texts } from './texts.ts'

/** Says that the notes of one tag alone are shown, and shows the others again. */
export function TagFilterLine({ path }: { readonly path: string }) {
  const t = useTexts(texts)
  return (
    <p className={css.only}>
      <span>{t.filteredBy(path)}</span>
      <button type="button" aria-label={t.endFilter(path)} title={t.endFilter(path)} onClick={endTagFilter}>
        <X size={14} aria-hidden="true" />
      </button>
    </p>
  )
}
