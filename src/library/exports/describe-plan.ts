import { basename } from 'node:path'
import type { FileChanges, ReviewedFile } from '../../core/export/export-view.ts'
import type { EntryChange, MergedMarkdown } from '../../core/export/merge-markdown.ts'
import type { PlannedFile } from './plan-files.ts'

/** Passages that are shown of one file, and characters of each: more than anyone reads. */
const MOST_ENTRIES = 200
const MOST_CHARACTERS = 4000

/** What would happen to a file that is there already, as the reader looks at it; null for a new one. */
export function describePlanned({ path, reportId, plan }: PlannedFile): ReviewedFile | null {
  const file = basename(path)
  switch (plan.kind) {
    case 'new':
      return null
    case 'update':
      return { file, reportId, plan: { kind: 'update', changes: describeChanges(plan.merged) } }
    case 'replace':
    case 'refused':
      return { file, reportId, plan: { kind: plan.kind, reason: plan.reason } }
  }
}

function describeChanges({ changes, fields, terms }: MergedMarkdown): FileChanges {
  const counts = { added: 0, updated: 0, removed: 0, kept: 0 }
  for (const { kind } of changes) counts[kind] += 1
  const entries = changes.filter(({ kind }) => kind !== 'kept').slice(0, MOST_ENTRIES)
  return { counts, entries: entries.map(shorten), fields, terms }
}

function shorten({ kind, blockId, before, after }: EntryChange): EntryChange {
  return {
    kind,
    blockId,
    ...(before === undefined ? {} : { before: before.slice(0, MOST_CHARACTERS) }),
    ...(after === undefined ? {} : { after: after.slice(0, MOST_CHARACTERS) }),
  }
}
