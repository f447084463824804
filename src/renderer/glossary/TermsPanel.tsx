import { useMemo, useRef, useState } from 'react'
import type { Coinage } from '../../core/glossary/coinages.ts'
import { TermConflicts } from '../conflicts/TermConflicts.tsx'
import chips from '../interface/chips.module.css'
import { useTexts } from '../interface/define-texts.ts'
import { SearchBox } from '../interface/SearchBox.tsx'
import { jumpTo, type Reading } from '../reader/reader-store.ts'
import { openCard } from './card-store.ts'
import { useDictionary } from './dictionary-store.ts'
import { findsTerm, panelRows, type TermFilter, type TermRow } from './panel-rows.ts'
import { defineTerm, draftTerm } from './reader-terms.ts'
import css from './TermsPanel.module.css'
import { ownEntry } from './term-origin.ts'
import { texts } from './texts.ts'
import { orderWordings } from './wordings.ts'

const FILTERS: readonly TermFilter[] = ['own', 'other', 'mine', 'unexplained']

/** The terms of the report: those it explains, those that others or the reader explain, and those that nobody does. */
export function TermsPanel({ reading }: { readonly reading: Reading }) {
  const t = useTexts(texts)
  const headwords = useDictionary((state) => state.headwords)
  const rows = useMemo(() => panelRows(reading, headwords), [reading, headwords])
  const [chosen, setChosen] = useState<TermFilter | null>(null)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const filter = chosen ?? FILTERS.find((each) => rows[each].length > 0) ?? 'own'
  const empty = FILTERS.every((each) => rows[each].length === 0)
  const shown = filter === 'unexplained' ? [] : rows[filter].filter(({ headword }) => findsTerm(headword.term, query))
  const coinages = filter === 'unexplained' ? rows.unexplained.filter(({ term }) => findsTerm(term, query)) : []
  const none = shown.length + coinages.length === 0
  return (
    <>
      <div className={css.filter}>
        <div className={chips.chips}>
          {FILTERS.map((each) => (
            <button key={each} type="button" aria-pressed={each === filter} onClick={() => setChosen(each)}>
              {t.filters[each]} <small>{rows[each].length || ''}</small>
            </button>
          ))}
        </div>
        <SearchBox
          label={t.filter}
          placeholder={t.filterPlaceholder}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('')
            else if (event.key === 'Enter' || event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
            else return
            event.preventDefault()
          }}
        />
      </div>
      <TermConflicts />
      {none && (
        <p className={css.empty}>{empty && query === '' ? t.noTerms : query === '' ? t.noneHere : t.noneMatches}</p>
      )}
      <ul ref={list} aria-label={t.terms}>
        {shown.map((row) => (
          <TermItem key={row.headword.key} row={row} reading={reading} mine={filter === 'mine'} />
        ))}
        {coinages.map((coinage) => (
          <CoinageItem key={coinage.key} coinage={coinage} />
        ))}
      </ul>
      {filter === 'mine' && (
        <button type="button" className={css.add} onClick={() => defineTerm()}>
          {t.defineNew}
        </button>
      )}
    </>
  )
}

interface TermItemProps {
  readonly row: TermRow
  readonly reading: Reading
  /** Whether it is in the list of the reader's own, where it can be changed. */
  readonly mine: boolean
}

/** One term: a press goes to its first place and opens its card there, or to its entry where it stands nowhere. */
function TermItem({ row: { headword, places }, reading, mine }: TermItemProps) {
  const t = useTexts(texts)
  const { key, term, wordings } = headword
  const [first] = places
  const own = headword.definitions.find(({ source }) => source.by === 'reader')
  const [best] = orderWordings(headword, reading.opened.summary.id)
  const definition = mine ? own?.definition : best?.definition
  const goTo = () => {
    const entry = ownEntry(reading.opened, headword)
    if (first) {
      jumpTo(first)
      openCard(key, first.start)
    } else if (entry) jumpTo(entry)
    else draftTerm(headword)
  }
  return (
    <li className={css.item}>
      <button type="button" className={css.entry} onClick={goTo}>
        <span className={css.line}>
          <b>{term}</b>
          <small>{[t.places(places.length), ...(wordings > 1 ? [t.wordings(wordings)] : [])].join(' · ')}</small>
        </span>
        <span className={css.definition}>{definition?.trim() || t.missing}</span>
      </button>
      {mine && (
        <button type="button" className={css.act} onClick={() => draftTerm(headword)}>
          {t.editMine}
        </button>
      )}
    </li>
  )
}

/** A formula that nobody explains: a press goes to it, the button beside it defines it. */
function CoinageItem({ coinage: { term, places } }: { readonly coinage: Coinage }) {
  const t = useTexts(texts)
  const [first] = places
  return (
    <li className={css.item}>
      <button type="button" className={css.entry} onClick={() => first && jumpTo(first)}>
        <span className={css.line}>
          <b>{term}</b>
          <small>{t.places(places.length)}</small>
        </span>
      </button>
      <button type="button" className={css.act} onClick={() => defineTerm(term)}>
        {t.define}
      </button>
    </li>
  )
}
