import { toExportModel } from '../core/export/export-model.ts'
import { exportMarkdown } from '../core/export/markdown.ts'
import type { DeletedAs } from '../core/export/merge/merge-entry.ts'
import { type MergedMarkdown, mergeMarkdown } from '../core/export/merge-markdown.ts'
import { toBlockId } from '../core/export/obsidian-names.ts'
import type { ExportScope } from '../core/export/scope.ts'
import type { Result } from '../core/result.ts'
import { type GatherOptions, gatherExport } from './gather-export.ts'
import type { Library } from './library.ts'
import { LibraryError } from './library-error.ts'
import type { NamedTemplate } from './templates/template-files.ts'
import type { Rendered } from './templates/template-protocol.ts'
import type { TemplateRenderer } from './templates/template-renderer.ts'

export interface ReportExporterOptions extends GatherOptions {
  readonly library: Library
  readonly renderer: TemplateRenderer
  readonly template: NamedTemplate
}

/** Exports reports of a library by one template. */
export class ReportExporter {
  readonly #options: ReportExporterOptions

  constructor(options: ReportExporterOptions) {
    this.#options = options
  }

  /** Which annotations it exports. */
  get scope(): ExportScope {
    return this.#options.scope
  }

  /** A report's highlights and notes as the content of a file. Rejects with a `LibraryError` that names the template's line where that is wrong. */
  async export(id: string): Promise<string> {
    const rendered = await this.render(id)
    if (!rendered.ok) throw new LibraryError(`${this.#options.template.name}：${rendered.problem.message}`)
    return rendered.value
  }

  /** The same, with what is wrong in the template as an answer. */
  async render(id: string): Promise<Rendered> {
    const { library, template, renderer } = this.#options
    const input = await gatherExport(library, id, this.#options)
    // The code of our own template needs no engine, and writes the same.
    if (template.name === 'obsidian' && !template.isOwn) return { ok: true, value: exportMarkdown(input) }
    return renderer.render(template.source, toExportModel(input))
  }

  /** Brings a file that was exported before up to date (see `mergeMarkdown`). Rejects with a `LibraryError` where it cannot be. */
  async update(id: string, existing: string, deletedAs: DeletedAs): Promise<MergedMarkdown> {
    const merged = await this.merge(id, existing, deletedAs)
    if (!merged.ok) throw new LibraryError(merged.problem.message)
    return merged.value
  }

  /** The same, with the reason why it cannot be as an answer. Rejects where the template is wrong. */
  async merge(id: string, existing: string, deletedAs: DeletedAs): Promise<Result<MergedMarkdown>> {
    const fresh = await this.export(id)
    const gone = (await this.#options.library.allAnnotations(id)).filter(({ deleted }) => deleted)
    const deleted = new Set(gone.map((annotation) => toBlockId(annotation.id)))
    return mergeMarkdown(existing, fresh, { deleted, deletedAs })
  }
}
