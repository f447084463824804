import { z } from 'zod'
import { versionIdSchema } from '../lineage/line-schema.ts'
import { makeNextVersion, reopenLine, settleLine } from '../lineage/next-version.ts'
import { toSourceRange } from '../text/range.ts'
import { type AnchoredText, describeAnchor } from './anchor.ts'
import {
  type Annotation,
  type AnnotationVersion,
  anchorSchema,
  annotationVersionSchema,
  COLOR_IDS,
  noteSchema,
  tagsSchema,
} from './annotation.ts'
import { annotationLine } from './annotation-line.ts'

const id = z.string().min(1).max(64)
/** The version that the reader saw and changed; that which is shown, where it is left out. */
const base = versionIdSchema.optional()

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
    id,
    base,
    color: z.enum(COLOR_IDS).optional(),
    note: noteSchema.optional(),
    tags: tagsSchema.optional(),
  }),
  z.object({ act: z.literal('delete'), id, base }),
  z.object({ act: z.literal('restore'), id, base }),
  /**
   * Ends a conflict (see `annotationConflicts`): goes on from the version `keep`, in place of those in `drop`, with another
   * note, colour or tags where they are given, a note made of both, say.
   */
  z.object({
    act: z.literal('settle'),
    id,
    keep: versionIdSchema,
    drop: z.array(versionIdSchema).max(1000).readonly(),
    color: z.enum(COLOR_IDS).optional(),
    note: noteSchema.optional(),
    tags: tagsSchema.optional(),
  }),
  /** Takes a settlement back: the versions that it ended stand side by side again in the place of `settled`. */
  z.object({
    act: z.literal('reopen'),
    id,
    settled: versionIdSchema,
    versions: z.array(annotationVersionSchema).min(2).max(1000).readonly(),
  }),
  /** Attaches an annotation to a passage of the text at hand: one that waits, or one that was marked amiss. */
  z.object({
    act: z.literal('attach'),
    id,
    base,
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
  }),
  /**
   * Takes attaching back: the annotation gets the anchor that it had. That may speak of another version of the text, and
   * then the annotation waits again; whatever it says, nothing is shown where its words do not stand (`isInPlace`).
   */
  z.object({ act: z.literal('detach'), id, base, anchor: anchorSchema }),
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
  const changed = nextAnnotation(before, change, text, now)
  return { annotations: annotations.with(index, changed), changed }
}

function nextAnnotation(
  before: Annotation,
  change: Exclude<AnnotationChange, { act: 'add' }>,
  text: AnchoredText,
  now: string,
): Annotation {
  if (change.act === 'reopen') {
    const reopened = reopenLine(annotationLine, before, change.settled, change.versions)
    if (!reopened) throw new AnnotationChangeError('这条批注后来又改过，不能撤销了。可以在批注里直接修改。')
    return reopened
  }
  const fields = fieldsOf(change, text)
  if (change.act !== 'settle') return makeNextVersion(annotationLine, before, fields, { base: change.base, now })
  const settled = settleLine(annotationLine, before, change, fields, now)
  if (!settled) throw new AnnotationChangeError('这处冲突又有了新的内容。请看过以后，再选一次。')
  return settled
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

/** Describes a passage; throws an `AnnotationChangeError` where it is none of the text. */
function inText<T>(describe: () => T): T {
  try {
    return describe()
  } catch (error) {
    if (error instanceof RangeError) throw new AnnotationChangeError('选中的文字不在这份报告里。', { cause: error })
    throw error
  }
}

function fieldsOf(
  change: Exclude<AnnotationChange, { act: 'add' | 'reopen' }>,
  text: AnchoredText,
): Partial<AnnotationVersion> {
  if (change.act === 'delete' || change.act === 'restore') return { deleted: change.act === 'delete' }
  if (change.act === 'attach')
    return { anchor: inText(() => describeAnchor(text, toSourceRange(change.start, change.end))) }
  if (change.act === 'detach') return { anchor: change.anchor }
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
