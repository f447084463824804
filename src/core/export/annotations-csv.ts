import type { Annotation, ColorId } from '../annotation/annotation.ts'
import { liveAnnotations } from '../annotation/annotation-change.ts'
import type { Report } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import { type CsvCell, toCsv } from './csv.ts'
import { describeReport } from './export-file-name.ts'
import { toMeipiLink } from './meipi-link.ts'
import { findParagraphs } from './paragraph-number.ts'

/** A report whose annotations go into a table. */
export interface CsvReport {
  /** 16 hex digits. */
  readonly reportId: string
  readonly report: Report
  /** The source text at hand. */
  readonly text: string
  /** sha256 of `text`. */
  readonly textHash: string
  /** In any order; deleted ones are left out. */
  readonly annotations: readonly Annotation[]
}

interface Row {
  readonly source: CsvReport
  readonly annotation: Annotation
  /** Whether the quote stands in the text at hand where the annotation says. */
  readonly inPlace: boolean
  readonly colorNames: Readonly<Record<ColorId, string>>
}

/** The columns, in order, each with its cell: others rely on them, so they are only added to (docs/formats.md). */
const COLUMNS: Readonly<Record<string, (row: Row) => CsvCell>> = {
  report: ({ source }) => source.reportId,
  title: ({ source }) => describeReport(source.report),
  region: ({ source }) => source.report.region,
  year: ({ source }) => source.report.year,
  delivered: ({ source }) => source.report.delivered,
  annotation: ({ annotation }) => annotation.id,
  section: ({ annotation }) => annotation.anchor.sectionPath.join(' › '),
  paragraph: (row) => paragraphOf(row),
  color: ({ annotation }) => annotation.color,
  color_name: ({ annotation, colorNames }) => colorNames[annotation.color],
  quote: ({ annotation }) => annotation.anchor.quote,
  note: ({ annotation }) => annotation.note,
  tags: ({ annotation }) => annotation.tags.join('; '),
  created: ({ annotation }) => annotation.created,
  modified: ({ annotation }) => annotation.modified,
  revision: ({ annotation }) => annotation.revision,
  text_hash: ({ annotation }) => annotation.anchor.textHash,
  start: ({ annotation }) => annotation.anchor.start,
  end: ({ annotation }) => annotation.anchor.end,
  in_place: ({ inPlace }) => (inPlace ? 1 : 0),
  link: ({ source, annotation }) => toMeipiLink(source.reportId, annotation.id),
}

/** All annotations of some reports as one table, a row each, the reports in the order given and each one's by place. */
export function toAnnotationsCsv(reports: readonly CsvReport[], colorNames: Readonly<Record<ColorId, string>>): string {
  const rows = reports.flatMap((source) =>
    liveAnnotations(source.annotations).map((annotation): Row => {
      const { textHash, start, end, quote } = annotation.anchor
      const inPlace = textHash === source.textHash && source.text.slice(start, end) === quote
      return { source, annotation, inPlace, colorNames }
    }),
  )
  return toCsv(
    Object.keys(COLUMNS),
    rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row))),
  )
}

/** 12 or 12–13; empty where the quote stands in no paragraph of the text at hand. */
function paragraphOf({ source, annotation, inPlace }: Row): CsvCell {
  if (!inPlace) return null
  const span = findParagraphs(source.report.blocks, toSourceRange(annotation.anchor.start, annotation.anchor.end))
  if (span === null) return null
  return span.first === span.last ? span.first : `${span.first}–${span.last}`
}
