import { useTexts } from '../interface/define-texts.ts'
import { texts } from './texts.ts'
import { openTray } from './tray-acts.ts'
import { useWaiting } from './use-waiting.ts'
import css from './WaitingLine.module.css'

/** In the status line: how many annotations wait for a place, and the way to them. */
export function WaitingLine() {
  const t = useTexts(texts)
  const waiting = useWaiting()
  if (waiting.length === 0) return null
  return (
    <button type="button" className={css.waiting} onClick={() => openTray()}>
      {t.waitingCount(waiting.length)}
    </button>
  )
}
