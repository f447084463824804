import { z } from 'zod'
import type { Annotation } from './annotation/annotation.ts'
import { annotationChangeSchema } from './annotation/annotation-change.ts'
import type { ImportOutcome, LibraryState, OpenedReport } from './library-view.ts'
import type { Result } from './result.ts'

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
const place = z.number().int().nonnegative()

/** Everything that the renderer can ask of the main process. */
export const ipcContract = {
  'library:state': channel(nothing).returns<LibraryState>(),
  'library:choose-files': channel(nothing).returns<readonly ImportOutcome[]>(),
  'library:import-sample': channel(nothing).returns<ImportOutcome>(),
  'report:open': channel(z.tuple([reportId])).returns<OpenedReport>(),
  'report:save-place': channel(z.tuple([reportId, place, z.number().min(0).max(1)])).returns<null>(),
  'annotation:change': channel(z.tuple([reportId, annotationChangeSchema])).returns<Annotation>(),
  'export:markdown': channel(z.tuple([reportId])).returns<{ readonly savedAs: string | null }>(),
  'clipboard:write': channel(z.tuple([z.string().max(1_000_000)])).returns<null>(),
  'window:ready': channel(nothing).returns<null>(),
  /** Whether everything is on the disk. */
  'window:flushed': channel(z.tuple([z.boolean()])).returns<null>(),
} as const

export type IpcContract = typeof ipcContract
export type IpcChannel = keyof IpcContract
export type IpcArgs<C extends IpcChannel> = z.infer<IpcContract[C]['args']>
export type IpcValue<C extends IpcChannel> =
  | NonNullable<IpcContract[C]['result']>
  | Extract<IpcContract[C]['result'], null>
export type IpcAnswer<C extends IpcChannel> = Promise<Result<IpcValue<C>>>

/** What the main process tells the renderer without being asked. */
export interface IpcEvents {
  /** The list of reports changed. */
  'library:changed': LibraryState
  /** Files that came in by command line, file manager or menu were imported; the last that worked is to be opened. */
  'library:imported': readonly ImportOutcome[]
  /** A menu item that the renderer acts on. */
  'menu:command': MenuCommand
  /** The window is about to close: write what is not written yet, then answer `window:flushed`. */
  'window:flush': null
}

export type MenuCommand = 'export-markdown' | 'toggle-library' | 'toggle-sidebar'
export type IpcEvent = keyof IpcEvents

/** What the preload script gives the page as `window.meipi`. */
export interface MeipiApi {
  readonly libraryState: () => IpcAnswer<'library:state'>
  readonly chooseFiles: () => IpcAnswer<'library:choose-files'>
  readonly importSample: () => IpcAnswer<'library:import-sample'>
  readonly openReport: (...args: IpcArgs<'report:open'>) => IpcAnswer<'report:open'>
  readonly saveReadingPlace: (...args: IpcArgs<'report:save-place'>) => IpcAnswer<'report:save-place'>
  readonly changeAnnotation: (...args: IpcArgs<'annotation:change'>) => IpcAnswer<'annotation:change'>
  readonly exportMarkdown: (...args: IpcArgs<'export:markdown'>) => IpcAnswer<'export:markdown'>
  readonly writeClipboard: (...args: IpcArgs<'clipboard:write'>) => IpcAnswer<'clipboard:write'>
  readonly windowReady: () => IpcAnswer<'window:ready'>
  readonly windowFlushed: (...args: IpcArgs<'window:flushed'>) => IpcAnswer<'window:flushed'>
  /** Calls back on every such event; the function returned ends it. */
  readonly on: <E extends IpcEvent>(event: E, listener: (payload: IpcEvents[E]) => void) => () => void
}
