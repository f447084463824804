import { useId } from 'react'
import { CITE_CHOICES, CITE_EDITIONS } from '../../core/export/export-choice.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { Options } from '../interface/Options.tsx'
import type { ExportDraft } from './export-draft.ts'
import { texts } from './texts.ts'

interface CiteChoiceProps extends Pick<ExportDraft, 'cite' | 'edition'> {
  readonly onChange: (change: Partial<Pick<ExportDraft, 'cite' | 'edition'>>) => void
}

/** The report's own reference by GB/T 7714: not at all, or by whom and by which edition. */
export function CiteChoice({ cite, edition, onChange }: CiteChoiceProps) {
  const t = useTexts(texts)
  const id = useId()
  return (
    <>
      <Options
        label={t.cite}
        names={t.citeChoices}
        options={CITE_CHOICES}
        value={cite}
        onChange={(chosen) => onChange({ cite: chosen })}
      />
      <div hidden={cite === 'none'}>
        <div className={form.row}>
          <label htmlFor={id}>{t.edition}</label>
          <select
            id={id}
            className={form.field}
            value={edition}
            onChange={(event) => {
              const chosen = CITE_EDITIONS.find((each) => each === event.target.value)
              if (chosen) onChange({ edition: chosen })
            }}
          >
            {CITE_EDITIONS.map((each) => (
              <option key={each} value={each}>
                {t.editions[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  )
}
