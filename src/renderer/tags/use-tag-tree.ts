import { useMemo } from 'react'
import { liveAnnotations } from '../../core/annotation/annotation-change.ts'
import type { ReportSummary } from '../../core/library-view.ts'
import { countColors, countTags } from '../../core/tags/tag-counts.ts'
import { type TagNode, tagTree } from '../../core/tags/tag-tree.ts'
import { useLibrary } from '../library/library-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { joinParts } from '../tray/part-by-place.ts'

/** The reports with their tags and colours; of the open one as the page has them. */
export function useMarkedReports(): readonly ReportSummary[] {
  const reports = useLibrary((state) => state.reports)
  const opened = useAnnotations((state) => state.opened)
  const annotations = useAnnotations((state) => state.annotations)
  const waiting = useAnnotations((state) => state.waiting)
  return useMemo(() => {
    const live = liveAnnotations(joinParts({ annotations, waiting }))
    return reports.map((row) =>
      row.id === opened?.summary.id ? { ...row, tagCounts: countTags(live), colors: countColors(live) } : row,
    )
  }, [reports, opened, annotations, waiting])
}

/** The tags of all reports, of the open one alone, or of none: in a large library they take a moment. */
export function useTagTree(scope: 'report' | 'all' | 'none'): readonly TagNode[] {
  const reports = useMarkedReports()
  const open = useAnnotations((state) => state.opened?.summary.id)
  return useMemo(() => {
    if (scope === 'none') return []
    return tagTree(scope === 'all' ? reports : reports.filter(({ id }) => id === open))
  }, [reports, open, scope])
}
