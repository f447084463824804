import { z } from 'zod'
import { type SourceRange, toSourceRange } from '../text/range.ts'
import { type AnchoredText, describeAnchor } from './anchor.ts'
import { type Annotation, COLOR_IDS, noteSchema, tagsSchema } from './annotation.ts'

/** What a reader can do to the annotations of one report. */
export const annotationChangeSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('add'),
    id: z.uuid(),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    color: z.enum(COLOR_IDS),
    note: noteSchema,
  }),
  z.object({
    act: z.literal('edit'),
    id: z.string().min(1).max(64),
    color: z.enum(COLOR_IDS).optional(),
    note: noteSchema.optional(),
    tags: tagsSchema.optional(),
  }),
  /** Attaches an annotation to a passage of the text at hand: one that waits, or one that was marked amiss. */
  z.object({
    act: z.literal('attach'),
    id: z.string().min(1).max(64),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
  }),
  z.object({ act: z.literal('delete'), id: z.string().min(1).max(64) }),
  z.object({ act: z.literal('restore'), id: z.string().min(1).max(64) }),
])

export type AnnotationChange = z.infer<typeof annotationChangeSchema>

/** A change that cannot be made: the annotation is not there, or the passage is not in the text. */
export class AnnotationChangeError extends Error {
  override readonly name = 'AnnotationChangeError'
}

/**
 * Makes one change to a report's annotations and returns the whole new list with the changed one.
 * Throws an `AnnotationChangeError` when there is nothing to change.
 */
export function changeAnnotations(
  annotations: readonly Annotation[],
  change: AnnotationChange,
  text: AnchoredText,
  now: string,
): { annotations: Annotation[]; changed: Annotation } {
  if (change.act === 'add') {
    const changed = addAnnotation(annotations, change, text, now)
    return { annotations: [...annotations, changed], changed }
  }
  const index = annotations.findIndex((annotation) => annotation.id === change.id)
  const before = annotations[index]
  if (!before) throw new AnnotationChangeError('这条批注已经不在了。')
  const changed: Annotation =
    change.act === 'attach'
      ? inText(() => settleAnnotation(before, toSourceRange(change.start, change.end), text, now))
      : { ...before, ...fieldsOf(change), revision: before.revision + 1, modified: now }
  return { annotations: annotations.with(index, changed), changed }
}

function addAnnotation(
  annotations: readonly Annotation[],
  change: Extract<AnnotationChange, { act: 'add' }>,
  text: AnchoredText,
  now: string,
): Annotation {
  if (annotations.some((annotation) => annotation.id === change.id))
    throw new AnnotationChangeError('这条批注已经存在。')
  const anchor = inText(() => describeAnchor(text, toSourceRange(change.start, change.end)))
  const { id, color, note } = change
  return { id, revision: 1, created: now, modified: now, anchor, color, note, tags: [], deleted: false }
}

/** An annotation attached to a passage by the reader. Throws a RangeError as `describeAnchor` does. */
export function settleAnnotation(
  annotation: Annotation,
  range: SourceRange,
  to: AnchoredText,
  now: string,
): Annotation {
  return { ...annotation, anchor: describeAnchor(to, range), revision: annotation.revision + 1, modified: now }
}

/** Describes a passage; throws an `AnnotationChangeError` where it is none of the text. */
function inText<T>(describe: () => T): T {
  try {
    return describe()
  } catch (error) {
    if (error instanceof RangeError) throw new AnnotationChangeError('选中的文字不在这份报告里。', { cause: error })
    throw error
  }
}

function fieldsOf(change: Exclude<AnnotationChange, { act: 'add' | 'attach' }>): Partial<Annotation> {
  if (change.act !== 'edit') return { deleted: change.act === 'delete' }
  return {
    ...(change.color === undefined ? {} : { color: change.color }),
    ...(change.note === undefined ? {} : { note: change.note }),
    ...(change.tags === undefined ? {} : { tags: change.tags }),
  }
}

/** The annotations that are not deleted, in reading order. */
export function liveAnnotations(annotations: readonly Annotation[]): Annotation[] {
  return annotations
    .filter((annotation) => !annotation.deleted)
    .sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : 1))
}
