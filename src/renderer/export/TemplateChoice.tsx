import { useId } from 'react'
import type { TemplateSummary } from '../../core/export/export-view.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import css from './ExportDialog.module.css'
import { texts } from './texts.ts'

interface TemplateChoiceProps {
  readonly value: string
  readonly templates: readonly TemplateSummary[]
  readonly onChange: (template: string) => void
  readonly onEdit: (how: 'edit' | 'copy') => void
}

/** The form of the export: one of Meipi's or of the reader's, which can be written here. */
export function TemplateChoice({ value, templates, onChange, onEdit }: TemplateChoiceProps) {
  const t = useTexts(texts)
  const id = useId()
  const names: Readonly<Record<string, string>> = t.templates
  const own = templates.filter(({ isOwn }) => isOwn)
  const builtIn = templates.filter(({ isOwn }) => !isOwn)
  const chosen = templates.find(({ name }) => name === value)
  return (
    <div className={form.row}>
      <label htmlFor={id}>{t.template}</label>
      <select
        id={id}
        className={form.field}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: what is chosen first has the keyboard
        autoFocus
        onChange={(event) => onChange(event.target.value)}
      >
        {!chosen && <option value={value}>{names[value] ?? value}</option>}
        <optgroup label={t.builtIn}>
          {builtIn.map(({ name }) => (
            <option key={name} value={name}>
              {names[name] ?? name}
            </option>
          ))}
        </optgroup>
        {own.length > 0 && (
          <optgroup label={t.own}>
            {own.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <span className={css.under}>
        {chosen?.isOwn && (
          <button type="button" className={css.act} onClick={() => onEdit('edit')}>
            {t.editTemplate}
          </button>
        )}
        <button type="button" className={css.act} onClick={() => onEdit('copy')}>
          {t.copyTemplate}
        </button>
      </span>
    </div>
  )
}
