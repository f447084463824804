import { basename } from 'node:path'
import type { ExportRequest } from '../../core/export/export-choice.ts'
import type {
  ExportPreview,
  ExportProgress,
  ExportStep,
  ExportSurvey,
  ReviewedFile,
  WrittenExport,
} from '../../core/export/export-view.ts'
import type { DeletedAs } from '../../core/export/merge/merge-entry.ts'
import { identifyExport } from '../../core/export/merge-markdown.ts'
import { isInScope } from '../../core/export/scope.ts'
import type { Library } from '../library.ts'
import { LibraryError } from '../library-error.ts'
import { ReportExporter } from '../report-exporter.ts'
import { findTemplate, type NamedTemplate } from '../templates/template-files.ts'
import type { TemplateRenderer } from '../templates/template-renderer.ts'
import { describePlanned } from './describe-plan.ts'
import { readExportedFile } from './exported-file.ts'
import { type PlannedFile, planFile, planFolder, writePlanned } from './plan-files.ts'
import { PreviewRenderer } from './preview-renderer.ts'
import { surveyExport, withAnnotations } from './survey-export.ts'

/** Characters of a preview: several long reports. */
const LONGEST_PREVIEW = 200_000

/** Files that are there already and are looked at one by one. */
const MOST_REVIEWED = 100

/** Where an export goes: one file for one report, or a folder. */
export type ExportTarget = { readonly file: string } | { readonly folder: string }

export interface ExportSessionOptions {
  readonly library: Library
  readonly startRenderer: () => TemplateRenderer
  /** The time, ISO 8601. */
  readonly now: () => string
  /** Told how far a long export is; null when it is over. */
  readonly onProgress: (progress: ExportProgress | null) => void
}

/** What an export is about to do: kept from the look at its changes until they are written. */
interface Pending {
  readonly request: ExportRequest
  readonly target: ExportTarget
  readonly exporter: ReportExporter
  readonly files: readonly PlannedFile[]
}

/**
 * The exports of one reader at one window: counts, previews, and files. Files that are there already are looked at
 * before they are changed: `begin` answers with what would happen, `review` with the same by another choice, `write`
 * does it. Methods reject with a `LibraryError`.
 */
export class ExportSession {
  readonly #options: ExportSessionOptions
  readonly #previews: PreviewRenderer
  #renderer: TemplateRenderer | null = null
  #surveys = 0
  #work = 0
  #pending: Pending | null = null

  constructor(options: ExportSessionOptions) {
    this.#options = options
    this.#previews = new PreviewRenderer(options.startRenderer)
  }

