import type { ReportGlossary, ReportSummary } from '../core/library-view.ts'
import { countCharacters } from '../core/report/reading-view.ts'
import type { Report } from '../core/report/report.ts'
import { countColors, countTags } from '../core/tags/tag-counts.ts'
import type { OpenReport } from './open-report.ts'
import type { ReportRecord } from './records.ts'
import { sha256 } from './sha256.ts'

/** What the list shows of a report. Everything in it can be made again from the report's folder. */
export function summarize(opened: OpenReport): ReportSummary {
  const { text, report } = opened
  const { record } = opened.record
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
    ...markedIn(opened),
    doubts: [...new Map(report.diagnostics.map(({ code, message }) => [message, { code, message }])).values()],
  }
}

/** What the list shows of a reader's work on a report: all that changes without its being read in another way. */
export function markedIn({
  record: { record },
  liveAnnotations,
}: OpenReport): Pick<ReportSummary, 'annotations' | 'tags' | 'tagCounts' | 'colors' | 'progress'> {
  return {
    annotations: liveAnnotations.length,
    tags: record.tags,
    tagCounts: countTags(liveAnnotations),
    colors: countColors(liveAnnotations),
    progress: record.readingPlace?.progress ?? 0,
  }
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
