import { zh } from '../interface/zh.ts'
import { useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { useReader } from '../reader/reader-store.ts'

/** Exports the open report's highlights and notes to a file that the reader chooses. */
export async function exportMarkdown(): Promise<void> {
  const id = useReader.getState().reading?.opened.summary.id
  if (id === undefined) return
  flushDrafts()
  const { tell } = useLibrary.getState()
  const saved = await retrySaving()
  if (!saved.ok) {
    tell(zh.notExported(saved.problem.message))
    return
  }
  const answer = await meipi.exportMarkdown(id)
  if (!answer.ok) tell(answer.problem.message)
  else if (answer.value.savedAs !== null) tell(zh.savedAs(answer.value.savedAs))
}
