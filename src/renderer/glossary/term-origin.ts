import { entryIn, type Headword } from '../../core/glossary/dictionary.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import type { GlossaryEntry } from '../../core/report/report.ts'

/** Who defines a term, seen from one report: the report itself, the reader, or another report. */
export type TermOrigin = 'own' | 'mine' | 'other'

export function originOf(headword: Headword, reportId: string): TermOrigin {
  if (entryIn(headword, reportId) !== null) return 'own'
  return headword.definitions.some(({ source }) => source.by === 'reader') ? 'mine' : 'other'
}

/** The entry of a report's own glossary that defines a term, if it has one. */
export function ownEntry({ summary, report }: OpenedReport, headword: Headword): GlossaryEntry | null {
  return report.glossary.entries[entryIn(headword, summary.id) ?? -1] ?? null
}
