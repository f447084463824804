import type { ExportModel } from '../../core/export/export-model.ts'
import type { Result } from '../../core/result.ts'

/** What the worker is asked to render. */
export interface TemplateRequest {
  readonly ticket: number
  readonly source: string
  readonly model: ExportModel
}

export interface TemplateAnswer {
  readonly ticket: number
  readonly result: Result<string>
}
