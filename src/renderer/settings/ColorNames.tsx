import { useMemo, useState } from 'react'
import { COLOR_IDS, type ColorId, colorNameSchema } from '../../core/annotation/annotation.ts'
import type { Problem } from '../../core/result.ts'
import { addColors } from '../../core/tags/tag-counts.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { describeProblem } from '../interface/problem-text.ts'
import { useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { useMarkedReports } from '../tags/use-tag-tree.ts'
import css from './SettingsDialog.module.css'
import { texts } from './texts.ts'

/** The reader's names for the five colours, saved when a box is left. */
export function ColorNames() {
  const t = useTexts(texts)
  const names = useLibrary((state) => state.colorNames)
  const reports = useMarkedReports()
  const counts = useMemo(() => addColors(reports.map(({ colors }) => colors)), [reports])
  const [problem, setProblem] = useState<Problem | null>(null)
  const rename = async (color: ColorId, box: HTMLInputElement) => {
    const name = colorNameSchema.safeParse(box.value)
    if (!name.success || name.data === names[color]) {
      box.value = names[color]
      return
    }
    const answer = await meipi.nameColor(color, name.data)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) box.value = names[color]
  }
  return (
    <fieldset className={css.colors}>
      <legend className={form.label}>{t.colorNames}</legend>
      <div className={css.colorList}>
        {COLOR_IDS.map((color) => (
          <label key={color} className={css.color}>
            <span className={css.dot} data-tone={color} />
            <input
              key={names[color]}
              className={form.field}
              aria-label={`${t.colorNames}：${names[color]}`}
              defaultValue={names[color]}
              maxLength={12}
              onBlur={(event) => void rename(color, event.currentTarget)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
              }}
            />
            <small className={css.colorCount}>{t.highlights(counts[color])}</small>
          </label>
        ))}
      </div>
      <p className={problem ? form.error : form.hint} role={problem ? 'alert' : undefined}>
        {problem ? describeProblem(problem) : t.colorNamesHint}
      </p>
    </fieldset>
  )
}
