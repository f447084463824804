import { useId, useRef } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { TagBox } from './TagBox.tsx'
import { texts } from './texts.ts'
import { useTagSuggestions } from './use-tag-suggestions.tsx'

interface ReportTagsRowProps {
  /** As they are written, with spaces between. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The row of a form in which the tags of a report are written. */
export function ReportTagsRow({ value, onChange }: ReportTagsRowProps) {
  const t = useTexts(texts)
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const suggest = useTagSuggestions({ box, onChange })
  return (
    <div className={form.row}>
      <label htmlFor={id}>{t.reportTags}</label>
      <TagBox list={suggest.list}>
        <input
          {...suggest.props}
          ref={box}
          id={id}
          className={form.field}
          value={value}
          aria-describedby={`${id}-hint`}
          onBlur={suggest.close}
          onChange={(event) => {
            onChange(event.target.value)
            suggest.onInput(event)
          }}
          onKeyDown={(event) => void suggest.onKeyDown(event)}
        />
      </TagBox>
      <span id={`${id}-hint`} className={form.hint}>
        {t.reportTagsHint}
      </span>
    </div>
  )
}
