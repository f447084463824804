import { historyOf, type LineForm } from '../lineage/line.ts'
import { versionId } from '../lineage/version-id.ts'
import type { ReaderTerm, ReaderTermVersion } from './reader-term.ts'

/** How a term of the reader's own is a line of versions. */
export const readerTermLine: LineForm<ReaderTermVersion, ReaderTerm> = {
  shownBy: ({ revision, modified, term, definition, cited, deleted }) => ({
    revision,
    modified,
    term,
    definition,
    cited,
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

function contentOf({ term, definition, cited, deleted }: ReaderTermVersion): readonly unknown[] {
  return [term, definition, cited?.reportId ?? null, cited?.number ?? null, deleted]
}
