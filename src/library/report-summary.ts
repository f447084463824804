import type { Annotation } from '../core/annotation/annotation.ts'
import { liveAnnotations } from '../core/annotation/annotation-change.ts'
import type { ReportSummary } from '../core/library-view.ts'
import { countCharacters } from '../core/report/reading-view.ts'
import type { Report } from '../core/report/report.ts'
import type { ReportRecord } from './records.ts'

/** What the list shows of a report. Everything in it can be made again from the report's folder. */
export function summarize(
  record: ReportRecord,
  text: string,
  report: Report,
  annotations: readonly Annotation[],
): ReportSummary {
  return {
    id: record.id,
    file: record.originals[0]?.file ?? '',
    title: report.title,
    region: report.region,
    year: report.year,
    delivered: report.delivered,
    textHash: record.textHash,
    characters: countCharacters(text, report),
    terms: report.glossary.entries.filter((entry) => entry.term !== null).length,
    annotations: liveAnnotations(annotations).length,
    progress: record.readingPlace?.progress ?? 0,
  }
}
