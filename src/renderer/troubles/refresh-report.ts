import type { Annotation } from '../../core/annotation/annotation.ts'
import type { RefreshedReport } from '../../core/library-view.ts'
import { showConflicts, useConflicts } from '../conflicts/conflict-store.ts'
import { tellConflicts } from '../conflicts/tell-conflicts.ts'
import { textsNow } from '../interface/define-texts.ts'
import { showNews } from '../interface/toast-store.ts'
import { meipi } from '../meipi-api.ts'
import { hasUnsavedChanges, receiveAnnotations, retrySaving, useAnnotations } from '../notes/annotation-store.ts'
import { leaveReport, openReport, showReadAnew, useReader } from '../reader/reader-store.ts'
import { joinParts } from '../tray/part-by-place.ts'
import { describeChanges, isSameList } from './describe-changes.ts'
import { texts } from './texts.ts'

/** One look after another. */
let looking = Promise.resolve()

/** Shows what was made of the open report elsewhere, and says so. Nothing that is not saved yet is touched. */
export function refreshOpenReport(): Promise<void> {
  looking = looking.then(() => look(true))
  return looking
}

/** Shows the marks of a report anew where it is open; whoever changed them says so. */
export function refreshIfOpen(reportId: string): Promise<void> {
  looking = looking.then(() => (useReader.getState().reading?.opened.summary.id === reportId ? look(false) : undefined))
  return looking
}

async function look(isNews: boolean): Promise<void> {
  const id = useReader.getState().reading?.opened.summary.id
  if (id === undefined || !(await retrySaving()).ok) return
  const before = useAnnotations.getState().annotations
  const answer = await meipi.refreshReport(id)
  const { opened, annotations } = useAnnotations.getState()
  // What cannot be read now is told when something is saved. The reader may have gone on, or marked something.
  if (!answer.ok || opened?.summary.id !== id || annotations !== before || hasUnsavedChanges()) return
  const fresh = answer.value
  if (fresh.summary.textHash !== opened.summary.textHash) {
    leaveReport()
    await openReport(id, { remember: false })
    showNews(textsNow(texts).otherText)
    return
  }
  if (JSON.stringify(fresh.corrections) !== JSON.stringify(opened.corrections)) {
    const read = await meipi.openReport(id)
    // As above: the reader may have marked something while it was read anew. The next look shows what came.
    if (useAnnotations.getState().annotations !== before || hasUnsavedChanges()) return
    if (read.ok && read.value) showReadAnew(read.value)
  }
  showFresh(fresh, isNews)
}

function showFresh(refreshed: RefreshedReport, isNews: boolean): void {
  const { summary, waiting, conflicts } = refreshed
  const { opened, editing, active, ...parts } = useAnnotations.getState()
  if (!opened) return
  const [annotations, fresh] = [joinParts(parts), joinParts(refreshed)]
  // The one that is being written stays as the writer sees it: what is saved then is merged with what came.
  const written = annotations.find(({ id }) => id === editing?.id)
  const live = written ? withEntry(fresh, written) : fresh
  // Those that were deleted here can still be brought back by undoing it.
  const deleted = annotations.filter((entry) => entry.deleted && live.every(({ id }) => id !== entry.id))
  const next = [...live, ...deleted]
  const known = new Set(useConflicts.getState().annotations.map(({ id }) => id))
  const now = { ...opened, summary, waiting, conflicts }
  useAnnotations.setState({ opened: now })
  showConflicts(conflicts)
  // Also where the reader sees no difference: a change names the version that it was made from.
  if (!isSameList(annotations, next)) {
    receiveAnnotations(now, next)
    const isActiveThere = next.some(({ id, deleted: isDeleted }) => id === active && !isDeleted)
    if (!isActiveThere) useAnnotations.setState({ active: null })
  }
  const { added, changed, removed } = describeChanges(annotations, next)
  // What waits for the reader is said before what needs nothing.
  if (conflicts.some(({ id }) => !known.has(id))) tellConflicts()
  else if (isNews && added + changed + removed > 0) showNews(textsNow(texts).merged(added, changed, removed))
}

function withEntry(annotations: readonly Annotation[], entry: Annotation): readonly Annotation[] {
  const index = annotations.findIndex(({ id }) => id === entry.id)
  return index < 0 ? [...annotations, entry] : annotations.with(index, entry)
}
