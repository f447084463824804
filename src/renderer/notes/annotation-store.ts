import { create } from 'zustand'
import type { Annotation, ColorId } from '../../core/annotation/annotation.ts'
import {
  type AnnotationChange,
  annotationChangeSchema,
  changeAnnotations,
} from '../../core/annotation/annotation-change.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import type { Result } from '../../core/result.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { zh } from '../interface/zh.ts'
import { useLibrary } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { SaveQueue, type SaveState } from './save-queue.ts'

interface AnnotationStore {
  readonly opened: OpenedReport | null
  /** Those of the open report, deleted ones too, with changes that are still on their way to the disk. */
  readonly annotations: readonly Annotation[]
  readonly save: SaveState
  /** The one that the reader looks at. */
  readonly active: string | null
  /** The one whose note is being written, or whose tags. */
  readonly editing: { readonly id: string; readonly part: 'note' | 'tags' } | null
  /** Those deleted since the report was opened, the last one last: each can be brought back. */
  readonly deleted: readonly string[]
}

/** The annotations of the open report. */
export const useAnnotations = create<AnnotationStore>()(() => ({
  opened: null,
  annotations: [],
  save: { step: 'idle' },
  active: null,
  editing: null,
  deleted: [],
}))

const queue = new SaveQueue(
  (save) => {
    if (save.step === 'saved') unsaved.clear()
    useAnnotations.setState({ save })
  },
  ({ message }) => useLibrary.getState().tell(message),
)

/** What the page showed of reports that were left while changes of theirs had not reached the disk. */
const unsaved = new Map<string, readonly Annotation[]>()

/** Shows the annotations of another report. Changes to the one before go on to the disk, and are shown when it is back. */
export function showAnnotationsOf(opened: OpenedReport): void {
  const left = useAnnotations.getState()
  if (left.opened && queue.waiting) unsaved.set(left.opened.summary.id, left.annotations)
  const annotations = unsaved.get(opened.summary.id) ?? opened.annotations
  useAnnotations.setState({ opened, annotations, active: null, editing: null, deleted: [] })
}

/** Highlights a passage. Returns the new annotation's id; null where the passage is only white space. */
export function addHighlight(range: SourceRange, color: ColorId): string | null {
  const id = crypto.randomUUID()
  return change({ act: 'add', id, start: range.start, end: range.end, color, note: '' }) ? id : null
}

export function editAnnotation(
  id: string,
  fields: { readonly color?: ColorId; readonly note?: string; readonly tags?: readonly string[] },
): void {
  const before = useAnnotations.getState().annotations.find((annotation) => annotation.id === id)
  const same = before && JSON.stringify({ ...before, ...fields }) === JSON.stringify(before)
  if (!same) change({ act: 'edit', id, ...fields })
}

export function deleteAnnotation(id: string): void {
  if (change({ act: 'delete', id }))
    useAnnotations.setState(({ deleted }) => ({ deleted: [...deleted, id], active: null, editing: null }))
}

export function restoreAnnotation(id: string): void {
  if (change({ act: 'restore', id }))
    useAnnotations.setState(({ deleted }) => ({ deleted: deleted.filter((each) => each !== id), active: id }))
}

/** Saves what waits to be saved, and says whether all of it is on the disk. */
export function retrySaving(): Promise<Result<null>> {
  return queue.retry()
}

/** Shows a change at once and queues it for the disk. False where it cannot be made. */
function change(act: AnnotationChange): boolean {
  const { opened, annotations } = useAnnotations.getState()
  if (!opened) return false
  if (!annotationChangeSchema.safeParse(act).success) {
    useLibrary.getState().tell(zh.tooLong)
    return false
  }
  const { text, report, summary } = opened
  const source = { text, textHash: summary.textHash, outline: report.outline }
  try {
    const next = changeAnnotations(annotations, act, source, new Date().toISOString())
    useAnnotations.setState({ annotations: next.annotations })
  } catch {
    return false
  }
  queue.add(() => meipi.changeAnnotation(summary.id, act))
  return true
}
