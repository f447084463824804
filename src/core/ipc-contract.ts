import { z } from 'zod'
import { type Annotation, COLOR_IDS, colorNameSchema, tagsSchema } from './annotation/annotation.ts'
import { annotationChangeSchema } from './annotation/annotation-change.ts'
import type { CommandId } from './commands.ts'
import { correctionsSchema } from './correction/correction.ts'
import {
  ANNOTATION_FORMATS,
  chosenReportsSchema,
  deletedAsSchema,
  exportRequestSchema,
  previewRequestSchema,
  templateDraftSchema,
  templateNameSchema,
} from './export/export-choice.ts'
import type {
  AnnotationImport,
  ExportPreview,
  ExportProgress,
  ExportStep,
  ExportSurvey,
  TemplateSummary,
  WrittenExport,
} from './export/export-view.ts'
import type { MeipiLink } from './export/meipi-link.ts'
import type { ReaderTermConflict } from './glossary/merge-reader-terms.ts'
import { type ReaderTerm, readerTermChangeSchema } from './glossary/reader-term.ts'
import type {
  BinnedReport,
  CarrySummary,
  EditionPreview,
  ImportOutcome,
  ImportProgress,
  LibraryState,
  OpenedReport,
  RefreshedReport,
  ReportGlossary,
  ReportSummary,
  RestoreOutcome,
  SnapshotSummary,
  TagOutcome,
  TagProgress,
  TermUse,
  WindowState,
} from './library-view.ts'
import type { Problem, Result } from './result.ts'
import { type Settings, settingsChangeSchema } from './settings/settings.ts'
import { tagChangeSchema } from './tags/change-tags.ts'
import { tagEditsSchema } from './tags/tag-edits.ts'

/** One request from the renderer to the main process: the arguments as they are checked, the result as it is typed. */
interface Channel<Args extends z.ZodType, Value> {
  readonly args: Args
  /** Carries the type of the result alone; there is nothing in it. */
  readonly result?: Value
}

function channel<Args extends z.ZodType>(args: Args): { returns: <Value>() => Channel<Args, Value> } {
  return { returns: () => ({ args }) }
}

const nothing = z.tuple([])
/** First 16 hex digits of the sha256 of a report's first original. The renderer never names a path. */
const reportId = z.string().regex(/^[0-9a-f]{16}$/)
const oneReport = z.tuple([reportId])
const place = z.number().int().nonnegative()
/** Name of a folder in the bin. */
const binId = z.string().regex(/^[0-9a-f]{16}-\d{1,20}$/)

/** Name of a snapshot's file. */
const snapshotName = z.string().regex(/^\d{8}T\d{9}Z-[a-z]{1,20}\.jsonl\.gz$/)

/** Files dropped at once, and the bytes of one: what is larger is refused before it is sent. */
export const MOST_DROPPED_FILES = 500
export const MAX_DROPPED_BYTES = 20 * 1024 * 1024

/** The longest text that is copied, in UTF-16 code units. */
export const LONGEST_COPY = 1_000_000

/** A file that was dropped on the window: the page has its bytes from the browser and never learns its path. */
const droppedFile = z.object({
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_DROPPED_BYTES),
})

/** Where the new text of a report comes from: the file that this window chose last, or another report. */
const editionSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('file') }),
  z.object({ from: z.literal('report'), reportId }),
])

export type EditionChoice = z.infer<typeof editionSource>

