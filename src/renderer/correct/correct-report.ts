import type { Correction } from '../../core/correction/correction.ts'
import { textsNow } from '../interface/define-texts.ts'
import { recordAct } from '../interface/history-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { showReadAnew, useReader } from '../reader/reader-store.ts'
import { texts } from './texts.ts'

/** One correction waits for the one before: the list it changes has to have that one in it. */
let correcting: Promise<void> = Promise.resolve()

/** Changes the corrections of the open report, which is read anew; can be undone. */
export function changeCorrections(next: (corrections: readonly Correction[]) => readonly Correction[]): Promise<void> {
  const id = useReader.getState().reading?.opened.summary.id
  correcting = correcting.then(() => (id === undefined ? undefined : correct(id, next)))
  return correcting
}

async function correct(id: string, next: (corrections: readonly Correction[]) => readonly Correction[]): Promise<void> {
  const opened = useReader.getState().reading?.opened
  // The reader has gone on to another report before this one's turn came.
  if (opened?.summary.id !== id) return
  const before = opened.corrections
  const after = next(before)
  if (!(await setCorrections(id, after))) return
  const t = textsNow(texts)
  if (useReader.getState().reading?.opened.summary.id === id)
    recordAct({ label: t.act, undo: () => setCorrections(id, before), redo: () => setCorrections(id, after) })
  showToast({ text: t.corrected })
}

async function setCorrections(id: string, corrections: readonly Correction[]): Promise<boolean> {
  const answer = await meipi.correctReport(id, [...corrections])
  if (answer.ok) showReadAnew(answer.value)
  else tell(describeProblem(answer.problem))
  return answer.ok
}
