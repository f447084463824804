import { historyOf, type LineForm } from '../lineage/line.ts'
import { versionId } from '../lineage/version-id.ts'
import type { Annotation, AnnotationVersion } from './annotation.ts'

/** How an annotation is a line of versions. */
export const annotationLine: LineForm<AnnotationVersion, Annotation> = {
  shownBy: ({ revision, modified, anchor, color, note, tags, deleted }) => ({
    revision,
    modified,
    anchor,
    color,
    note,
    tags,
    deleted,
  }),
  contentOf,
  nameOf: (version) => versionId(version.revision, contentOf(version)),
  revise: (version, fields, state) => ({ ...version, ...fields, ...state }),
  entryOf: ({ id, created, ...line }, { revision, ...shown }) => ({
    id,
    revision,
    created,
    ...shown,
    ...historyOf(line),
  }),
}

/**
 * Of the anchor, where it stands and its words: context follows from the text, and the headings above depend on who
 * reads it.
 */
function contentOf({ anchor, color, note, tags, deleted }: AnnotationVersion): readonly unknown[] {
  const { textHash, start, end, quote } = anchor
  return [textHash, start, end, quote, color, note, tags, deleted]
}
