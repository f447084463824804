import { useTexts } from '../interface/define-texts.ts'
import { useLibrary } from '../library/library-store.ts'
import css from './Tags.module.css'
import { showReportsWith } from './tag-view-store.ts'
import { texts } from './texts.ts'

/** The tags of a report under its title; a press lists the reports that have one. */
export function ReportTags({ reportId }: { readonly reportId: string }) {
  const t = useTexts(texts)
  const tags = useReportTags(reportId)
  if (tags.length === 0) return null
  return (
    <p className={css.own}>
      {tags.map((tag) => (
        <button key={tag} type="button" title={t.showTag(tag)} onClick={() => showReportsWith(tag)}>
          #{tag}
        </button>
      ))}
    </p>
  )
}

const NONE: readonly string[] = []

/** A report's own tags. */
export function useReportTags(reportId: string | undefined): readonly string[] {
  return useLibrary((state) => state.reports.find(({ id }) => id === reportId)?.tags ?? NONE)
}