  /** How much a request exports; null where another was asked about meanwhile. */
  survey(request: ExportRequest): Promise<ExportSurvey | null> {
    this.#surveys += 1
    const turn = this.#surveys
    return surveyExport(this.#options.library, request, () => turn !== this.#surveys)
  }

  /** What a template makes of a report, `source` in place of the stored one; null where another preview was asked for meanwhile. */
  preview(request: ExportRequest, reportId: string, source: string | null): Promise<ExportPreview | null> {
    return this.#previews.run(async (renderer): Promise<ExportPreview> => {
      const template: NamedTemplate =
        source === null ? await this.#templateOf(request) : { name: request.template, source, isOwn: true }
      const rendered = await this.#exporter(request, template, renderer).render(reportId)
      if (!rendered.ok) return { kind: 'problem', problem: rendered.problem }
      const { value } = rendered
      return { kind: 'text', text: value.slice(0, LONGEST_PREVIEW), isCut: value.length > LONGEST_PREVIEW }
    })
  }

  /** Exports to a target. Where nothing is there yet it is written at once; else the reader looks at it first. Null where it was stopped. */
  async begin(request: ExportRequest, target: ExportTarget, deletedAs: DeletedAs): Promise<ExportStep | null> {
    const exporter = this.#exporter(request, await this.#templateOf(request), this.#startRenderer())
    return this.#plan({ request, target, exporter }, deletedAs)
  }

  /**
   * Brings a file up to date that was exported before, whatever was chosen: the report is the one that the file names,
   * and the template the one that made it, unless the chosen one is the reader's own.
   */
  async beginUpdate(request: ExportRequest, file: string, deletedAs: DeletedAs): Promise<ExportStep | null> {
    const told = identifyExport(await readExportedFile(file, basename(file)))
    if (told === null)
      throw new LibraryError(
        `${basename(file)} 不是眉批导出的 Obsidian 或 Logseq 文件，没有改动。请选择以前导出的文件。`,
      )
    if (!this.#options.library.state.reports.some(({ id }) => id === told.reportId))
      throw new LibraryError(`资料库里没有 ${basename(file)} 所属的报告（${told.reportId}），没有改动。`)
    const chosen = await this.#templateOf(request)
    const template = chosen.isOwn ? request.template : told.kind
    return this.begin({ ...request, template, reports: [told.reportId] }, { file }, deletedAs)
  }

  /** Looks at the same files again, with deleted annotations struck out or removed. */
  async review(deletedAs: DeletedAs): Promise<ExportStep | null> {
    return this.#plan(this.#takePending(), deletedAs)
  }

  /** Does what the reader has looked at. */
  async write(): Promise<WrittenExport> {
    const { target, exporter, files } = this.#takePending()
    return this.#writeAll(exporter, files, nameOf(target))
  }

  /** Stops what is under way between two files, forgets what was looked at, and ends the preview's thread. */
  async stop(): Promise<void> {
    this.#surveys += 1
    this.#work += 1
    this.#pending = null
    this.#previews.stop()
    const renderer = this.#renderer
    this.#renderer = null
    await renderer?.stop()
  }

  async #plan({ request, target, exporter }: Omit<Pending, 'files'>, deletedAs: DeletedAs): Promise<ExportStep | null> {
    const turn = this.#beginWork()
    const files: PlannedFile[] = []
    for await (const planned of this.#targets(request, target, exporter, deletedAs)) {
      if (turn !== this.#work) return null
      files.push(planned)
    }
    const known = files.map(describePlanned).filter((planned): planned is ReviewedFile => planned !== null)
    if (known.length === 0) return { step: 'written', written: await this.#writeAll(exporter, files, nameOf(target)) }
    this.#pending = { request, target, exporter, files }
    const more = Math.max(0, known.length - MOST_REVIEWED)
    return { step: 'review', fresh: files.length - known.length, files: known.slice(0, MOST_REVIEWED), more }
  }

  async *#targets(
    { reports }: ExportRequest,
    target: ExportTarget,
    exporter: ReportExporter,
    deletedAs: DeletedAs,
  ): AsyncGenerator<PlannedFile> {
    const { library } = this.#options
    const [only] = reports
    if ('folder' in target) {
      const chosen = await this.#withPassages(reports, exporter.scope)
      yield* planFolder({ library, exporter, folder: target.folder, deletedAs }, chosen)
    } else if (only !== undefined) yield await planFile(exporter, target.file, only, deletedAs)
  }

  /** Of several reports those that have something to export. */
  async #withPassages(reports: readonly string[], scope: ExportRequest['scope']): Promise<string[]> {
    const { library } = this.#options
    const chosen: string[] = []
    for (const id of withAnnotations(library, reports)) {
      const annotations = await library.allAnnotations(id)
      if (annotations.some((annotation) => !annotation.deleted && isInScope(annotation, scope))) chosen.push(id)
    }
    return chosen
  }

  async #writeAll(exporter: ReportExporter, files: readonly PlannedFile[], target: string): Promise<WrittenExport> {
    const turn = this.#beginWork()
    const failed: { file: string; reason: string }[] = []
    let written = 0
    for (const [done, planned] of files.entries()) {
      if (turn !== this.#work) break
      if (files.length > 1) this.#options.onProgress({ done, total: files.length })
      try {
        await writePlanned(exporter, planned)
        written += 1
      } catch (error) {
        if (!(error instanceof LibraryError) || files.length === 1) throw error
        failed.push({ file: basename(planned.path), reason: error.message })
      }
    }
    this.#options.onProgress(null)
    return { target, files: written, failed, stopped: written + failed.length < files.length }
  }

  #beginWork(): number {
    this.#work += 1
    return this.#work
  }

  #takePending(): Pending {
    const pending = this.#pending
    if (pending === null) throw new LibraryError('这次导出已经取消，没有写入。请重新导出。')
    this.#pending = null
    return pending
  }

  #startRenderer(): TemplateRenderer {
    this.#renderer ??= this.#options.startRenderer()
    return this.#renderer
  }

  #templateOf({ template }: ExportRequest): Promise<NamedTemplate> {
    return findTemplate(this.#options.library.state.folder, template)
  }

  #exporter(request: ExportRequest, template: NamedTemplate, renderer: TemplateRenderer): ReportExporter {
    const { library, now } = this.#options
    const { scope, citation, terms: withTerms } = request
    return new ReportExporter({ library, renderer, template, exported: now(), scope, citation, withTerms })
  }
}

function nameOf(target: ExportTarget): string {
  return basename('file' in target ? target.file : target.folder)
}