/** Everything that the renderer can ask of the main process. */
export const ipcContract = {
  'window:state': channel(nothing).returns<WindowState>(),
  'window:ready': channel(nothing).returns<null>(),
  /** Whether everything is on the disk. */
  'window:flushed': channel(z.tuple([z.boolean()])).returns<null>(),
  /** Opens another window, with a report or without. Each report is open once: a window that has it comes to the front. */
  'window:open': channel(z.tuple([reportId.nullable()])).returns<null>(),
  /** Shows a report in another window beside this one, each taking half of the screen. */
  'window:open-beside': channel(oneReport).returns<null>(),
  /** Says which report the window shows, when that is not the one it asked for last. */
  'window:shows': channel(z.tuple([reportId.nullable()])).returns<null>(),
  'window:print': channel(nothing).returns<null>(),

  'settings:change': channel(z.tuple([settingsChangeSchema])).returns<Settings>(),

  'library:choose-files': channel(nothing).returns<readonly ImportOutcome[]>(),
  'library:import-dropped': channel(z.tuple([z.array(droppedFile).max(MOST_DROPPED_FILES)])).returns<
    readonly ImportOutcome[]
  >(),
  'library:cancel-import': channel(nothing).returns<null>(),
  'library:import-sample': channel(nothing).returns<ImportOutcome>(),
  /** Takes in what other programs and other computers made of the library; windows are told what is new. */
  'library:refresh': channel(nothing).returns<null>(),
  'library:name-color': channel(z.tuple([z.enum(COLOR_IDS), colorNameSchema])).returns<null>(),
  'library:remove-report': channel(oneReport).returns<BinnedReport>(),
  'library:bin': channel(nothing).returns<readonly BinnedReport[]>(),
  'library:restore-report': channel(z.tuple([binId])).returns<ReportSummary>(),
  /** Joins a report and the one that continues it; the first keeps its id. */
  'library:join-reports': channel(z.tuple([reportId, reportId])).returns<ReportSummary>(),
  /** Splits a report before each of these positions of its source text; the answer has the parts in their order. */
  'library:split-report': channel(z.tuple([reportId, z.array(place).min(1).max(500)])).returns<
    readonly ReportSummary[]
  >(),

  /** Asks for the file of another edition, and keeps it for this window; its name, or null where the reader thinks better of it. */
  'edition:choose-file': channel(nothing).returns<string | null>(),
  /** What would become of a report's annotations with this text. */
  'edition:preview': channel(z.tuple([reportId, editionSource])).returns<EditionPreview>(),
  /** Gives a report this text. */
  'edition:replace': channel(z.tuple([reportId, editionSource])).returns<CarrySummary>(),
  /** Gives a report the text again that it had before. */
  'edition:put-back': channel(oneReport).returns<CarrySummary>(),

  /** The snapshots of the library, the last first. */
  'snapshots:list': channel(nothing).returns<readonly SnapshotSummary[]>(),
  /** Takes a snapshot now; it is on the disk then. */
  'snapshots:make': channel(nothing).returns<null>(),
  /** Merges a snapshot into the library, after one of how it is now was taken. */
  'snapshots:restore': channel(z.tuple([snapshotName])).returns<RestoreOutcome>(),

  /** Null where another window has the report: that one comes to the front. */
  'report:open': channel(oneReport).returns<OpenedReport | null>(),
  /** What other programs made of the report since it was opened; it is cheap where they did nothing. */
  'report:refresh': channel(oneReport).returns<RefreshedReport>(),
  'report:save-place': channel(z.tuple([reportId, place, z.number().min(0).max(1)])).returns<null>(),
  /** Replaces the reader's corrections of a report and reads it anew. */
  'report:correct': channel(z.tuple([reportId, correctionsSchema])).returns<OpenedReport>(),
  'annotation:change': channel(z.tuple([reportId, annotationChangeSchema])).returns<Annotation>(),
  /** The deleted annotations of a report, the one deleted last first. */
  'annotation:deleted': channel(oneReport).returns<readonly Annotation[]>(),

  /** Gives a report tags of its own; the answer has them as they were stored. */
  'report:set-tags': channel(z.tuple([reportId, tagsSchema])).returns<readonly string[]>(),

  /** Renames, merges or deletes a tag in all reports. */
  'tags:change': channel(z.tuple([tagChangeSchema])).returns<TagOutcome>(),
  /** Takes such a change back. */
  'tags:take-back': channel(z.tuple([z.array(tagEditsSchema).max(100_000)])).returns<TagOutcome>(),
  'tags:cancel': channel(nothing).returns<null>(),

  /** The terms that each report of the library explains. */
  'glossary:reports': channel(nothing).returns<readonly ReportGlossary[]>(),
  /** The reader's own terms, without those that were deleted. */
  'glossary:reader-terms': channel(nothing).returns<readonly ReaderTerm[]>(),
  /** The reader's own terms that were changed apart, deleted ones too. */
  'glossary:conflicts': channel(nothing).returns<readonly ReaderTermConflict[]>(),
  'glossary:change': channel(z.tuple([readerTermChangeSchema])).returns<ReaderTerm>(),
  /** The reports whose body uses a term, those that use it most first. */
  'glossary:uses': channel(z.tuple([z.string().min(2).max(200)])).returns<readonly TermUse[]>(),

  /** The templates that can be exported with. */
  'template:list': channel(nothing).returns<readonly TemplateSummary[]>(),
  /** What a template says. */
  'template:read': channel(z.tuple([templateNameSchema])).returns<string>(),
  /** Stores a template of the reader's. */
  'template:save': channel(z.tuple([templateDraftSchema])).returns<null>(),

  /** How much a request exports; null where this window has asked about another meanwhile. */
  'export:survey': channel(z.tuple([exportRequestSchema])).returns<ExportSurvey | null>(),
  /** What a report's notes look like; null where this window has asked for something else meanwhile. */
  'export:preview': channel(z.tuple([previewRequestSchema])).returns<ExportPreview | null>(),
  /** Asks where to, and exports; files that are there already are looked at first. Null where the reader thinks better of it. */
  'export:begin': channel(z.tuple([exportRequestSchema, deletedAsSchema])).returns<ExportStep | null>(),
  /** Asks for a file that was exported before, and looks at what bringing it up to date changes. */
  'export:update': channel(z.tuple([exportRequestSchema, deletedAsSchema])).returns<ExportStep | null>(),
  /** Looks at the same files again, with deleted annotations struck out or removed. */
  'export:review': channel(z.tuple([deletedAsSchema])).returns<ExportStep | null>(),
  /** Writes what was looked at. */
  'export:write': channel(nothing).returns<WrittenExport>(),
  /** Stops what is under way, previews too, and forgets what was looked at. */
  'export:stop': channel(nothing).returns<null>(),
  /** Saves annotations for other programs, and says under which name; null where the reader thinks better of it. */
  'export:annotations': channel(z.tuple([z.enum(ANNOTATION_FORMATS), chosenReportsSchema])).returns<string | null>(),
  /** Asks for a file of annotations and takes it in; null where the reader thinks better of it. */
  'annotation:import': channel(nothing).returns<AnnotationImport | null>(),

  /** Saves the page of the window as PDF. */
  'export:pdf': channel(oneReport).returns<{ readonly savedAs: string | null }>(),
  /** Saves a report's highlights and notes as a Word file, with its reference. */
  'export:docx': channel(oneReport).returns<{ readonly savedAs: string | null }>(),
  'clipboard:write': channel(z.tuple([z.string().max(LONGEST_COPY)])).returns<null>(),
} as const

