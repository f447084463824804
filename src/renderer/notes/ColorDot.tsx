import type { ColorId } from '../../core/annotation/annotation.ts'
import { useLibrary } from '../library/library-store.ts'
import css from './NotesPanel.module.css'

interface ColorDotProps {
  readonly color: ColorId
  readonly pressed: boolean
  readonly onPress: () => void
}

/** One of the five colours, as a button with the reader's name for it. */
export function ColorDot({ color, pressed, onPress }: ColorDotProps) {
  const name = useLibrary((state) => state.colorNames[color])
  return (
    <button
      type="button"
      className={css.color}
      data-tone={color}
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      onClick={onPress}
    />
  )
}
