import type { Annotation } from './annotation/annotation.ts'
import type { Report } from './report/report.ts'
import type { Problem } from './result.ts'

/** A report as the list of reports shows it. */
export interface ReportSummary {
  readonly id: string
  /** Name of the file it was imported from. */
  readonly file: string
  readonly title: string | null
  readonly region: string | null
  readonly year: number | null
  readonly delivered: string | null
  readonly textHash: string
  /** Characters of the reading view, white space left out. */
  readonly characters: number
  /** Terms that the report explains itself. */
  readonly terms: number
  readonly annotations: number
  /** How far it has been read, from 0 to 1. */
  readonly progress: number
}

/** A report as the reader opens it. */
export interface OpenedReport {
  readonly summary: ReportSummary
  readonly text: string
  readonly report: Report
  /** Live ones alone, in reading order. */
  readonly annotations: readonly Annotation[]
  /** Where the top of the page stood, as a position in the source text; null when it was never read. */
  readonly readingPlace: number | null
}

/** What became of one file that was to be imported. */
export type ImportOutcome =
  | { readonly file: string; readonly status: 'imported' | 'known'; readonly summary: ReportSummary }
  | { readonly file: string; readonly status: 'failed'; readonly problem: Problem }

/** Something in the library folder that could not be read, or was mended. */
export interface LibraryNotice extends Problem {
  /** Path inside the library folder. */
  readonly path: string
}

/** The library as the window shows it. */
export interface LibraryState {
  readonly folder: string
  readonly reports: readonly ReportSummary[]
  readonly notices: readonly LibraryNotice[]
}
