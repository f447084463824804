import { solePlace } from '../../core/annotation/sole-place.ts'
import type { WaitingAnnotation } from '../../core/library-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import css from './Tray.module.css'
import { texts } from './texts.ts'
import { placeAll } from './tray-acts.ts'

/** Offers to attach at once all that stands in one place as it was: who corrects a scan need not press for each. */
export function SolePlaces({ waiting }: { readonly waiting: readonly WaitingAnnotation[] }) {
  const t = useTexts(texts)
  const places = waiting.flatMap(({ annotation, match }) => {
    const range = solePlace(match)
    return range ? [{ id: annotation.id, range }] : []
  })
  if (places.length < 2) return null
  return (
    <div className={css.sole}>
      <p>{t.sole(places.length)}</p>
      <button type="button" onClick={() => placeAll(places)}>
        {t.placeSole(places.length)}
      </button>
    </div>
  )
}
