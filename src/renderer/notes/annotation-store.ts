import { create } from 'zustand'
import type { Annotation, ColorId } from '../../core/annotation/annotation.ts'
import {
  type AnnotationChange,
  annotationChangeSchema,
  changeAnnotations,
} from '../../core/annotation/annotation-change.ts'
import { annotationLine } from '../../core/annotation/annotation-line.ts'
import { type AnchorMatch, matchAnchor } from '../../core/annotation/match-anchor.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import type { Result } from '../../core/result.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { followConflict, showConflicts } from '../conflicts/conflict-store.ts'
import { textsNow } from '../interface/define-texts.ts'
import { recordAct } from '../interface/history-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { joinParts, type PartedAnnotations, partByPlace } from '../tray/part-by-place.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { SaveQueue, type SaveState } from './save-queue.ts'
import { texts } from './texts.ts'

/** The annotations are those of the open report, with changes that are still on their way to the disk. */
interface AnnotationStore extends PartedAnnotations {
  readonly opened: OpenedReport | null
  readonly save: SaveState
  /** The one that the reader looks at. */
  readonly active: string | null
  /** The one whose note is being written, or whose tags; `session` tells one time of writing from the next. */
  readonly editing: { readonly id: string; readonly part: 'note' | 'tags'; readonly session: number } | null
}

/** The annotations of the open report. */
export const useAnnotations = create<AnnotationStore>()(() => ({
  opened: null,
  annotations: [],
  waiting: [],
  save: { step: 'idle' },
  active: null,
  editing: null,
}))

const queue = new SaveQueue(
  (save) => {
    if (save.step === 'saved') unsaved.clear()
    useAnnotations.setState({ save })
  },
  // What was written is in the message, from where it can be taken: nobody will save it.
  (problem, words) => tell(describeProblem(problem), ...(words.trim() === '' ? [] : [textsNow(texts).notSaved(words)])),
)

/** What the page showed of reports that were left while changes of theirs had not reached the disk. */
const unsaved = new Map<string, PartedAnnotations>()

/** Shows the annotations of another report. Changes to the one before go on to the disk, and are shown when it is back. */
export function showAnnotationsOf(opened: OpenedReport): void {
  const left = useAnnotations.getState()
  if (left.opened && queue.waiting) {
    const { annotations, waiting } = left
    unsaved.set(left.opened.summary.id, { annotations, waiting })
  }
  keepMatches(opened)
  const { annotations, waiting } = unsaved.get(opened.summary.id) ?? opened
  useAnnotations.setState({ opened, annotations, waiting, active: null, editing: null })
  showConflicts(opened.conflicts)
}

/** What was found for those that waited, by their ids: one that is attached may have to wait again. */
const matches = new Map<string, AnchorMatch>()

function keepMatches({ waiting }: Pick<OpenedReport, 'waiting'>): void {
  for (const { annotation, match } of waiting) matches.set(annotation.id, match)
}

/** Parts annotations of the open report by whether they stand in its text. */
function part(all: readonly Annotation[], opened: OpenedReport): PartedAnnotations {
  const version = { text: opened.text, textHash: opened.summary.textHash, outline: opened.report.outline }
  // One of which nothing is known is looked for here: the old text is with the library, and not at hand.
  return partByPlace(all, version, ({ id, anchor }) => matches.get(id) ?? matchAnchor(anchor, null, version))
}

/** The report was read anew: what is marked from now on stands under its new headings. */
export function showReportOfAnnotations(opened: OpenedReport): void {
  keepMatches(opened)
  useAnnotations.setState({ opened })
}

/** The highlight on exactly these words, made where there is none; null where the passage is only white space. */
export function highlightFor(range: SourceRange): string | null {
  return findSame(range)?.id ?? addHighlight(range, NOTE_COLOR)
}

/** The colour of a highlight that is made for a note or a tag. */
const NOTE_COLOR: ColorId = 'gamboge'

/** No report is open. */
export function showNoAnnotations(): void {
  useAnnotations.setState({ opened: null, annotations: [], waiting: [], active: null, editing: null })
  showConflicts([])
}

/** Highlights a passage; words that are highlighted already get the colour instead. Returns the annotation's id; null where the passage is only white space. */
export function addHighlight(range: SourceRange, color: ColorId): string | null {
  const same = findSame(range)
  if (same) {
    editAnnotation(same.id, { color })
    return same.id
  }
  const id = crypto.randomUUID()
  if (!change({ act: 'add', id, start: range.start, end: range.end, color, note: '' })) return null
  const { acts } = textsNow(texts)
  recordAct({
    label: acts.add,
    undo: () => change({ act: 'delete', id }),
    redo: () => change({ act: 'restore', id }),
    stands: () => stands(id, { note: '', tags: [] }),
  })
  return id
}

/** The highlight on exactly these words: marking them again gives it another colour. */
function findSame({ start, end }: SourceRange): Annotation | undefined {
  return useAnnotations
    .getState()
    .annotations.find(({ anchor, deleted }) => !deleted && anchor.start === start && anchor.end === end)
}

interface AnnotationFields {
  readonly color?: ColorId
  readonly note?: string
  readonly tags?: readonly string[]
}

