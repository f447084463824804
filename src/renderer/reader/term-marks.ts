import { sectionAt } from '../../core/annotation/section-path.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import type { OutlineItem } from '../../core/report/report.ts'
import type { TermMarks } from '../../core/settings/settings.ts'

/** The places of terms that are marked: every one, the first of each term in each section, or none. */
export function choosePlaces(
  places: readonly HeadwordPlace[],
  outline: readonly OutlineItem[],
  marks: TermMarks,
): readonly HeadwordPlace[] {
  if (marks === 'every') return places
  if (marks === 'none') return []
  const seen = new Set<string>()
  return places.filter(({ key, start }) => {
    const section = `${sectionAt(outline, start).at(-1)?.start ?? ''} ${key}`
    if (seen.has(section)) return false
    seen.add(section)
    return true
  })
}
