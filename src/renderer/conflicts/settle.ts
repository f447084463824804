import type { Annotation, AnnotationVersion } from '../../core/annotation/annotation.ts'
import { annotationLine } from '../../core/annotation/annotation-line.ts'
import type { AnnotationConflict } from '../../core/annotation/merge-annotations.ts'
import type { ReaderTermConflict } from '../../core/glossary/merge-reader-terms.ts'
import { readerTermLine } from '../../core/glossary/reader-term-line.ts'
import type { VersionId } from '../../core/lineage/version-id.ts'
import type { Problem } from '../../core/result.ts'
import { textsNow } from '../interface/define-texts.ts'
import { type Act, recordAct, takeActBack } from '../interface/history-store.ts'
import { type SidebarTab, showTab } from '../interface/layout-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { texts as windowTexts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { receiveAnnotation, retrySaving, useAnnotations } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { refreshOpenReport } from '../troubles/refresh-report.ts'
import { keepJoinDraft, receiveTermConflicts, useConflicts } from './conflict-store.ts'
import { texts } from './texts.ts'

/**
 * Ends the conflict of an annotation: goes on from one version, with other words where they are given. The problem, where
 * it could not be saved; then everything is as it was.
 */
export async function settleAnnotation(
  { id, versions }: AnnotationConflict,
  keep: VersionId,
  fields: Partial<Pick<AnnotationVersion, 'note' | 'tags'>> = {},
): Promise<Problem | null> {
  const reportId = useAnnotations.getState().opened?.summary.id
  if (reportId === undefined) return null
  // What was typed last may be of this very annotation.
  flushDrafts()
  const saved = await retrySaving()
  if (!saved.ok) return saved.problem
  const answer = await meipi.changeAnnotation(reportId, {
    act: 'settle',
    id,
    keep,
    drop: others(versions, keep),
    ...fields,
  })
  if (!answer.ok) {
    if (answer.problem.code === 'AnnotationChangeError') await refreshOpenReport()
    return answer.problem
  }
  receiveAnnotation(reportId, answer.value)
  offerUndo(id, 'notes', () => reopenAnnotation(reportId, answer.value, versions))
  return null
}

async function reopenAnnotation(
  reportId: string,
  settled: Annotation,
  versions: AnnotationConflict['versions'],
): Promise<Problem | null> {
  const act = { act: 'reopen', id: settled.id, settled: annotationLine.nameOf(settled), versions } as const
  const answer = await meipi.changeAnnotation(reportId, act)
  if (!answer.ok) return answer.problem
  receiveAnnotation(reportId, answer.value)
  return null
}

/** Ends the conflict of a term of the reader's own. The problem, where it could not be saved. */
export async function settleTerm(
  { id, versions }: ReaderTermConflict,
  keep: VersionId,
  fields: { readonly definition?: string } = {},
): Promise<Problem | null> {
  const answer = await meipi.changeReaderTerm({ act: 'settle', id, keep, drop: others(versions, keep), ...fields })
  if (!answer.ok) {
    const now = await meipi.readerTermConflicts()
    if (now.ok) receiveTermConflicts(now.value)
    return answer.problem
  }
  const settled = readerTermLine.nameOf(answer.value)
  offerUndo(id, 'terms', async () => {
    const undone = await meipi.changeReaderTerm({ act: 'reopen', id, settled, versions })
    return undone.ok ? null : undone.problem
  })
  return null
}

function others(versions: readonly { readonly versionId: VersionId }[], keep: VersionId): VersionId[] {
  return versions.map(({ versionId }) => versionId).filter((versionId) => versionId !== keep)
}

/** Says that it is done; the line that says so takes it back, as 撤销 does, and the conflict has the keyboard again. */
function offerUndo(id: string, tab: SidebarTab, undo: () => Promise<Problem | null>): void {
  keepJoinDraft(id, null)
  const t = textsNow(texts)
  const act: Act = {
    label: t.act,
    undo: async () => {
      const problem = await undo()
      if (problem) {
        tell(describeProblem(problem))
        return
      }
      showToast({ text: textsNow(texts).reopened })
      showTab(tab)
      useConflicts.setState({ wanted: id })
    },
  }
  // Unwritten, 撤销 would take back what was done before, and write over what was chosen here.
  recordAct(act)
  showToast({ text: t.settled, act: { label: textsNow(windowTexts).undo, run: () => takeActBack(act) } })
}
