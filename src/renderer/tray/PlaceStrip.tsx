import { useEffect, useRef } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import { useDialog } from '../interface/dialog-store.ts'
import { isTextField } from '../interface/text-field.ts'
import { readSelection } from '../reader/source-selection.ts'
import css from './PlaceStrip.module.css'
import { texts } from './texts.ts'
import { openTray, placeAt } from './tray-acts.ts'
import { foldTray, useTray } from './tray-store.ts'
import { useNotesInSight, useWaiting } from './use-waiting.ts'

/**
 * Above the page: for which annotation the reader chooses a passage, and the way back. Where the tray had to make room for
 * the page, the same for a place that the reader looks at.
 */
export function PlaceStrip() {
  const waiting = useWaiting()
  const { peek, choosing } = useTray()
  const isTrayAway = !useNotesInSight()
  const quoteOf = (id: string) => waiting.find(({ annotation }) => annotation.id === id)?.annotation.anchor.quote

  // The page is made anew for each report.
  useEffect(() => foldTray, [])

  const chosenFor = choosing === null ? undefined : quoteOf(choosing)
  if (choosing !== null && chosenFor !== undefined) return <ChoosingStrip id={choosing} quote={chosenFor} />
  const peekedFor = peek && isTrayAway ? quoteOf(peek.id) : undefined
  if (!peek || peekedFor === undefined) return null
  return <PeekStrip quote={peekedFor} onPlace={() => placeAt(peek.id, peek.range)} onLeave={() => openTray(peek.id)} />
}

function ChoosingStrip({ id, quote }: { readonly id: string; readonly quote: string }) {
  const t = useTexts(texts)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || useDialog.getState().dialog !== null || isTextField(event.target)) return
      const passage = event.key === 'Enter' && isOnPage(event.target) ? readSelection() : null
      if (event.key === 'Escape') {
        document.getSelection()?.removeAllRanges()
        openTray(id)
      } else if (passage) placeAt(id, passage)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the keys of the selection, of which Escape is one.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [id])
  return (
    <section className={css.strip} aria-label={t.choose}>
      <p className={css.what} role="status">
        {t.choosing}
      </p>
      <p className={css.quote}>{quote}</p>
      <button type="button" onClick={() => openTray(id)}>
        {t.leaveChoosing}
        <kbd>Esc</kbd>
      </button>
    </section>
  )
}

interface PeekStripProps {
  readonly quote: string
  readonly onPlace: () => void
  readonly onLeave: () => void
}

function PeekStrip({ quote, onPlace, onLeave }: PeekStripProps) {
  const t = useTexts(texts)
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <section
      className={css.strip}
      aria-label={t.peek}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <p className={css.quote}>{quote}</p>
      <button ref={place} type="button" onClick={onPlace}>
        {t.place}
      </button>
      <button type="button" onClick={onLeave}>
        {t.backToTray}
        <kbd>Esc</kbd>
      </button>
    </section>
  )
}

function isOnPage(target: EventTarget | null): boolean {
  return target instanceof Element && (target === document.body || target.closest('main') !== null)
}
