import { z } from 'zod'
import { type Annotation, type AnnotationVersion, tagsSchema } from '../annotation/annotation.ts'
import { annotationLine } from '../annotation/annotation-line.ts'
import { headsOf } from '../lineage/line.ts'
import { versionIdSchema } from '../lineage/line-schema.ts'
import { reviseHeads } from '../lineage/revise-heads.ts'
import { changeTags, type TagChange } from './change-tags.ts'

/** What the tags of one version of an annotation were before a change, and the name of the version that has the new ones. */
const annotationTagEditSchema = z
  .object({ id: z.string().min(1).max(64), version: versionIdSchema, before: tagsSchema, after: tagsSchema })
  .readonly()

/** Tags of a report: two reports that became one have those of both. */
const ownTagsSchema = z.array(z.string().max(200)).max(10_000).readonly()

/** What a change of tags did in one report: as much as is needed to take it back. */
export const tagEditsSchema = z
  .object({
    reportId: z.string().regex(/^[0-9a-f]{16}$/),
    /** The report's own tags; null where they did not change. */
    own: z.object({ before: ownTagsSchema, after: ownTagsSchema }).readonly().nullable(),
    annotations: z.array(annotationTagEditSchema).readonly(),
  })
  .readonly()

export type AnnotationTagEdit = z.infer<typeof annotationTagEditSchema>
export type TagEdits = z.infer<typeof tagEditsSchema>

/** The annotations of one report after a change of tags, and what it did to them. */
export interface EditedTags {
  readonly annotations: readonly Annotation[]
  readonly edits: readonly AnnotationTagEdit[]
}

/**
 * Makes a change of tags in the annotations of one report, `now` being the time, ISO 8601. Every version that has the tag
 * gets one that was made from it, those in conflict too: a conflict stays one, and the old name does not come back when
 * it is settled. Tombstones are left as they are. Throws a `TagChangeError` where a tag would become too long.
 */
export function changeAnnotationTags(annotations: readonly Annotation[], change: TagChange, now: string): EditedTags {
  return editTags(annotations, now, () => (head) => changeTags(head.tags, change))
}

/**
 * Takes a change of tags back, version by version; what was put back can be taken back as well. What the reader has
 * written on an annotation since stays; where its tags are no longer those that the change made, they are the reader's.
 */
export function takeBackAnnotationTags(
  annotations: readonly Annotation[],
  edits: readonly AnnotationTagEdit[],
  now: string,
): EditedTags {
  const byId = new Map<string, AnnotationTagEdit[]>()
  for (const edit of edits) byId.set(edit.id, [...(byId.get(edit.id) ?? []), edit])
  return editTags(annotations, now, (annotation) => {
    const made = byId.get(annotation.id) ?? []
    // Where nothing is in conflict, a later version is that of the same note.
    const [only] = made.length === 1 && headsOf(annotationLine, annotation).length === 1 ? made : []
    return (head) => {
      const edit = made.find(({ version }) => version === annotationLine.nameOf(head)) ?? only
      return edit && hasTags(head, edit.after) ? edit.before : head.tags
    }
  })
}

/** Gives versions other tags; `tagsFor` hands back the very list that a version has where it is to stay as it is. */
function editTags(
  annotations: readonly Annotation[],
  now: string,
  tagsFor: (annotation: Annotation) => (head: AnnotationVersion) => readonly string[],
): EditedTags {
  const edits: AnnotationTagEdit[] = []
  const next = annotations.map((annotation) => {
    const tagsOf = tagsFor(annotation)
    const { entry, revised } = reviseHeads(annotationLine, annotation, (head) => {
      const tags = head.deleted ? head.tags : tagsOf(head)
      return tags === head.tags ? null : { tags, modified: now }
    })
    for (const { before, after } of revised)
      edits.push({ id: entry.id, version: annotationLine.nameOf(after), before: before.tags, after: after.tags })
    return entry
  })
  return { annotations: next, edits }
}

function hasTags({ tags }: AnnotationVersion, wanted: readonly string[]): boolean {
  return tags.length === wanted.length && tags.every((tag, index) => tag === wanted[index])
}
