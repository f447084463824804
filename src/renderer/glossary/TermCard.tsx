import { autoUpdate, flip, offset, shift, size, useFloating } from '@floating-ui/react'
import { useEffect, useRef } from 'react'
import type { Definition, Headword } from '../../core/glossary/dictionary.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import { zh } from '../interface/zh.ts'
import { meipi } from '../meipi-api.ts'
import { jumpTo, ownEntry, type Reading } from '../reader/reader-store.ts'
import { closeCard, keepCard, leaveTerm, openCard, useCard } from './card-store.ts'
import css from './TermCard.module.css'

/** The card of the term that the reader points at: its definition and who gave it, where it stands in the text. */
export function TermCard({ reading }: { readonly reading: Reading }) {
  const card = useCard((state) => state.card)
  const headword = card ? reading.headwords.find(({ key }) => key === card.key) : undefined
  if (!card || !headword) return null
  return (
    <OpenTermCard key={`${card.key}-${card.start}`} {...{ reading, headword }} start={card.start} focus={card.focus} />
  )
}

interface OpenTermCardProps {
  readonly reading: Reading
  readonly headword: Headword
  readonly start: number
  readonly focus: boolean
}

function OpenTermCard({ reading, headword, start, focus }: OpenTermCardProps) {
  const places = reading.places.filter((place) => place.key === headword.key)
  const first = useRef<HTMLButtonElement>(null)
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(8),
      flip({ padding: 8 }),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxHeight = `${Math.max(160, availableHeight)}px`
        },
      }),
    ],
  })

  // The term's element is looked up each time it is measured: a repaint may have put another in its place.
  useEffect(() => {
    refs.setPositionReference({
      getBoundingClientRect: () => termRect(start),
      contextElement: document.querySelector('main') ?? document.body,
    })
  }, [refs, start])

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (!(event.target instanceof Element && event.target.closest('[data-term-card], mark[data-term]'))) closeCard()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) closeCard()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [])

  useEffect(() => {
    if (focus) first.current?.focus()
  }, [focus])

  return (
    <div
      ref={refs.setFloating}
      style={floatingStyles}
      className={css.card}
      role="dialog"
      aria-label={headword.term}
      data-term-card
      onPointerEnter={keepCard}
      onPointerLeave={leaveTerm}
      onBlur={leaveTerm}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        // The keyboard goes back to the term; that would open the card again, so it is closed after.
        termElement(start)?.focus()
        closeCard()
      }}
    >
      <header className={css.head}>
        <h2 className={css.term}>{headword.term}</h2>
        <span className={css.count}>{zh.placesHere(places.length)}</span>
      </header>
      {headword.definitions.map((definition) => (
        <DefinitionView key={JSON.stringify(definition.source)} {...{ definition, reading }} />
      ))}
      <div className={css.acts}>
        <button type="button" ref={first} onClick={() => goToPlace(places, headword.key, start, -1)}>
          {zh.previousPlace}
        </button>
        <button type="button" onClick={() => goToPlace(places, headword.key, start, 1)}>
          {zh.nextPlace}
        </button>
        <button
          type="button"
          onClick={() => void meipi.writeClipboard(headword.definitions.map((each) => each.definition).join('\n'))}
        >
          {zh.copyDefinition}
        </button>
        <button
          type="button"
          onClick={() => {
            const entry = ownEntry(reading, headword)
            closeCard()
            if (entry) jumpTo(entry)
          }}
        >
          {zh.goToEntry}
        </button>
      </div>
    </div>
  )
}

function DefinitionView({ definition, reading }: { readonly definition: Definition; readonly reading: Reading }) {
  const { source } = definition
  const { region, year } = reading.opened.report
  return (
    <>
      <p className={css.definition}>{definition.definition}</p>
      <p className={css.source}>
        <em>{zh.thisReport}</em> · {zh.glossaryEntry(source.by === 'report' ? source.number : null)}
        {region !== null && ` · ${region}`}
        {year !== null && ` ${year}`}
      </p>
    </>
  )
}

/** Goes to the term's next or previous place, round and round. */
function goToPlace(places: readonly HeadwordPlace[], key: string, start: number, step: 1 | -1): void {
  const here = places.findIndex((place) => place.start === start)
  const next = places.at((here + step) % places.length)
  if (!next) return
  jumpTo(next)
  openCard(key, next.start)
}

function termElement(start: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`mark[data-focus="term-${start}"]`)
}

function termRect(start: number): DOMRect {
  return termElement(start)?.getClientRects()[0] ?? new DOMRect()
}
