import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, session } from 'electron'
import { z } from 'zod'
import type { CommandId } from '../core/commands.ts'
import { Library } from '../library/library.ts'
import { startWorkerReader } from '../library/workers/worker-reader.ts'
import { declareAppScheme, serveApp } from './app-protocol.ts'
import { applyTheme, currentBackground, followSystemTheme } from './appearance.ts'
import { parseLaunchArguments } from './arguments.ts'
import { CloseGuard } from './close-guard.ts'
import { takeSnapshotsDaily } from './daily-snapshots.ts'
import { registerEditionHandlers } from './handlers/edition-handlers.ts'
import { registerExportHandlers } from './handlers/export-handlers.ts'
import { registerGlossaryHandlers } from './handlers/glossary-handlers.ts'
import { registerLibraryHandlers } from './handlers/library-handlers.ts'
import { registerReportHandlers } from './handlers/report-handlers.ts'
import { registerSettingsHandlers } from './handlers/settings-handlers.ts'
import { registerWindowHandlers } from './handlers/window-handlers.ts'
import { Imports, openWhenImported } from './imports.ts'
import { sendEvent } from './ipc.ts'
import { MachineState } from './machine-state.ts'
import { AppMenu } from './menu.ts'
import { chooseProfile } from './profile.ts'
import { ReaderWindows } from './reader-windows.ts'
import type { ReadingRoom } from './reading-room.ts'
import { recentReports } from './recent-reports.ts'
import { denyPermissions, restrictWebContents } from './security.ts'
import { SettingsStore } from './settings-store.ts'
import { type Texts, textsIn } from './texts.ts'

/** Run unpacked, the first plain argument is the app's own folder. */
const OWN_ARGUMENTS = app.isPackaged ? 0 : 1

const launch = parseLaunchArguments(process.argv.slice(1), process.cwd(), OWN_ARGUMENTS)
const folder = chooseProfile(launch.library)

// V8 13.0, of the oldest runtime, compiles React's removal of elements wrongly (Maglev): after a while a window goes blank.
if (process.versions.v8.startsWith('13.0')) app.commandLine.appendSwitch('js-flags', '--no-maglev')

declareAppScheme()

const handOverSchema = z.object({ files: z.array(z.string()) })

/** Files that came in by command line and are not imported yet: ours, and those that later starts hand over. */
const incoming: string[] = [...launch.files]
let onSecondStart: () => void = () => undefined

// The files go along as they are: Chromium rearranges the command line that it passes on.
if (app.requestSingleInstanceLock({ files: launch.files })) {
  app.on('second-instance', (_event, _argv, _cwd, handedOver) => {
    const known = handOverSchema.safeParse(handedOver)
    if (known.success) incoming.push(...known.data.files)
    onSecondStart()
  })
  void start()
} else app.quit()

async function start(): Promise<void> {
  restrictWebContents()
  await app.whenReady()
  denyPermissions(session.defaultSession)
  serveApp(join(import.meta.dirname, '../renderer'))

  const profile = app.getPath('userData')
  await mkdir(profile, { recursive: true })
  const settings = await SettingsStore.open(join(profile, 'settings.json'))
  const machine = await MachineState.open(join(profile, 'windows.json'))
  const texts = () => textsIn(settings.settings.language)

  const reader = startWorkerReader(join(import.meta.dirname, 'reader-worker.js'))
  const library = await openLibrary(reader, texts())
  if (!library) {
    app.exit(1)
    return
  }

  const guard = new CloseGuard(texts)
  const windows = new ReaderWindows({
    machine,
    guard,
    look: () => ({
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      title: texts().appName,
      backgroundColor: currentBackground(settings.settings.theme),
    }),
  })
  const libraryChanged = () => {
    windows.broadcast('library:changed', library.state)
    menu.refresh()
  }
  const imports = new Imports({ library, texts, onLibraryChanged: libraryChanged })

  const menu = createMenu({ library, machine, windows, imports, texts })
  const room: ReadingRoom = {
    library,
    settings,
    machine,
    windows,
    texts,
    libraryChanged,
    refreshMenu: () => menu.refresh(),
  }
  const takeIncoming = (window: BrowserWindow) => {
    if (incoming.length > 0) void openWhenImported(window, imports.run(window, incoming.splice(0)))
  }
  registerLibraryHandlers(room, imports)
  registerReportHandlers(room)
  registerEditionHandlers(room)
  registerGlossaryHandlers(room)
  registerExportHandlers(room)
  registerSettingsHandlers(room)
  registerWindowHandlers(room, guard, takeIncoming)
  onSecondStart = () => {
    const window = windows.current
    if (!window) return
    windows.bringToFront(window)
    // A window whose page is not there yet takes them when it is.
    if (guard.isListening(window)) takeIncoming(window)
  }

  applyTheme(settings.settings.theme)
  followSystemTheme(() => settings.settings.theme)
  menu.refresh()
  void library.checked.then(libraryChanged)
  windows.open(incoming.length > 0 ? null : reportReadLast(library, machine))
  takeSnapshotsDaily(library.snapshots)

  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(async () => {
    await machine.flush()
    await library.close()
    await reader.stop()
  })
}

interface MenuParts extends Pick<ReadingRoom, 'library' | 'machine' | 'windows' | 'texts'> {
  readonly imports: Imports
}

/** The native menu. What it asks for happens in the window that the reader works in. */
function createMenu({ library, machine, windows, imports, texts }: MenuParts): AppMenu {
  const inWindow = (act: (window: BrowserWindow) => void) => {
    if (windows.current) act(windows.current)
  }
  const runCommand = (command: CommandId) => {
    if (command === 'new-window') windows.open(null)
    else if (command === 'open-files') inWindow((window) => void openWhenImported(window, imports.choose(window)))
    else inWindow((window) => sendEvent(window, 'menu:command', command))
  }
  return new AppMenu(() => ({
    texts: texts(),
    platform: process.platform,
    developing: !app.isPackaged,
    recent: recentReports(machine.record.recent, library.state.reports),
    onCommand: runCommand,
    onShowReport: (id) => inWindow((window) => sendEvent(window, 'report:show', id)),
  }))
}

/** The report that a first window shows when none is asked for: the one that was read last, where it is still there. */
function reportReadLast(library: Library, machine: MachineState): string | null {
  const { lastReport } = machine.record
  return library.state.reports.some((report) => report.id === lastReport) ? lastReport : null
}

/** Opens the library, or says in plain words why that is not possible. */
async function openLibrary(reader: ReturnType<typeof startWorkerReader>, texts: Texts): Promise<Library | null> {
  try {
    return await Library.open({ folder, reader, checkLater: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(`${folder}: ${reason}`)
    dialog.showErrorBox(texts.libraryNotOpened, `${folder}\n\n${reason}`)
    return null
  }
}

function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close()
      .catch((error: unknown) => console.error('closing the library:', error))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}
