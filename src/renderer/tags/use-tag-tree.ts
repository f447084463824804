import { useMemo } from 'react'
import { liveAnnotations } from '../../core/annotation/annotation-change.ts'
import type { ReportSummary } from '../../core/library-view.ts'
import { countColors, countTags } from '../../core/tags/tag-counts.ts'
import { type TagNode, tagTree } from '../../core/tags/tag-tree.ts'
import { useLibrary } from '../library/library-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'

/** The reports with their tags and colours; of the open one as the page has them. */
export function useMarkedReports(): readonly ReportSummary[] {
  const reports = useLibrary((state) => state.reports)
  const opened = useAnnotations((state) => state.opened)
  const annotations = useAnnotations((state) => state.annotations)
  return useMemo(() => {
    const waiting = opened?.waiting.map(({ annotation }) => annotation) ?? []
    const live = [...liveAnnotations(annotations), ...waiting]
    return reports.map((row) =>
      row.id === opened?.summary.id ? { ...row, tagCounts: countTags(live), colors: countColors(live) } : row,
    )
  }, [reports, opened, annotations])
}

/** The tags of all reports; `scope` leaves all but the open one out. */
export function useTagTree(scope: 'report' | 'all'): readonly TagNode[] {
  const reports = useMarkedReports()
  const open = useAnnotations((state) => state.opened?.summary.id)
  return useMemo(
    () => tagTree(scope === 'all' ? reports : reports.filter(({ id }) => id === open)),
    [reports, open, scope],
  )
}