export type IpcContract = typeof ipcContract
export type IpcChannel = keyof IpcContract
export type IpcArgs<C extends IpcChannel> = z.infer<IpcContract[C]['args']>
export type IpcValue<C extends IpcChannel> =
  | NonNullable<IpcContract[C]['result']>
  | Extract<IpcContract[C]['result'], null>
export type IpcAnswer<C extends IpcChannel> = Promise<Result<IpcValue<C>>>
/** A channel as a function of the page. */
type Ask<C extends IpcChannel> = (...args: IpcArgs<C>) => IpcAnswer<C>

/** What the main process tells the renderer without being asked. */
export interface IpcEvents {
  /** The list of reports changed. */
  'library:changed': LibraryState
  /** How far the import is that this window waits for; null when it is over. */
  'library:import-progress': ImportProgress | null
  /** Files that came in by command line, file manager or menu were imported; the last that worked is to be opened. */
  'library:imported': readonly ImportOutcome[]
  /** How far the change of tags is that this window waits for; null when it is over. */
  'tags:progress': TagProgress | null
  /** The annotations of a report that this window shows were changed elsewhere. */
  'report:changed': string
  'settings:changed': Settings
  /** How far the export is that this window waits for; null when it is over. */
  'export:progress': ExportProgress | null
  /** The reader's own terms changed. */
  'glossary:changed': readonly ReaderTerm[]
  /** Those of them that were changed apart are others. */
  'glossary:conflicts': readonly ReaderTermConflict[]
  /** How far a restore is that this window waits for: reports that were looked at. */
  'snapshots:progress': { readonly done: number; readonly total: number }
  /** A report is to be shown: chosen from the menu of those read last, or asked for by another window. */
  'report:show': string
  /** A link into the library is to be followed; its report is there. */
  'link:open': MeipiLink
  /** A link came in that leads nowhere. */
  'link:refused': Problem
  /** A menu item that the renderer acts on. */
  'menu:command': CommandId
  /** The window is about to close: write what is not written yet, then answer `window:flushed`. */
  'window:flush': null
}

