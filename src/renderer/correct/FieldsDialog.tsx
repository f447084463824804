import { useId, useState } from 'react'
import { z } from 'zod'
import { setCorrection } from '../../core/correction/change-corrections.ts'
import { CORRECTED_FIELDS, type CorrectedField, type Correction } from '../../core/correction/correction.ts'
import type { ReportMetadata } from '../../core/report/report.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { texts as windowTexts } from '../interface/texts.ts'
import { parseTags } from '../notes/parse-tags.ts'
import { useReader } from '../reader/reader-store.ts'
import { useReportTags } from '../tags/ReportTags.tsx'
import { ReportTagsRow } from '../tags/ReportTagsRow.tsx'
import { setReportTags } from '../tags/report-tags.ts'
import { changeCorrections } from './correct-report.ts'
import { texts } from './texts.ts'

type Fields = Readonly<Record<CorrectedField, string>>

/** Corrects what is known of the report as a whole: title, region, year, and who gave it when and where. */
export function FieldsDialog() {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const id = useId()
  const opened = useReader((state) => state.reading?.opened)
  const [fields, setFields] = useState<Fields>(() => fieldsOf(opened?.report))
  const ownTags = useReportTags(opened?.summary.id)
  const [tags, setTags] = useState(() => ownTags.join(' '))
  if (!opened) return null
  const problem = checkFields(fields, t)
  const hints: Partial<Fields> = { year: t.yearHint, delivered: t.dateHint }
  const isCorrected = JSON.stringify(fields) !== JSON.stringify(fieldsOf(opened.report))
  const corrected = opened.corrections.some(({ what }) => what === 'field')
  const save = () => {
    if (problem) return
    closeDialog()
    void setReportTags(opened.summary.id, ownTags, parseTags(tags))
    if (isCorrected) void changeCorrections((corrections) => applyFields(corrections, fieldsOf(opened.report), fields))
  }
  return (
    <ModalDialog title={t.title} guarded={isCorrected || tags !== ownTags.join(' ')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {CORRECTED_FIELDS.map((field) => (
          <div key={field} className={form.row}>
            <label htmlFor={`${id}-${field}`}>{t.fields[field]}</label>
            <input
              id={`${id}-${field}`}
              className={form.field}
              value={fields[field]}
              maxLength={300}
              aria-describedby={hints[field] ? `${id}-${field}-hint` : undefined}
              onChange={(event) => setFields({ ...fields, [field]: event.target.value })}
            />
            {hints[field] && (
              <span id={`${id}-${field}-hint`} className={form.hint}>
                {hints[field]}
              </span>
            )}
          </div>
        ))}
        <ReportTagsRow value={tags} onChange={setTags} />
        <p className={problem ? form.error : form.label} role={problem ? 'alert' : undefined}>
          {problem ?? t.hint}
        </p>
        <div className={form.acts}>
          {corrected && (
            <button
              type="button"
              onClick={() => {
                closeDialog()
                void changeCorrections((corrections) => corrections.filter(({ what }) => what !== 'field'))
              }}
            >
              {t.reset}
            </button>
          )}
          <button type="button" onClick={closeDialog}>
            {w.cancel}
          </button>
          <button type="submit" className={form.primary} disabled={problem !== null}>
            {w.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

function fieldsOf(report: ReportMetadata | undefined): Fields {
  const value = (field: CorrectedField) => String(report?.[field] ?? '')
  return {
    title: value('title'),
    region: value('region'),
    year: value('year'),
    delivered: value('delivered'),
    meeting: value('meeting'),
    speaker: value('speaker'),
  }
}

function checkFields(
  { year, delivered }: Fields,
  t: { readonly badYear: string; readonly badDate: string },
): string | null {
  if (year.trim() !== '' && !/^(?:19|20)\d\d$/.test(year.trim())) return t.badYear
  const date = delivered.trim()
  return date !== '' && !z.iso.date().safeParse(date).success ? t.badDate : null
}

/** Fields that are as they were are left to the parser. */
function applyFields(corrections: readonly Correction[], before: Fields, after: Fields): readonly Correction[] {
  return CORRECTED_FIELDS.filter((field) => before[field] !== after[field].trim()).reduce(
    (list: readonly Correction[], field) =>
      setCorrection(list, { what: 'field', field, value: after[field].trim() || null }),
    corrections,
  )
}
