import { textsNow } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { leaveReport, openReport, savePlaceNow, useReader } from '../reader/reader-store.ts'
import { nameOf, tell } from './library-store.ts'
import { texts } from './texts.ts'

/** Moves the report that is being read to the bin. */
export async function removeOpenReport(): Promise<void> {
  const id = useReader.getState().reading?.opened.summary.id
  if (id !== undefined) await removeReport(id)
}

/** Moves a report with its notes to the bin; the line that says so brings it back. */
export async function removeReport(id: string): Promise<void> {
  flushDrafts()
  const saved = await retrySaving()
  if (!saved.ok) {
    tell(describeProblem(saved.problem))
    return
  }
  await savePlaceNow()
  const answer = await meipi.removeReport(id)
  if (!answer.ok) {
    tell(describeProblem(answer.problem))
    return
  }
  const { binId, summary } = answer.value
  const wasOpen = useReader.getState().reading?.opened.summary.id === id
  if (wasOpen) leaveReport()
  const act = { label: textsNow(windowTexts).undo, run: () => void restoreReport(binId, wasOpen) }
  showToast({ text: textsNow(texts).removed(nameOf(summary)), act })
}

/** Brings a report back from the bin, and opens it where that is wanted. */
export async function restoreReport(binId: string, open: boolean): Promise<void> {
  flushDrafts()
  await retrySaving()
  const answer = await meipi.restoreReport(binId)
  if (!answer.ok) {
    tell(describeProblem(answer.problem))
    return
  }
  showToast({ text: textsNow(texts).restored(nameOf(answer.value)) })
  const { id } = answer.value
  // One of the same id that was open has given way to it.
  if (useReader.getState().reading?.opened.summary.id === id) leaveReport()
  if (open) await openReport(id)
}
