import { entryIn, type Headword } from '../../core/glossary/dictionary.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import type { SourceRange } from '../../core/text/range.ts'

/**
 * From the start of each glossary entry's block the way back into the speech: to its note marker, or to the first place
 * of its term.
 */
export function followEntries(
  { summary, report }: OpenedReport,
  places: readonly HeadwordPlace[],
  byKey: ReadonlyMap<string, Headword>,
): ReadonlyMap<number, SourceRange> {
  const back = new Map<number, SourceRange>()
  const entries = report.glossary.entries
  const add = (index: number | null, range: SourceRange) => {
    const entry = index === null ? undefined : entries[index]
    if (entry && !back.has(entry.start)) back.set(entry.start, range)
  }
  for (const marker of report.markers) add(marker.entry, marker)
  for (const place of places) {
    const headword = byKey.get(place.key)
    if (headword) add(entryIn(headword, summary.id), place)
  }
  return back
}
