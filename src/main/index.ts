import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, session } from 'electron'
import type { CommandId } from '../core/commands.ts'
import { LINK_SCHEME } from '../core/export/meipi-link.ts'
import { Library } from '../library/library.ts'
import { startTemplateRenderer } from '../library/templates/template-renderer.ts'
import { startWorkerReader } from '../library/workers/worker-reader.ts'
import { declareAppScheme, serveApp } from './app-protocol.ts'
import { applyTheme, currentBackground, followSystemTheme } from './appearance.ts'
import { parseLaunchArguments } from './arguments.ts'
import { Arrivals } from './arrivals.ts'
import { CloseGuard } from './close-guard.ts'
import { takeSnapshotsDaily } from './daily-snapshots.ts'
import { ExportSessions } from './export-sessions.ts'
import { FirstLook } from './first-look.ts'
import { registerAnnotationHandlers } from './handlers/annotation-handlers.ts'
import { registerEditionHandlers } from './handlers/edition-handlers.ts'
import { registerExportHandlers } from './handlers/export-handlers.ts'
import { registerGlossaryHandlers } from './handlers/glossary-handlers.ts'
import { registerLibraryHandlers } from './handlers/library-handlers.ts'
import { registerReportHandlers } from './handlers/report-handlers.ts'
import { registerSettingsHandlers } from './handlers/settings-handlers.ts'
import { registerSnapshotHandlers } from './handlers/snapshot-handlers.ts'
import { registerTagHandlers } from './handlers/tag-handlers.ts'
import { registerWindowHandlers } from './handlers/window-handlers.ts'
import { Imports, openWhenImported } from './imports.ts'
import { arrivalSchema, Incoming } from './incoming.ts'
import { sendEvent } from './ipc.ts'
import { isNews } from './library-changes.ts'
import { MachineState } from './machine-state.ts'
import { AppMenu } from './menu.ts'
import { chooseProfile } from './profile.ts'
import { ReaderWindows } from './reader-windows.ts'
import type { ReadingRoom } from './reading-room.ts'
import { recentReports } from './recent-reports.ts'
import { denyPermissions, restrictWebContents } from './security.ts'
import { languageBeforeStart, SettingsStore } from './settings-store.ts'
import { type Texts, textsIn } from './texts.ts'

/** Run unpacked, the first plain argument is the app's own folder. */
const OWN_ARGUMENTS = app.isPackaged ? 0 : 1

const launch = parseLaunchArguments(process.argv.slice(1), process.cwd(), OWN_ARGUMENTS)
const folder = chooseProfile(launch.library)

// V8 13.0, of the oldest runtime, compiles React's removal of elements wrongly (Maglev): after a while a window goes blank.
if (process.versions.v8.startsWith('13.0')) app.commandLine.appendSwitch('js-flags', '--no-maglev')

// Chromium orders a date's parts by the system's language: a Chinese reader's box for a day is not to say mm/dd/yyyy.
if (!app.commandLine.hasSwitch('lang') && languageBeforeStart(settingsPath()) === 'zh')
  app.commandLine.appendSwitch('lang', 'zh-CN')

declareAppScheme()

/** Files and links that came in and are not taken yet: ours, those that later starts hand over, and the system's. */
const incoming = new Incoming()
incoming.add(launch)
let onArrival: () => void = () => undefined

// They go along as they are: Chromium rearranges the command line that it passes on.
if (app.requestSingleInstanceLock({ files: launch.files, link: launch.link })) {
  app.on('second-instance', (_event, _argv, _cwd, handedOver) => {
    const known = arrivalSchema.safeParse(handedOver)
    if (known.success) incoming.add(known.data)
    onArrival()
  })
  // macOS tells a link this way, perhaps before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    incoming.add({ files: [], link })
    onArrival()
  })
  void start()
} else app.quit()

function settingsPath(): string {
  return join(app.getPath('userData'), 'settings.json')
}

async function start(): Promise<void> {
  restrictWebContents()
  await app.whenReady()
  denyPermissions(session.defaultSession)
  serveApp(join(import.meta.dirname, '../renderer'))

  const profile = app.getPath('userData')
  await mkdir(profile, { recursive: true })
  const settings = await SettingsStore.open(settingsPath())
  const machine = await MachineState.open(join(profile, 'windows.json'))
  const texts = () => textsIn(settings.settings.language)

  const reader = startWorkerReader(join(import.meta.dirname, 'reader-worker.js'))
  const firstLook = new FirstLook()
  const library = await openLibrary(reader, texts(), firstLook.over)
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
  let noticesTold = 0
  const libraryChanged = () => {
    noticesTold = library.notices.length
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
    termsChanged: () => {
      windows.broadcast('glossary:changed', library.readerTerms())
      windows.broadcast('glossary:conflicts', library.readerTermConflicts())
    },
    tellNotices: () => {
      if (library.notices.length > noticesTold) libraryChanged()
    },
    refreshMenu: () => menu.refresh(),
  }
  const exportSessions = new ExportSessions(library, () =>
    startTemplateRenderer(join(import.meta.dirname, 'template-worker.js')),
  )
  const arrivals = new Arrivals<BrowserWindow>({
    incoming,
    windows,
    reports: () => library.state.reports,
    listChecked: () => library.checked,
    isListening: (window) => guard.isListening(window),
    importFiles: (window, files) => openWhenImported(window, imports.run(window, files)),
    openLink: (window, link) => sendEvent(window, 'link:open', link),
    refuseLink: (window, problem) => sendEvent(window, 'link:refused', problem),
  })
  registerLibraryHandlers(room, imports)
  registerReportHandlers(room)
  registerEditionHandlers(room)
  registerGlossaryHandlers(room)
  registerTagHandlers(room)
  registerExportHandlers(room, exportSessions)
  registerAnnotationHandlers(room)
  registerSettingsHandlers(room)
  registerSnapshotHandlers(room)
  registerWindowHandlers(room, guard, (window) => {
    firstLook.pageIsThere()
    void arrivals.takeInto(window)
  })
  onArrival = () => void arrivals.receive()

  applyTheme(settings.settings.theme)
  followSystemTheme(() => settings.settings.theme)
  menu.refresh()
  const assumed = library.state
  void library.checked.then(() => {
    if (isNews(assumed, library.state)) libraryChanged()
  })
  windows.open(incoming.isEmpty ? reportReadLast(library, machine) : null)
  takeSnapshotsDaily(library.snapshots, room.tellNotices)
  // Run unpacked, it would be the bare Electron that the system starts for a link.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)

  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(async () => {
    firstLook.stop()
    await machine.flush()
    await exportSessions.stop()
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
async function openLibrary(
  reader: ReturnType<typeof startWorkerReader>,
  texts: Texts,
  checkAfter: Promise<void>,
): Promise<Library | null> {
  try {
    return await Library.open({ folder, reader, checkAfter })
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
