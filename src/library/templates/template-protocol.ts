import type { ExportModel } from '../../core/export/export-model.ts'
import type { TemplateProblem } from '../../core/export/export-view.ts'

/** What a template makes, or why it makes nothing. */
export type Rendered =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: TemplateProblem }

/** What the worker is asked to render. */
export interface TemplateRequest {
  readonly ticket: number
  readonly source: string
  readonly model: ExportModel
}

export interface TemplateAnswer {
  readonly ticket: number
  readonly result: Rendered
}
