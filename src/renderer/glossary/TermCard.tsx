import { autoUpdate, flip, offset, shift, size, useFloating } from '@floating-ui/react'
import { useEffect, useRef } from 'react'
import type { Headword } from '../../core/glossary/dictionary.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import type { Reading } from '../reader/reader-store.ts'
import { domRangeOf } from '../reader/source-selection.ts'
import { closeCard, keepCard, leaveTerm, unfollowTerm, useCard } from './card-store.ts'
import { useDictionary } from './dictionary-store.ts'
import { RelatedTerms } from './RelatedTerms.tsx'
import { TermActs } from './TermActs.tsx'
import css from './TermCard.module.css'
import { TermUses } from './TermUses.tsx'
import { texts } from './texts.ts'
import { Wordings } from './Wordings.tsx'

/** What stays free between the card and the window's edges; at the bottom is the status line. */
const PADDING = { top: 8, right: 8, bottom: 38, left: 8 }

/** The card of the term that the reader points at: its definitions and who gave them, and where it stands. */
export function TermCard({ reading }: { readonly reading: Reading }) {
  const card = useCard((state) => state.card)
  const byKey = useDictionary((state) => state.byKey)
  const shown = card && byKey.get(card.followed.at(-1) ?? card.key)
  if (!card || !shown) return null
  const from = card.followed.length > 0 ? byKey.get(card.followed.at(-2) ?? card.key) : undefined
  return (
    <OpenTermCard
      key={`${card.key}-${card.start}`}
      {...{ reading, from }}
      headword={shown}
      start={card.start}
      focus={card.focus}
    />
  )
}

interface OpenTermCardProps {
  readonly reading: Reading
  /** What the card shows, and what it was followed from. */
  readonly headword: Headword
  readonly from: Headword | undefined
  readonly start: number
  readonly focus: boolean
}

function OpenTermCard({ reading, headword, from, start, focus }: OpenTermCardProps) {
  const t = useTexts(texts)
  const card = useRef<HTMLDivElement>(null)
  const places = reading.places.filter((place) => place.key === headword.key)
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(8),
      flip({ padding: PADDING }),
      shift({ padding: PADDING }),
      size({
        padding: PADDING,
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

  // Followed terms change what stands in the card; the keyboard stays in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each followed term is a new content
  useEffect(() => {
    const first = card.current?.querySelector<HTMLElement>('[data-acts] button:not(:disabled)')
    if (focus) first?.focus()
  }, [focus, headword])

  return (
    <div
      ref={(element) => {
        card.current = element
        refs.setFloating(element)
      }}
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
        const term = termElement(start) ?? document.querySelector<HTMLElement>('main')
        term?.focus({ preventScroll: true })
        closeCard()
      }}
    >
      {from && (
        <button type="button" className={css.from} onClick={unfollowTerm}>
          {t.backTo(from.term)}
        </button>
      )}
      <header className={css.head}>
        <h2 className={css.term}>{headword.term}</h2>
        <TermUses headword={headword} here={places.length} reportId={reading.opened.summary.id} />
      </header>
      <Wordings headword={headword} reportId={reading.opened.summary.id} />
      <RelatedTerms headword={headword} />
      <TermActs reading={reading} headword={headword} places={places} start={start} />
    </div>
  )
}

function termElement(start: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`mark[data-focus="term-${start}"]`)
}

function termRect(start: number): DOMRect {
  const element = termElement(start) ?? domRangeOf(toSourceRange(start, start + 1))
  return element?.getClientRects()[0] ?? new DOMRect()
}
