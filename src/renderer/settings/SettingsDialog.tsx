import { useId } from 'react'
import { FONTS, LANGUAGES, TERM_MARKS, TEXT_SIZES, THEMES, ZOOM } from '../../core/settings/settings.ts'
import { useTexts } from '../interface/define-texts.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { Options } from '../interface/Options.tsx'
import { ColorNames } from './ColorNames.tsx'
import css from './SettingsDialog.module.css'
import { changeSettings, useSettings } from './settings-store.ts'
import { texts } from './texts.ts'

/** How the reader likes to read. What is chosen is seen at once behind the dialog, and kept. */
export function SettingsDialog() {
  const t = useTexts(texts)
  const settings = useSettings((state) => state.settings)
  return (
    <ModalDialog title={t.title}>
      <Options
        label={t.theme}
        names={t.themes}
        options={THEMES}
        value={settings.theme}
        onChange={(theme) => void changeSettings({ theme })}
      />
      <Options
        label={t.font}
        names={t.fonts}
        options={FONTS}
        value={settings.font}
        hint={t.fontHint}
        onChange={(font) => void changeSettings({ font })}
      />
      <Size
        label={t.textSize}
        range={TEXT_SIZES}
        value={settings.textSize}
        shown={String(settings.textSize)}
        onChange={(textSize) => void changeSettings({ textSize })}
      />
      <Size
        label={t.zoom}
        range={ZOOM}
        value={settings.zoom}
        shown={t.percent(settings.zoom)}
        onChange={(zoom) => void changeSettings({ zoom })}
      />
      <Options
        label={t.termMarks}
        names={t.termMarkChoices}
        options={TERM_MARKS}
        value={settings.termMarks}
        onChange={(termMarks) => void changeSettings({ termMarks })}
      />
      <div className={form.row}>
        <span className={form.label}>{t.citeCopies}</span>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={settings.citeCopies}
            onChange={(event) => void changeSettings({ citeCopies: event.target.checked })}
          />
          {t.citeCopiesLabel}
        </label>
      </div>
      <Options
        label={t.language}
        names={t.languages}
        options={LANGUAGES}
        value={settings.language}
        onChange={(language) => void changeSettings({ language })}
      />
      <ColorNames />
    </ModalDialog>
  )
}

interface SizeProps {
  readonly label: string
  readonly range: { readonly least: number; readonly most: number; readonly step: number }
  readonly value: number
  /** The value in words. */
  readonly shown: string
  readonly onChange: (value: number) => void
}

/** A size between two others. */
function Size({ label, range, value, shown, onChange }: SizeProps) {
  const id = useId()
  return (
    <div className={form.row}>
      <label htmlFor={id}>{label}</label>
      <div className={css.size}>
        <input
          id={id}
          type="range"
          min={range.least}
          max={range.most}
          step={range.step}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output htmlFor={id}>{shown}</output>
      </div>
    </div>
  )
}
