import type { Headword } from '../../core/glossary/dictionary.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import { useTexts } from '../interface/define-texts.ts'
import { highlightFor } from '../notes/annotation-store.ts'
import { writeNote } from '../notes/open-note.ts'
import { jumpTo, type Reading } from '../reader/reader-store.ts'
import { closeCard, openCard, useCard } from './card-store.ts'
import { copyDefinitions, copyTermCard } from './copy-definitions.ts'
import { draftTerm } from './reader-terms.ts'
import css from './TermCard.module.css'
import { ownEntry } from './term-origin.ts'
import { texts } from './texts.ts'

interface TermActsProps {
  readonly reading: Reading
  readonly headword: Headword
  /** Where it stands in the report, in order. */
  readonly places: readonly HeadwordPlace[]
  /** Where the card is open. */
  readonly start: number
}

/** What can be done with a term from its card. */
export function TermActs({ reading, headword, places, start }: TermActsProps) {
  const t = useTexts(texts)
  const here = places.find((place) => place.start === start)
  const alone = here !== undefined && places.length === 1
  const entry = ownEntry(reading.opened, headword)
  const mine = headword.definitions.some(({ source }) => source.by === 'reader')
  return (
    <div className={css.acts} data-acts>
      {places.length > 0 && (
        <>
          <button type="button" disabled={alone} onClick={() => goToPlace(places, headword.key, start, -1)}>
            {t.previousPlace}
          </button>
          <button type="button" disabled={alone} onClick={() => goToPlace(places, headword.key, start, 1)}>
            {t.nextPlace}
          </button>
        </>
      )}
      <button type="button" onClick={() => copyDefinitions(headword)}>
        {t.copyDefinition}
      </button>
      <button type="button" onClick={() => copyTermCard(headword, reading.opened.summary.id)}>
        {t.copyMarkdown}
      </button>
      {here && (
        <>
          <button type="button" onClick={() => highlightFor(here)}>
            {t.highlight}
          </button>
          <button
            type="button"
            onClick={() => {
              const id = highlightFor(here)
              closeCard()
              if (id) writeNote(id)
            }}
          >
            {t.note}
          </button>
        </>
      )}
      {entry && (
        <button
          type="button"
          onClick={() => {
            closeCard()
            jumpTo(entry)
          }}
        >
          {t.goToEntry}
        </button>
      )}
      <button type="button" className={css.mine} onClick={() => draftTerm(headword)}>
        {mine ? t.editMine : t.addMine}
      </button>
    </div>
  )
}

/** Goes to the term's next or previous place, round and round. */
function goToPlace(places: readonly HeadwordPlace[], key: string, start: number, step: 1 | -1): void {
  const { card } = useCard.getState()
  const here = places.findIndex((place) => place.start === start)
  const next = places.at(here < 0 ? (step === 1 ? 0 : -1) : (here + step) % places.length)
  if (!next) return
  jumpTo(next)
  openCard(key, next.start, { focus: card?.focus ?? false })
}
