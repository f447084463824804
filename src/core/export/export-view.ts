import type { TakeInOutcome } from '../annotation/take-in.ts'
import type { Problem } from '../result.ts'
import type { FieldChange } from './merge/front-matter-fields.ts'
import type { EntryChange } from './merge-markdown.ts'

/** A template that can be exported with. */
export interface TemplateSummary {
  readonly name: string
  /** Whether it is one of the reader's. */
  readonly isOwn: boolean
}

/** How much a request exports, and which tags there are to choose from. */
export interface ExportSurvey {
  /** Reports with at least one passage. */
  readonly reports: number
  readonly passages: number
  /** Those of the passages that have a note. */
  readonly notes: number
  /** The tags of all annotations of the reports, whatever else is asked for, and the tags above them (`环境` for `环境/空气`), in the order of their names; each with its annotations. */
  readonly tags: readonly TagCount[]
}

export interface TagCount {
  readonly tag: string
  readonly count: number
}

/** Why a template could not be rendered. */
export interface TemplateProblem extends Problem {
  /** Line of the template, from 1; null where the problem has none. */
  readonly line: number | null
  /** The word that is wrong, e.g. a misspelt name; empty where there is none. */
  readonly found: string
}

/** What a template makes of a report, or why it makes nothing. */
export type ExportPreview =
  | { readonly kind: 'text'; readonly text: string /** Whether the end is left out. */; readonly isCut: boolean }
  | { readonly kind: 'problem'; readonly problem: TemplateProblem }

/** What bringing one file up to date does to it. */
export interface FileChanges {
  readonly counts: Readonly<Record<EntryChange['kind'], number>>
  /** Passages that change, as many as can be read; `counts` has them all. */
  readonly entries: readonly EntryChange[]
  readonly fields: readonly FieldChange[]
  readonly terms: readonly string[]
}

/** A file that is there already, and what the export would do to it. */
export interface ReviewedFile {
  /** Its name, without the folder. */
  readonly file: string
  readonly reportId: string
  readonly plan:
    | { readonly kind: 'update'; readonly changes: FileChanges }
    /** It cannot be brought up to date: the whole of it is replaced, and kept beside it. */
    | { readonly kind: 'replace'; readonly reason: string }
    /** It stays as it is. */
    | { readonly kind: 'refused'; readonly reason: string }
}

/** What became of an export, or what the reader has to look at first. */
export type ExportStep =
  | { readonly step: 'written'; readonly written: WrittenExport }
  | {
      readonly step: 'review'
      /** Files that are not there yet. */
      readonly fresh: number
      readonly files: readonly ReviewedFile[]
      /** Files that are there already and are not among `files`, because there are too many to look at. */
      readonly more: number
    }

export interface WrittenExport {
  /** Name of the file, or of the folder where there are several. */
  readonly target: string
  readonly files: number
  /** Files that were refused or could not be written, with the reason. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[]
  /** Whether it was stopped before the end. */
  readonly stopped: boolean
}

/** How far an export of several reports is. */
export interface ExportProgress {
  readonly done: number
  readonly total: number
}

/** What became of a file of annotations that was imported. */
export interface AnnotationImport {
  /** Its name, without the folder. */
  readonly file: string
  readonly counts: Readonly<Record<ImportedOutcome, number>>
  /** Lines that were not taken though they say something else; the first of them. */
  readonly left: readonly { readonly line: number; readonly reportId: string; readonly outcome: ImportedOutcome }[]
}

export type ImportedOutcome = TakeInOutcome | 'no-report'
