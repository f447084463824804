import type { Result } from '../../core/result.ts'
import { textsNow } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell, tellBriefly } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { withWholePage } from '../reader/page-window.ts'
import { useReader } from '../reader/reader-store.ts'
import { texts } from './texts.ts'

/** Exports the open report's highlights and notes to a file that the reader chooses. */
export async function exportMarkdown(): Promise<void> {
  await exportBy((id) => meipi.exportMarkdown(id))
}

/** Saves the open report's page with its marks as PDF. */
export async function exportPdf(): Promise<void> {
  await withWholePage(() => exportBy((id) => meipi.exportPdf(id)))
}

/** Prints the open report's page with its marks. */
export async function printReport(): Promise<void> {
  await withWholePage(async () => {
    const answer = await meipi.print()
    if (!answer.ok) tell(describeProblem(answer.problem))
  })
}

type Export = (id: string) => Promise<Result<{ readonly savedAs: string | null }>>

/** What goes out has to hold what was marked last, so that is saved first. */
async function exportBy(run: Export): Promise<void> {
  const id = useReader.getState().reading?.opened.summary.id
  if (id === undefined) return
  flushDrafts()
  const saved = await retrySaving()
  if (!saved.ok) {
    tell(textsNow(texts).notExported(describeProblem(saved.problem)))
    return
  }
  const answer = await run(id)
  if (!answer.ok) tell(describeProblem(answer.problem))
  else if (answer.value.savedAs !== null) tellBriefly(textsNow(texts).savedAs(answer.value.savedAs))
}
