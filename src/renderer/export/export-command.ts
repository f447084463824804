import type { AnnotationFormat } from '../../core/export/export-choice.ts'
import type { Result } from '../../core/result.ts'
import { textsNow } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell, tellBriefly, updateRow } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving, useAnnotations } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { withWholePage } from '../reader/page-window.ts'
import { useReader } from '../reader/reader-store.ts'
import { texts } from './texts.ts'

/** Asks what is to be exported, and how. */
export async function openExport(): Promise<void> {
  if (await isAllSaved()) openDialog({ kind: 'export', reportId: openReportId() })
}

/** Asks of which reports the annotations are to be saved for other programs. */
export async function openAnnotationsExport(format: AnnotationFormat): Promise<void> {
  if (await isAllSaved()) openDialog({ kind: 'export-annotations', format, reportId: openReportId() })
}

/** Saves the open report's page with its marks as PDF. */
export async function exportPdf(): Promise<void> {
  await withWholePage(() => exportBy((id) => meipi.exportPdf(id)))
}

/** Saves the open report's highlights and notes as a Word file. */
export async function exportDocx(): Promise<void> {
  await exportBy((id) => meipi.exportDocx(id))
}

/** Prints the open report's page with its marks. */
export async function printReport(): Promise<void> {
  await withWholePage(async () => {
    const answer = await meipi.print()
    if (!answer.ok) tell(describeProblem(answer.problem))
  })
}

type Export = (id: string) => Promise<Result<{ readonly savedAs: string | null }>>

async function exportBy(run: Export): Promise<void> {
  const id = openReportId()
  if (id === null || !(await isAllSaved())) return
  const answer = await run(id)
  if (!answer.ok) tell(describeProblem(answer.problem))
  else if (answer.value.savedAs !== null) tellBriefly(textsNow(texts).savedAs(answer.value.savedAs))
}

function openReportId(): string | null {
  return useReader.getState().reading?.opened.summary.id ?? null
}

/** What goes out has to hold what was marked last, so that is saved first; what cannot be saved is told. */
async function isAllSaved(): Promise<boolean> {
  flushDrafts()
  const saved = await retrySaving()
  if (!saved.ok) tell(textsNow(texts).notExported(describeProblem(saved.problem)))
  const { opened, annotations } = useAnnotations.getState()
  // The list of reports learns of what was marked only when the report is left.
  if (opened) {
    const live = annotations.filter(({ deleted }) => !deleted).length + opened.waiting.length
    updateRow(opened.summary.id, { annotations: live })
  }
  return saved.ok
}