export function editAnnotation(id: string, fields: AnnotationFields): void {
  const { editing, ...parts } = useAnnotations.getState()
  const before = joinParts(parts).find((annotation) => annotation.id === id)
  if (!before || JSON.stringify({ ...before, ...fields }) === JSON.stringify(before)) return
  if (!change({ act: 'edit', id, ...fields })) return
  const part = fields.note !== undefined ? 'note' : fields.tags !== undefined ? 'tags' : 'color'
  const former = { [part]: before[part] }
  recordAct({
    label: textsNow(texts).acts[part],
    undo: () => change({ act: 'edit', id, ...former }),
    redo: () => change({ act: 'edit', id, ...fields }),
    stands: () => stands(id, fields),
    isBack: () => stands(id, former),
    // Letters of one note are undone together.
    ...(part === 'color' ? {} : { joins: `${id} ${part} ${editing?.session ?? ''}` }),
  })
}

/** Whether an annotation says this: what another computer has made of it since is not undone with what was done here. */
function stands(id: string, fields: AnnotationFields): boolean {
  const now = joinParts(useAnnotations.getState()).find((annotation) => annotation.id === id)
  return now !== undefined && JSON.stringify({ ...now, ...fields }) === JSON.stringify(now)
}

export function deleteAnnotation(id: string): void {
  if (!change({ act: 'delete', id })) return
  useAnnotations.setState({ active: null, editing: null })
  recordAct({
    label: textsNow(texts).acts.delete,
    undo: () => {
      const isBack = change({ act: 'restore', id })
      if (isBack) useAnnotations.setState({ active: id })
      return isBack
    },
    redo: () => change({ act: 'delete', id }),
    kind: 'deletion',
  })
}

/** An annotation, and the passage of the open report that it is to be attached to. */
export interface Placing {
  readonly id: string
  readonly range: SourceRange
}

/** Attaches annotations to passages, which is undone as one act; those that cannot be there are left. How many are attached. */
export function attachAnnotations(places: readonly Placing[]): number {
  const anchors = new Map(joinParts(useAnnotations.getState()).map(({ id, anchor }) => [id, anchor]))
  const attach = ({ id, range: { start, end } }: Placing) => change({ act: 'attach', id, start, end })
  const attached = places.filter((placing) => anchors.has(placing.id) && attach(placing))
  if (attached.length === 0) return 0
  recordAct({
    label: textsNow(texts).acts.attach,
    undo: () => {
      for (const { id } of attached) {
        const anchor = anchors.get(id)
        if (anchor) change({ act: 'detach', id, anchor })
      }
    },
    redo: () => attached.forEach(attach),
    stands: () => attached.every(isAttached),
  })
  return attached.length
}

function isAttached({ id, range }: Placing): boolean {
  const now = useAnnotations.getState().annotations.find((annotation) => annotation.id === id)
  return now?.anchor.start === range.start && now.anchor.end === range.end
}

/** Saves what waits to be saved, and says whether all of it is on the disk. */
export function retrySaving(): Promise<Result<null>> {
  return queue.retry()
}

/** Names the version that the reader sees: what was made of it elsewhere meanwhile is not to be written over unseen. */
function basedOn(annotations: readonly Annotation[], act: AnnotationChange): AnnotationChange {
  if (act.act === 'add' || act.act === 'settle' || act.act === 'reopen') return act
  const seen = annotations.find(({ id }) => id === act.id)
  return seen ? { ...act, base: annotationLine.nameOf(seen) } : act
}

/** Shows a change at once and queues it for the disk. False where it cannot be made. */
function change(wanted: AnnotationChange): boolean {
  const { opened, ...parts } = useAnnotations.getState()
  if (!opened || refuseIfReadOnly()) return false
  const all = joinParts(parts)
  const act = basedOn(all, wanted)
  if (!annotationChangeSchema.safeParse(act).success) {
    tell(textsNow(texts).tooLong)
    return false
  }
  const { text, report, summary } = opened
  const source = { text, textHash: summary.textHash, outline: report.outline }
  let shown: Annotation
  try {
    const next = changeAnnotations(all, act, source, new Date().toISOString())
    useAnnotations.setState(part(next.annotations, opened))
    shown = next.changed
  } catch {
    return false
  }
  queue.add(
    async () => {
      const answer = await meipi.changeAnnotation(summary.id, act)
      if (answer.ok) adopt(shown, answer.value)
      return answer
    },
    'note' in act ? act.note : '',
  )
  return true
}

/** Shows an annotation of a report as it is on the disk now, in the place of what was shown of it. */
export function receiveAnnotation(reportId: string, annotation: Annotation): void {
  const { opened, ...parts } = useAnnotations.getState()
  if (opened?.summary.id !== reportId) return
  followConflict(annotation)
  const all = joinParts(parts)
  const index = all.findIndex(({ id }) => id === annotation.id)
  useAnnotations.setState(part(index < 0 ? [...all, annotation] : all.with(index, annotation), opened))
}

/** Shows these annotations of the open report, with what was found for those that wait in it. */
export function receiveAnnotations(opened: OpenedReport, all: readonly Annotation[]): void {
  keepMatches(opened)
  useAnnotations.setState({ opened, ...part(all, opened) })
}

/** Whether something that is shown is not on the disk yet, or is being written. */
export function hasUnsavedChanges(): boolean {
  return queue.waiting
}

/** Shows what was written in the place of what was expected to be: another program's version may have been merged with it. */
function adopt(expected: Annotation, written: Annotation): void {
  const isSame = annotationLine.nameOf(expected) === annotationLine.nameOf(written) && !written.conflicts
  const { opened, ...parts } = useAnnotations.getState()
  const all = joinParts(parts)
  // Not there any more: the reader has changed it again, or reads another report.
  const index = all.indexOf(expected)
  if (isSame || index < 0 || !opened) return
  useAnnotations.setState(part(all.with(index, written), opened))
  followConflict(written)
}
