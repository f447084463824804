import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, type CDPSession, type ElectronApplication, type Page } from '@playwright/test'
import { openDisplay } from '../../scripts/display.ts'
import { ensureElectron } from '../../scripts/electron-runtime.ts'
import { ensureBuild } from '../../scripts/system/ensure-build.ts'

const root = join(import.meta.dirname, '..', '..')

/** A window that is measured. */
export interface Shown {
  readonly app: ElectronApplication
  readonly page: Page
}

/** Where windows are measured: a display of our own, and a folder for what the app writes. */
export interface Stage {
  /** Version of Electron and of its Chromium. */
  readonly versions: string
  /** The app on a library, that in the stage's folder by default, its list there (or what stands in its place) and no report open. */
  startApp(library?: string): Promise<Shown>
  /** An Electron window with an empty `<pre>` in the type and column of the app's page. */
  startBare(): Promise<Shown>
  /** Closes what is still running. */
  close(): Promise<void>
}

/** Path of the library that the app is started on. */
export function libraryIn(folder: string): string {
  return join(folder, 'library')
}

/**
 * Opens a stage. Nothing but our own text is shown on it, so that its pages need no sandbox, which root could not
 * have. Throws a SetupError where there is no Electron or no display to be had.
 */
export async function openStage(folder: string): Promise<Stage> {
  await ensureBuild()
  const { executable, version } = await ensureElectron()
  const display = await openDisplay(process.env, undefined)
  const own = {
    ...display.env,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  }
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...own }).filter((each): each is [string, string] => each[1] !== undefined),
  )
  const running = new Set<ElectronApplication>()
  const start = async (...args: string[]): Promise<Shown> => {
    const app = await _electron.launch({ executablePath: executable, args, cwd: root, env })
    running.add(app)
    app.on('close', () => running.delete(app))
    return { app, page: await app.firstWindow() }
  }
  return {
    versions: `Electron ${version}`,
    async startApp(library = libraryIn(folder)) {
      const shown = await start('.', '--library', library)
      // The list, or the page of a library that has none yet.
      await shown.page.locator('nav li button, main h1').first().waitFor()
      return shown
    },
    async startBare() {
      const shown = await start(join(root, 'bench', 'bare-window'))
      await shown.page.goto(pathToFileURL(join(import.meta.dirname, 'page.html')).href)
      return shown
    },
    async close() {
      for (const app of running) await app.close()
      display.close()
    },
  }
}

/** Closes the app so that its next start shows no report: it would open the one that was read last by itself. */
export async function closeAndForget({ app }: Shown): Promise<void> {
  const profile = await app.evaluate(({ app: electron }) => electron.getPath('userData'))
  await app.close()
  rmSync(join(profile, 'windows.json'), { force: true })
}

/** A line to the page's own devtools. */
export function inspect({ page }: Shown): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}
