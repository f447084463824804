import type { ReportSummary } from '../../core/library-view.ts'
import { isAtOrUnder, pathOf } from '../../core/tags/tag.ts'
import type { TagNode } from '../../core/tags/tag-tree.ts'

/** How one report has a tag. */
export interface TagInReport {
  readonly report: ReportSummary
  /** Annotations with it or one under it. */
  readonly annotations: number
  /** Whether it is a tag of the report itself. */
  readonly isOwn: boolean
}

/** The reports that have a tag, those with most annotations first. */
export function tagInReports(reports: readonly ReportSummary[], { path, reports: ids }: TagNode): TagInReport[] {
  const having = new Set(ids)
  return reports
    .filter(({ id }) => having.has(id))
    .map((report) => ({
      report,
      annotations: report.tagCounts.find((count) => count.path === path)?.all ?? 0,
      isOwn: report.tags.some((tag) => isAtOrUnder(pathOf(tag), path)),
    }))
    .sort((a, b) => b.annotations - a.annotations)
}
