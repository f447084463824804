import type { OpenedReport } from '../../core/library-view.ts'
import type { SourceRange } from '../../core/text/range.ts'
import { openReport } from '../reader/reader-store.ts'
import type { Jump } from '../reader/trail-store.ts'
import { closeCard } from './card-store.ts'

/** Opens a report at an entry of its glossary. */
export function openEntry(reportId: string, entry: number): void {
  closeCard()
  void openReport(reportId, { jump: ({ report }: OpenedReport) => toPassage(report.glossary.entries[entry]) })
}

/** Opens a report at a passage. */
export function openPassage(reportId: string, range: SourceRange): void {
  closeCard()
  void openReport(reportId, { jump: () => toPassage(range) })
}

function toPassage(range: SourceRange | undefined): Jump | null {
  return range ? { kind: 'passage', range } : null
}
