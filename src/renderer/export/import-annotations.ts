import { openDialog } from '../interface/dialog-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'

/** Asks for a file of annotations, takes it in and says what became of it. */
export async function importAnnotations(): Promise<void> {
  // By revisions it is decided what is taken: those of this window have to be on the disk.
  flushDrafts()
  const saved = await retrySaving()
  const answer = saved.ok ? await meipi.importAnnotations() : saved
  if (!answer.ok) tell(describeProblem(answer.problem))
  else if (answer.value !== null) openDialog({ kind: 'annotations-imported', imported: answer.value })
}
