import { useId, useState } from 'react'
import { LONGEST_DEFINITION, LONGEST_TERM } from '../../core/glossary/reader-term.ts'
import type { Problem } from '../../core/result.ts'
import { foldKey } from '../../core/text/fold.ts'
import { useTexts } from '../interface/define-texts.ts'
import { closeDialog, type TermDraft } from '../interface/dialog-store.ts'
import form from '../interface/form.module.css'
import { ModalDialog } from '../interface/ModalDialog.tsx'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { nameOf, useLibrary } from '../library/library-store.ts'
import { useReader } from '../reader/reader-store.ts'
import { useDictionary } from './dictionary-store.ts'
import { deleteTerm, saveTerm } from './reader-terms.ts'
import { texts } from './texts.ts'

/** A term of the reader's own: new, or to be changed. A definition may name the report that it was taken from. */
export function ReaderTermDialog({ draft }: { readonly draft: TermDraft }) {
  const t = useTexts(texts)
  const w = useTexts(windowTexts)
  const id = useId()
  const [term, setTerm] = useState(draft.term)
  const [definition, setDefinition] = useState(draft.definition)
  const [cited, setCited] = useState(draft.cited)
  const [problem, setProblem] = useState<Problem | null>(null)
  const readerTerms = useDictionary((state) => state.readerTerms)
  const reports = useLibrary((state) => state.reports)
  const sources = useSources(term, draft.cited)
  const known = readerTerms.find((each) => each.id === draft.id)
  const changed = term !== draft.term || definition !== draft.definition
  const complete = term.trim().length >= 2 && definition.trim() !== ''
  const save = async () => {
    if (!complete) return
    const refused = await saveTerm({ id: draft.id, term, definition, cited })
    if (refused) setProblem(refused)
    else closeDialog()
  }
  return (
    <ModalDialog title={draft.id === null ? t.newTerm : t.editTerm} guarded={changed}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {problem && (
          <p className={form.error} role="alert">
            {describeProblem(problem)}
          </p>
        )}
        <div className={form.row}>
          <label htmlFor={`${id}-term`}>{t.term}</label>
          <input
            id={`${id}-term`}
            className={form.field}
            value={term}
            maxLength={LONGEST_TERM}
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
            autoFocus={draft.term === ''}
            onChange={(event) => setTerm(event.target.value)}
          />
        </div>
        <div className={form.row}>
          <label htmlFor={`${id}-definition`}>{t.definition}</label>
          <textarea
            id={`${id}-definition`}
            className={form.field}
            rows={5}
            value={definition}
            maxLength={LONGEST_DEFINITION}
            placeholder={t.definitionPlaceholder}
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
            autoFocus={draft.term !== ''}
            onChange={(event) => setDefinition(event.target.value)}
            onKeyDown={(event) => {
              const send = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
              if (send) void save()
            }}
          />
        </div>
        {sources.length > 0 && (
          <div className={form.row}>
            <label htmlFor={`${id}-source`}>{t.citation}</label>
            <select
              id={`${id}-source`}
              className={form.field}
              value={sources.findIndex((source) => source.reportId === cited?.reportId)}
              onChange={(event) => setCited(sources[Number(event.target.value)] ?? null)}
            >
              <option value={-1}>{t.noCitation}</option>
              {sources.map((source, index) => {
                const report = reports.find((each) => each.id === source.reportId)
                return (
                  <option key={source.reportId} value={index}>
                    {report ? `${nameOf(report)} · ${t.entry(source.number)}` : t.entry(source.number)}
                  </option>
                )
              })}
            </select>
          </div>
        )}
        <div className={form.acts}>
          {known && (
            <button
              type="button"
              onClick={() => {
                closeDialog()
                void deleteTerm(known)
              }}
            >
              {w.delete}
            </button>
          )}
          <button type="button" onClick={closeDialog}>
            {w.cancel}
          </button>
          <button type="submit" className={form.primary} disabled={!complete}>
            {w.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

/** Where a definition can be taken from: the reports whose glossary has the term, the open one, and what is cited already. */
function useSources(term: string, cited: TermDraft['cited']): NonNullable<TermDraft['cited']>[] {
  const headword = useDictionary((state) => state.byKey.get(foldKey(term)))
  const open = useReader((state) => state.reading?.opened.summary.id)
  const sources = (headword?.definitions ?? []).flatMap(({ source }) =>
    source.by === 'report' ? [{ reportId: source.reportId, number: source.number }] : [],
  )
  const further = [...(cited ? [cited] : []), ...(open === undefined ? [] : [{ reportId: open, number: null }])]
  for (const source of further) if (sources.every(({ reportId }) => reportId !== source.reportId)) sources.push(source)
  return sources
}
