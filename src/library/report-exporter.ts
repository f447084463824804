import type { ExportInput } from '../core/export/export-model.ts'
import { toExportModel } from '../core/export/export-model.ts'
import type { CitationOptions } from '../core/export/gb7714.ts'
import { exportMarkdown } from '../core/export/markdown.ts'
import type { DeletedAs } from '../core/export/merge/merge-entry.ts'
import { type MergedMarkdown, mergeMarkdown } from '../core/export/merge-markdown.ts'
import { toBlockId } from '../core/export/obsidian-names.ts'
import type { ExportScope } from '../core/export/scope.ts'
import { toExportInput } from './export-report.ts'
import type { Library } from './library.ts'
import { LibraryError } from './library-error.ts'
import type { NamedTemplate } from './templates/template-files.ts'
import type { TemplateRenderer } from './templates/template-renderer.ts'

export interface ReportExporterOptions {
  readonly library: Library
  readonly renderer: TemplateRenderer
  readonly template: NamedTemplate
  /** The time of the export, ISO 8601. */
  readonly exported: string
  readonly scope: ExportScope
  /** Whom the report's own reference names first, and by which edition; no reference where null. */
  readonly citation: Pick<CitationOptions, 'author' | 'edition'> | null
}

/** Exports reports of a library by one template. */
export class ReportExporter {
  readonly #options: ReportExporterOptions

  constructor(options: ReportExporterOptions) {
    this.#options = options
  }

  /** A report's highlights and notes as the content of a file. Rejects with a `LibraryError` that names the template's line where that is wrong. */
  async export(id: string): Promise<string> {
    const { template, renderer } = this.#options
    const input = await this.#gather(id)
    // The code of our own template needs no engine, and writes the same.
    if (template.name === 'obsidian' && !template.isOwn) return exportMarkdown(input)
    const rendered = await renderer.render(template.source, toExportModel(input))
    if (!rendered.ok) throw new LibraryError(`${template.name}：${rendered.problem.message}`)
    return rendered.value
  }

  /** Brings a file that was exported before up to date (see `mergeMarkdown`). Rejects with a `LibraryError` where it cannot be. */
  async update(id: string, existing: string, deletedAs: DeletedAs): Promise<MergedMarkdown> {
    const fresh = await this.export(id)
    const gone = (await this.#options.library.allAnnotations(id)).filter(({ deleted }) => deleted)
    const deleted = new Set(gone.map((annotation) => toBlockId(annotation.id)))
    const merged = mergeMarkdown(existing, fresh, { deleted, deletedAs })
    if (!merged.ok) throw new LibraryError(merged.problem.message)
    return merged.value
  }

  async #gather(id: string): Promise<ExportInput> {
    const { library, exported, scope, citation } = this.#options
    const { colorNames } = library.state
    const options = { exported, colorNames, scope }
    if (citation === null) return toExportInput(await library.openReport(id), options)
    const { url, imported } = await library.originOf(id)
    const isWeb = url !== null && /^https?:\/\/\S+$/i.test(url)
    const online = isWeb ? { url, accessed: imported.slice(0, 10) } : null
    return toExportInput(await library.openReport(id), { ...options, citation: { ...citation, number: null, online } })
  }
}
