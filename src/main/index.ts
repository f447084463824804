import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { z } from 'zod'
import type { ImportOutcome } from '../core/library-view.ts'
import { Library } from '../library/library.ts'
import { startWorkerReader } from '../library/workers/worker-reader.ts'
import { declareAppScheme, serveApp } from './app-protocol.ts'
import { parseLaunchArguments } from './arguments.ts'
import { registerExportHandlers } from './handlers/export-handlers.ts'
import { chooseFiles, importFiles, registerLibraryHandlers } from './handlers/library-handlers.ts'
import { registerReportHandlers } from './handlers/report-handlers.ts'
import { registerWindowHandlers } from './handlers/window-handlers.ts'
import { sendEvent } from './ipc.ts'
import { installMenu } from './menu.ts'
import { chooseProfile } from './profile.ts'
import { createReaderWindow } from './reader-window.ts'
import { denyPermissions, restrictWebContents } from './security.ts'

/** Run unpacked, the first plain argument is the app's own folder. */
const OWN_ARGUMENTS = app.isPackaged ? 0 : 1

const launch = parseLaunchArguments(process.argv.slice(1), process.cwd(), OWN_ARGUMENTS)
const folder = chooseProfile(launch.library)

declareAppScheme()

const handOverSchema = z.object({ files: z.array(z.string()) })

/** Files that came in by command line and are not imported yet: ours, and those that later starts hand over. */
const incoming: string[] = [...launch.files]
let takeIncoming: () => void = () => undefined

// The files go along as they are: Chromium rearranges the command line that it passes on.
if (app.requestSingleInstanceLock({ files: launch.files })) {
  app.on('second-instance', (_event, _argv, _cwd, handedOver) => {
    const known = handOverSchema.safeParse(handedOver)
    if (known.success) incoming.push(...known.data.files)
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    takeIncoming()
  })
  void start()
} else app.quit()

async function start(): Promise<void> {
  restrictWebContents()
  await app.whenReady()
  denyPermissions(session.defaultSession)
  serveApp(join(import.meta.dirname, '../renderer'))

  const reader = startWorkerReader(join(import.meta.dirname, 'reader-worker.js'))
  const library = await openLibrary(reader)
  if (!library) {
    app.exit(1)
    return
  }

  /** Imports files for a window and tells it what became of them. */
  const openInWindow = async (window: BrowserWindow, outcomes: Promise<ImportOutcome[]>): Promise<void> => {
    const done = await outcomes
    if (done.length === 0) return
    sendEvent(window, 'library:changed', library.state)
    sendEvent(window, 'library:imported', done)
  }

  registerLibraryHandlers(library)
  registerReportHandlers(library)
  registerExportHandlers(library)
  registerWindowHandlers((window) => {
    takeIncoming = () => {
      if (!window.isDestroyed()) void openInWindow(window, importFiles(library, incoming.splice(0)))
    }
    takeIncoming()
  })

  installMenu((window) => void openInWindow(window, chooseFiles(library, window)))
  createReaderWindow(join(import.meta.dirname, '../preload/index.cjs'))

  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(async () => {
    await library.close()
    await reader.stop()
  })
}

/** Opens the library, or says in plain words why that is not possible. */
async function openLibrary(reader: ReturnType<typeof startWorkerReader>): Promise<Library | null> {
  try {
    return await Library.open({ folder, reader })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(`${folder}: ${reason}`)
    dialog.showErrorBox('无法打开资料库', `${folder}\n\n${reason}`)
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
