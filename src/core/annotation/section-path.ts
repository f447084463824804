import type { OutlineItem } from '../report/report.ts'
import type { SourceOffset } from '../text/range.ts'

/** The headings that a place stands under, outermost first. A heading stands under those above it, and under itself. */
export function sectionAt(outline: readonly OutlineItem[], offset: SourceOffset): OutlineItem[] {
  const path: OutlineItem[] = []
  for (const item of outline) {
    if (item.start > offset) break
    while ((path.at(-1)?.level ?? 0) >= item.level) path.pop()
    path.push(item)
  }
  return path
}
