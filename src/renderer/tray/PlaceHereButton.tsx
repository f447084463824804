import { Button } from 'react-aria-components'
import type { SourceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import css from './PlaceStrip.module.css'
import { texts } from './texts.ts'
import { placeAt } from './tray-acts.ts'
import { useTray } from './tray-store.ts'

/** How much of the page's top the line takes that says what is to be chosen, in pixels: the toolbar keeps away from it. */
export const STRIP_HEIGHT = 104

/** In the toolbar of a selection, while the reader chooses a place for an annotation: puts it there. */
export function PlaceHereButton({ passage }: { readonly passage: SourceRange }) {
  const t = useTexts(texts)
  const choosing = useTray((state) => state.choosing)
  if (choosing === null) return null
  return (
    <Button className={css.here ?? ''} preventFocusOnPress onPress={() => placeAt(choosing, passage)}>
      {t.place}
    </Button>
  )
}
