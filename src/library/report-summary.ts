import type { ReportGlossary, ReportSummary } from '../core/library-view.ts'
import { countCharacters } from '../core/report/reading-view.ts'
import type { Report } from '../core/report/report.ts'
import type { OpenReport } from './open-report.ts'
import type { ReportRecord } from './records.ts'
import { sha256 } from './sha256.ts'

/** What the list shows of a report. Everything in it can be made again from the report's folder. */
export function summarize({ record: { record }, text, report, liveAnnotations }: OpenReport): ReportSummary {
  return {
    id: record.id,
    file: record.originals[0]?.file ?? '',
    title: report.title,
    region: report.region,
    province: report.place?.province ?? null,
    year: report.year,
    delivered: report.delivered,
    textHash: record.textHash,
    characters: countCharacters(text, report),
    terms: report.glossary.entries.filter((entry) => entry.term !== null).length,
    annotations: liveAnnotations.length,
    progress: progressOf(record),
    doubts: [...new Map(report.diagnostics.map(({ code, message }) => [message, { code, message }])).values()],
  }
}

/** How far a report has been read, from 0 to 1. */
export function progressOf({ readingPlace }: ReportRecord): number {
  return readingPlace?.progress ?? 0
}

/** What a report's glossary explains. Entries without a term keep their place, so that an index means the same here and there. */
export function glossaryOf({ glossary }: Report): ReportGlossary['glossary'] {
  return {
    entries: glossary.entries.map(({ number, term, definition }) => ({
      number,
      term,
      definition: term === null ? '' : definition,
    })),
  }
}

/** A name for the reading of a text with the reader's corrections: as long as it stays the same, so does the reading. */
export function readingKey({ textHash, overrides }: Pick<ReportRecord, 'textHash' | 'overrides'>): string {
  return overrides.length === 0 ? textHash : `${textHash}-${sha256(JSON.stringify(overrides))}`
}
