import type { Annotation, ColorId } from './annotation/annotation.ts'
import type { AnchorMatch } from './annotation/match-anchor.ts'
import type { AnnotationConflict } from './annotation/merge-annotations.ts'
import type { Correction } from './correction/correction.ts'
import type { GlossaryEntry, Report } from './report/report.ts'
import type { Problem } from './result.ts'
import type { Settings } from './settings/settings.ts'
import type { TagCount } from './tags/tag-counts.ts'
import type { TagEdits } from './tags/tag-edits.ts'
import type { SourceRange } from './text/range.ts'

/** A report as the list of reports shows it. */
export interface ReportSummary {
  readonly id: string
  /** Name of the file it was imported from. */
  readonly file: string
  readonly title: string | null
  readonly region: string | null
  /** The province that the region lies in, where the gazetteer knows it. */
  readonly province: string | null
  readonly year: number | null
  readonly delivered: string | null
  readonly textHash: string
  /** Characters of the reading view, white space left out. */
  readonly characters: number
  /** Terms that the report explains itself. */
  readonly terms: number
  readonly annotations: number
  /** The report's own tags. */
  readonly tags: readonly string[]
  /** The tags of its annotations. */
  readonly tagCounts: readonly TagCount[]
  /** How many annotations have each colour. */
  readonly colors: Readonly<Record<ColorId, number>>
  /** How far it has been read, from 0 to 1. */
  readonly progress: number
  /** What the parser is not sure of; each thing that it has to say once. */
  readonly doubts: readonly Problem[]
}

/** A report as the reader opens it. */
export interface OpenedReport {
  readonly summary: ReportSummary
  readonly text: string
  /** With the reader's corrections. */
  readonly report: Report
  readonly corrections: readonly Correction[]
  /** Live ones that stand in this text, in reading order. */
  readonly annotations: readonly Annotation[]
  /** Live ones that speak of another version of the text: each waits until the reader attaches or deletes it. */
  readonly waiting: readonly WaitingAnnotation[]
  /** Annotations that were edited apart, deleted ones too, for the reader to settle. */
  readonly conflicts: readonly AnnotationConflict[]
  /** Where the top of the page stood, as a position in the source text; null when it was never read. */
  readonly readingPlace: number | null
}

/** An annotation without a place in the text at hand, and what was found for it. */
export interface WaitingAnnotation {
  readonly annotation: Annotation
  readonly match: AnchorMatch
}

/** What became of the annotations of a report whose text was replaced; deleted ones are not counted. */
export interface CarrySummary {
  readonly summary: ReportSummary
  /** They stood in this very text before. */
  readonly exact: number
  readonly moved: number
  /** These wait for the reader. */
  readonly ambiguous: number
  readonly orphan: number
  /** Corrections that could not be carried over: they are kept, and change nothing. */
  readonly idleCorrections: number
  /** Whether the old text and the new are versions of one report, as far as their words tell. */
  readonly sameReport: boolean
}

/** The terms that one report explains, without the report. */
export interface ReportGlossary {
  readonly reportId: string
  readonly glossary: { readonly entries: readonly Pick<GlossaryEntry, 'number' | 'term' | 'definition'>[] }
}

/** How often a report's body uses a term, and where first. */
export interface TermUse {
  readonly reportId: string
  readonly count: number
  readonly first: SourceRange
}

/** A report that was removed with its notes, and comes back whole. */
export interface BinnedReport {
  /** Name of its folder in the bin. */
  readonly binId: string
  readonly summary: ReportSummary
  /** When it was removed, ISO 8601. */
  readonly removed: string
}

/** What became of one file that was to be imported. */
export type ImportOutcome =
  | { readonly file: string; readonly status: 'imported' | 'known'; readonly summary: ReportSummary }
  | { readonly file: string; readonly status: 'failed'; readonly problem: Problem }
  | { readonly file: string; readonly status: 'cancelled' }

/** How far an import is: `done` of `total` files, and the one that is being read. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
  readonly file: string
}

/** What of an open report may have been changed by other programs: all but its text and the reading of it. */
export type RefreshedReport = Pick<OpenedReport, 'summary' | 'corrections' | 'annotations' | 'waiting' | 'conflicts'>

/** How much there is in a library. */
export interface LibraryCounts {
  readonly reports: number
  readonly annotations: number
}

/** A snapshot of a library, as the reader chooses among them. */
export interface SnapshotSummary {
  readonly name: string
  /** When it was taken, ISO 8601. */
  readonly created: string
  readonly reason: 'daily' | 'migration' | 'restore' | 'asked'
  /** Size of its file. */
  readonly bytes: number
  /** What it holds; null where it does not tell, because it is of an older version or was taken before a migration. */
  readonly counts: LibraryCounts | null
  /** Whether it can be read, as far as its beginning tells. */
  readonly isReadable: boolean
}

/** What became of a snapshot that was merged into the library. */
export interface RestoreOutcome {
  /** When the snapshot was taken, ISO 8601. */
  readonly created: string
  /** Reports of the snapshot that were looked at, those that are missing left out. */
  readonly reports: number
  /** How many annotations there are more than before. */
  readonly annotations: number
  /** How many annotations more are in conflict than before. */
  readonly conflicts: number
  /** Ids of reports that came back from the bin. */
  readonly broughtBack: readonly string[]
  /** Reports that are neither in the library nor in the bin: with the file imported again, their annotations can be restored. */
  readonly missing: readonly {
    readonly id: string
    /** Name of the file that it was imported from; null where the snapshot does not tell. */
    readonly file: string | null
    readonly annotations: number
  }[]
  /** What could not be merged, and why. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[]
}

/** What became of a change of tags in all reports. */
export interface TagOutcome {
  /** What was changed, for taking it back; a report where nothing was is not in it. */
  readonly edits: readonly TagEdits[]
  /** Reports in which it could not be done, and why. */
  readonly failed: readonly { readonly reportId: string; readonly problem: Problem }[]
  /** Whether it ended before all reports had their turn. Doing it again does the rest. */
  readonly cancelled: boolean
}

/** How far a change of tags is: `done` of `total` reports, and the one that is being changed. */
export interface TagProgress {
  readonly done: number
  readonly total: number
  readonly reportId: string
}

/** Something in the library folder that could not be read, or was mended. */
export interface LibraryNotice extends Problem {
  /** Path inside the library folder. */
  readonly path: string
}

/** The library as the window shows it. */
export interface LibraryState {
  readonly folder: string
  readonly reports: readonly ReportSummary[]
  /** Why nothing in it can be changed, and what to do; null where everything can. */
  readonly refusal: Problem | null
  readonly notices: readonly LibraryNotice[]
  /** The reader's names for the five colours. */
  readonly colorNames: Readonly<Record<ColorId, string>>
  /** Grows whenever a term of some report's glossary comes, goes or changes; counted from the start of the app. */
  readonly glossaryVersion: number
}

/** What a window starts from. */
export interface WindowState {
  readonly settings: Settings
  readonly library: LibraryState
  /** The report that this window opens first: the one it was made for, or the one that was read last. */
  readonly reportId: string | null
}
