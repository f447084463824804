import { openDialog } from '../interface/dialog-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { receiveAnnotations, retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { showReadAnew, useReader } from '../reader/reader-store.ts'

/** Asks for a file of annotations, takes it in and says what became of it. */
export async function importAnnotations(): Promise<void> {
  // By revisions it is decided what is taken: those of this window have to be on the disk.
  flushDrafts()
  const saved = await retrySaving()
  const answer = saved.ok ? await meipi.importAnnotations() : saved
  if (!answer.ok) tell(describeProblem(answer.problem))
  else if (answer.value !== null) openDialog({ kind: 'annotations-imported', imported: answer.value })
}

/** Annotations came in from a file: those of the open report are shown as they are now. */
export async function showImported(reportIds: readonly string[]): Promise<void> {
  const id = useReader.getState().reading?.opened.summary.id
  if (id === undefined || !reportIds.includes(id)) return
  flushDrafts()
  await retrySaving()
  const answer = await meipi.openReport(id)
  if (!answer.ok) tell(describeProblem(answer.problem))
  else if (answer.value !== null) {
    receiveAnnotations(answer.value)
    showReadAnew(answer.value)
  }
}
