import type { ExportRequest } from '../../core/export/export-choice.ts'
import type { ExportSurvey } from '../../core/export/export-view.ts'
import { isInScope } from '../../core/export/scope.ts'
import type { Library } from '../library.ts'

/**
 * Counts what a request exports. Reports without annotations are not opened. Null where `isStopped` says so between two
 * reports: a library has thousands, and the reader may have chosen otherwise meanwhile.
 */
export async function surveyExport(
  library: Library,
  { reports, scope }: Pick<ExportRequest, 'reports' | 'scope'>,
  isStopped: () => boolean,
): Promise<ExportSurvey | null> {
  const survey = { reports: 0, passages: 0, notes: 0 }
  const tags = new Map<string, number>()
  for (const id of withAnnotations(library, reports)) {
    const live = (await library.allAnnotations(id)).filter(({ deleted }) => !deleted)
    if (isStopped()) return null
    const chosen = live.filter((annotation) => isInScope(annotation, scope))
    survey.reports += chosen.length > 0 ? 1 : 0
    survey.passages += chosen.length
    survey.notes += chosen.filter(({ note }) => note.trim() !== '').length
    for (const annotation of live)
      for (const tag of new Set(annotation.tags.flatMap(withTagsAbove))) tags.set(tag, (tags.get(tag) ?? 0) + 1)
  }
  const counts = [...tags].map(([tag, count]) => ({ tag, count }))
  return { ...survey, tags: counts.sort((a, b) => compareTags(a.tag, b.tag)) }
}

/** Those of the reports that have annotations, in the order given. */
export function withAnnotations(library: Library, ids: readonly string[]): string[] {
  const annotated = new Set(library.state.reports.filter((row) => row.annotations > 0).map((row) => row.id))
  return ids.filter((id) => annotated.has(id))
}

/** `环境/空气/臭氧` → 环境, 环境/空气, 环境/空气/臭氧. */
function withTagsAbove(tag: string): string[] {
  const parts = tag.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((each) => each !== '')
}

const { compare } = new Intl.Collator('zh-CN')

/** Level by level, so that a tag comes before those under it. */
function compareTags(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const level = left.findIndex((part, index) => part !== right[index])
  if (level < 0) return left.length - right.length
  return compare(left[level] ?? '', right[level] ?? '') || (right[level] === undefined ? 1 : -1)
}
