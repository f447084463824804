import { zh } from '../interface/zh.ts'
import { jumpTo, ownEntry, type Reading } from '../reader/reader-store.ts'
import { openCard } from './card-store.ts'
import css from './TermsPanel.module.css'

/** The terms that the report explains, in the order of its glossary. */
export function TermsPanel({ reading }: { readonly reading: Reading }) {
  const { headwords, places } = reading
  if (headwords.length === 0) return <p className={css.empty}>{zh.noTerms}</p>
  return (
    <ul aria-label={zh.terms}>
      {headwords.map((headword) => {
        const { key, term, definitions } = headword
        const found = places.filter((place) => place.key === key)
        const goTo = () => {
          const [first] = found
          const entry = ownEntry(reading, headword)
          if (first) {
            jumpTo(first)
            openCard(key, first.start)
          } else if (entry) jumpTo(entry)
        }
        return (
          <li key={key}>
            <button type="button" className={css.entry} onClick={goTo}>
              <span className={css.line}>
                <b>{term}</b>
                <small>{zh.places(found.length)}</small>
              </span>
              {definitions.map(({ source, definition }) => (
                <span key={JSON.stringify(source)} className={css.definition}>
                  {definition}
                </span>
              ))}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
