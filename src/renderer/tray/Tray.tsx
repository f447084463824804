import { ChevronDown, ChevronRight, ChevronUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTexts } from '../interface/define-texts.ts'
import { SolePlaces } from './SolePlaces.tsx'
import css from './Tray.module.css'
import { TrayEntry } from './TrayEntry.tsx'
import { texts } from './texts.ts'
import { openTray, stepEntry } from './tray-acts.ts'
import { foldTray, rest, useTray } from './tray-store.ts'
import { useWaiting } from './use-waiting.ts'

/**
 * The annotations that have no place in the text at hand: each with the places that come into question. The arrow keys go
 * from one to the next. Where nothing waits there is nothing.
 */
export function Tray() {
  const t = useTexts(texts)
  const waiting = useWaiting()
  const open = useTray((state) => state.open)
  if (waiting.length === 0) return null
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') rest()
    else if (step !== 0 && open) stepEntry(step)
    else return
    event.preventDefault()
  }
  return (
    <section className={css.tray} aria-label={t.tray} onKeyDown={walk}>
      <h2 className={css.head}>
        <button type="button" aria-expanded={open} onClick={() => (open ? foldTray() : openTray())}>
          {open ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronRight size={15} aria-hidden="true" />}
          {t.tray}
          <span className={css.badge}>{waiting.length}</span>
        </button>
        {open && waiting.length > 1 && (
          <span className={css.steps}>
            <button type="button" aria-label={t.previous} title={`${t.previous}　↑`} onClick={() => stepEntry(-1)}>
              <ChevronUp size={16} aria-hidden="true" />
            </button>
            <button type="button" aria-label={t.next} title={`${t.next}　↓`} onClick={() => stepEntry(1)}>
              <ChevronDown size={16} aria-hidden="true" />
            </button>
          </span>
        )}
      </h2>
      {open && (
        <>
          <p className={css.explanation}>{t.explanation}</p>
          <SolePlaces waiting={waiting} />
          <ol className={css.entries}>
            {waiting.map((entry, index) => (
              <TrayEntry key={entry.annotation.id} entry={entry} index={index + 1} count={waiting.length} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