export type IpcEvent = keyof IpcEvents

/** What the preload script gives the page as `window.meipi`. */
export interface MeipiApi {
  readonly windowState: Ask<'window:state'>
  readonly windowReady: Ask<'window:ready'>
  readonly windowFlushed: Ask<'window:flushed'>
  readonly openWindow: Ask<'window:open'>
  readonly openBeside: Ask<'window:open-beside'>
  readonly shows: Ask<'window:shows'>
  readonly print: Ask<'window:print'>
  readonly changeSettings: Ask<'settings:change'>
  readonly chooseFiles: Ask<'library:choose-files'>
  readonly importDropped: Ask<'library:import-dropped'>
  readonly cancelImport: Ask<'library:cancel-import'>
  readonly importSample: Ask<'library:import-sample'>
  readonly nameColor: Ask<'library:name-color'>
  readonly removeReport: Ask<'library:remove-report'>
  readonly listBin: Ask<'library:bin'>
  readonly restoreReport: Ask<'library:restore-report'>
  readonly joinReports: Ask<'library:join-reports'>
  readonly splitReport: Ask<'library:split-report'>
  readonly chooseEditionFile: Ask<'edition:choose-file'>
  readonly previewEdition: Ask<'edition:preview'>
  readonly replaceText: Ask<'edition:replace'>
  readonly putBackText: Ask<'edition:put-back'>
  readonly listSnapshots: Ask<'snapshots:list'>
  readonly makeSnapshot: Ask<'snapshots:make'>
  readonly restoreSnapshot: Ask<'snapshots:restore'>
  readonly openReport: Ask<'report:open'>
  readonly refreshReport: Ask<'report:refresh'>
  readonly saveReadingPlace: Ask<'report:save-place'>
  readonly correctReport: Ask<'report:correct'>
  readonly changeAnnotation: Ask<'annotation:change'>
  readonly deletedAnnotations: Ask<'annotation:deleted'>
  readonly setReportTags: Ask<'report:set-tags'>
  readonly changeTags: Ask<'tags:change'>
  readonly takeBackTags: Ask<'tags:take-back'>
  readonly cancelTags: Ask<'tags:cancel'>
  readonly reportGlossaries: Ask<'glossary:reports'>
  readonly readerTerms: Ask<'glossary:reader-terms'>
  readonly readerTermConflicts: Ask<'glossary:conflicts'>
  readonly refreshLibrary: Ask<'library:refresh'>
  readonly changeReaderTerm: Ask<'glossary:change'>
  readonly termUses: Ask<'glossary:uses'>
  readonly listTemplates: Ask<'template:list'>
  readonly readTemplate: Ask<'template:read'>
  readonly saveTemplate: Ask<'template:save'>
  readonly surveyExport: Ask<'export:survey'>
  readonly previewExport: Ask<'export:preview'>
  readonly beginExport: Ask<'export:begin'>
  readonly updateExported: Ask<'export:update'>
  readonly reviewExport: Ask<'export:review'>
  readonly writeExport: Ask<'export:write'>
  readonly stopExport: Ask<'export:stop'>
  readonly exportAnnotations: Ask<'export:annotations'>
  readonly importAnnotations: Ask<'annotation:import'>
  readonly exportPdf: Ask<'export:pdf'>
  readonly exportDocx: Ask<'export:docx'>
  readonly writeClipboard: Ask<'clipboard:write'>
  /** Calls back on every such event; the function returned ends it. */
  readonly on: <E extends IpcEvent>(event: E, listener: (payload: IpcEvents[E]) => void) => () => void
}
