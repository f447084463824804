import type { ImportHints } from '../../core/report/import-hints.ts'
import type { Report } from '../../core/report/report.ts'
import type { ImportProblem } from '../importers/import-error.ts'
import type { ReadFile } from '../report-reader.ts'

/** What the worker is asked to do. */
export type ReaderTask =
  | { readonly job: 'read'; readonly path: string }
  | { readonly job: 'parse'; readonly text: string; readonly hints: ImportHints }

export interface ReaderRequest {
  readonly ticket: number
  readonly task: ReaderTask
}

export type ReaderAnswer = { readonly ticket: number } & (
  | { readonly outcome: 'read'; readonly file: ReadFile }
  | { readonly outcome: 'parsed'; readonly report: Report }
  | { readonly outcome: 'refused'; readonly problem: ImportProblem }
  | { readonly outcome: 'failed'; readonly reason: string }
)
