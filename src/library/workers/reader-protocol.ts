import type { TermUse } from '../../core/library-view.ts'
import type { ImportHints } from '../../core/report/import-hints.ts'
import type { Report } from '../../core/report/report.ts'
import type { CarryOutcome, CarryTask } from '../carry-to-version.ts'
import type { ImportProblem } from '../importers/import-error.ts'
import type { ReadFile } from '../report-reader.ts'
import type { StoredReport } from '../term-uses/term-use-counter.ts'

/** What the worker is asked to do. */
export type ReaderTask =
  | { readonly job: 'read'; readonly path: string }
  | { readonly job: 'read-bytes'; readonly bytes: Uint8Array; readonly file: string }
  | { readonly job: 'parse'; readonly text: string; readonly hints: ImportHints }
  | { readonly job: 'carry'; readonly carry: CarryTask }
  | { readonly job: 'count-uses'; readonly term: string; readonly reports: readonly StoredReport[] }

export interface ReaderRequest {
  readonly ticket: number
  readonly task: ReaderTask
}

/** What came of it: what was asked for, or why it cannot be had. */
export type ReaderOutcome =
  | { readonly outcome: 'read'; readonly file: ReadFile }
  | { readonly outcome: 'parsed'; readonly report: Report }
  | { readonly outcome: 'carried'; readonly carried: CarryOutcome }
  | { readonly outcome: 'counted'; readonly uses: readonly TermUse[] }
  | { readonly outcome: 'refused'; readonly problem: ImportProblem }
  | { readonly outcome: 'failed'; readonly reason: string }

export type ReaderAnswer = { readonly ticket: number } & ReaderOutcome
