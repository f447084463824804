import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { Options } from '../interface/Options.tsx'
import css from './ExportDialog.module.css'
import type { DayRange } from './export-draft.ts'
import { texts } from './texts.ts'

const KINDS = ['any', 'created', 'modified'] as const

/** The days on which what is exported was made or last changed; either may be left empty. */
export function DaysChoice({
  days,
  onChange,
}: {
  readonly days: DayRange
  readonly onChange: (days: DayRange) => void
}) {
  const t = useTexts(texts)
  return (
    <>
      <Options
        label={t.dates}
        names={t.dateChoices}
        options={KINDS}
        value={days.by}
        onChange={(by) => onChange({ ...days, by })}
      />
      <div hidden={days.by === 'any'}>
        <div className={css.days}>
          {(['from', 'to'] as const).map((edge) => (
            <label key={edge}>
              {t[edge]}
              <input
                type="date"
                // A year of four digits: with more allowed, the box waits for them before it goes on to the month.
                max="9999-12-31"
                className={form.field}
                value={days[edge]}
                onChange={(event) => onChange({ ...days, [edge]: event.target.value })}
              />
            </label>
          ))}
        </div>
      </div>
    </>
  )
}
