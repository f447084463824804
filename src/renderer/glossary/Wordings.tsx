import { memo, useState } from 'react'
import { compareWordings } from '../../core/glossary/compare-wordings.ts'
import type { Definition, Headword } from '../../core/glossary/dictionary.ts'
import { useTexts } from '../interface/define-texts.ts'
import { nameOf, useLibrary } from '../library/library-store.ts'
import { useDictionary } from './dictionary-store.ts'
import { openEntry } from './open-entry.ts'
import css from './TermCard.module.css'
import { texts } from './texts.ts'
import { countOtherReports, orderWordings, type Wording } from './wordings.ts'

/** Wordings besides the first that are shown without asking. */
const SHOWN_AT_ONCE = 3

interface WordingsProps {
  readonly headword: Headword
  readonly reportId: string
}

/** What a term means, here first; then what other reports and the reader say, with the words that differ tinted. Compared once: the card is drawn again when it has found its place. */
export const Wordings = memo(function Wordings({ headword, reportId }: WordingsProps) {
  const t = useTexts(texts)
  const [all, setAll] = useState(false)
  const [first, ...rest] = orderWordings(headword, reportId)
  if (!first) return null
  const shown = all ? rest : rest.slice(0, SHOWN_AT_ONCE)
  const others = countOtherReports(headword, reportId)
  return (
    <>
      {first.definitions.every(({ source }) => source.by === 'report' && source.reportId !== reportId) && (
        <p className={css.borrowed}>{t.borrowed}</p>
      )}
      <p className={css.definition}>{first.definition.trim() || t.missing}</p>
      <Sources wording={first} reportId={reportId} />
      {shown.length > 0 && (
        <section className={css.others}>
          <h3>{t.others(others)}</h3>
          {shown.map((wording) => (
            <div key={wording.definition}>
              <p className={css.definition}>
                {compareWordings(first.definition, wording.definition).map(({ text, differs }, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are one text, and change together
                  differs ? <em key={index}>{text}</em> : <span key={index}>{text}</span>,
                )}
              </p>
              <Sources wording={wording} reportId={reportId} />
            </div>
          ))}
          {shown.length < rest.length && (
            <button type="button" className={css.more} onClick={() => setAll(true)}>
              {t.moreWordings(rest.length - shown.length)}
            </button>
          )}
        </section>
      )}
    </>
  )
})

function Sources({ wording, reportId }: { readonly wording: Wording; readonly reportId: string }) {
  return (
    <p className={css.source}>
      {wording.definitions.map((definition) => (
        <Source key={JSON.stringify(definition.source)} definition={definition} reportId={reportId} />
      ))}
    </p>
  )
}

/** Who gives a definition. Another report's leads there. */
function Source({ definition: { source }, reportId }: { readonly definition: Definition; readonly reportId: string }) {
  const t = useTexts(texts)
  const reports = useLibrary((state) => state.reports)
  const readerTerms = useDictionary((state) => state.readerTerms)
  const describe = (id: string, number: string | null) => {
    const report = reports.find((each) => each.id === id)
    return `${report ? nameOf(report) : t.goneReport} · ${t.entry(number)}`
  }
  if (source.by === 'reader') {
    const cited = readerTerms.find(({ id }) => id === source.id)?.cited
    return (
      <span>
        <em>{t.mine}</em>
        {cited && ` · ${t.cited(describe(cited.reportId, cited.number))}`}
      </span>
    )
  }
  if (source.reportId === reportId) {
    return (
      <span>
        <em>{t.thisReport}</em> · {describe(source.reportId, source.number)}
      </span>
    )
  }
  return (
    <button type="button" onClick={() => openEntry(source.reportId, source.entry)}>
      {describe(source.reportId, source.number)}
    </button>
  )
}
