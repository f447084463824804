import { COLOR_IDS, type ColorId } from '../../core/annotation/annotation.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { useLibrary } from '../library/library-store.ts'
import css from './ExportDialog.module.css'
import { toggleColor } from './export-draft.ts'
import { texts } from './texts.ts'

interface ColorsChoiceProps {
  readonly colors: readonly ColorId[]
  readonly onChange: (colors: readonly ColorId[]) => void
}

/** The colours that are exported, by the reader's names. */
export function ColorsChoice({ colors, onChange }: ColorsChoiceProps) {
  const t = useTexts(texts)
  const names = useLibrary((state) => state.colorNames)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a grid
    <div className={form.row} role="group" aria-label={t.colors}>
      <span className={form.label}>{t.colors}</span>
      <div className={css.colors}>
        {COLOR_IDS.map((color) => (
          <label key={color} className={css.color}>
            <input
              type="checkbox"
              checked={colors.includes(color)}
              onChange={() => onChange(toggleColor(colors, color))}
            />
            <span className={css.dot} data-tone={color} />
            {names[color]}
          </label>
        ))}
      </div>
    </div>
  )
}
