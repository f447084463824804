import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'

export { expect }

export const projectFolder = join(import.meta.dirname, '..')
export const sampleReport = join(projectFolder, 'resources', 'sample-report.txt')

const corpusFolder = join(projectFolder, '..', 'shared', 'corpus')
/** Real reports, where they lie beside the project; they are no part of it. */
export const corpus = existsSync(corpusFolder) ? corpusFolder : null
export const NO_CORPUS = 'the collection of real reports (../shared/corpus) is not here'

/** A running app and its window. */
export interface Meipi {
  readonly app: ElectronApplication
  readonly page: Page
}

interface Fixtures {
  /** A folder for this test alone, removed after it. */
  readonly folder: string
  /** Starts the app on the library in `folder`, with files as a reader would give them. */
  readonly start: (...args: string[]) => Promise<Meipi>
}

/** A test that can start the real app. Every app it started is closed after it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'meipi-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ folder }, use) => {
    const running = new Set<ElectronApplication>()
    await use(async (...args) => {
      const app = await electron.launch({
        args: ['.', '--library', libraryIn(folder), ...args],
        // Playwright turns the sandbox off unless it is asked not to.
        chromiumSandbox: process.env.MEIPI_NO_SANDBOX === undefined,
        cwd: projectFolder,
        env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache') },
      })
      running.add(app)
      app.on('close', () => running.delete(app))
      return { app, page: await app.firstWindow() }
    })
    for (const app of running) await app.close()
  },
})

export function libraryIn(folder: string): string {
  return join(folder, 'library')
}

/** Waits until a report is on the page. */
export async function reportShown(page: Page, title?: string | RegExp): Promise<void> {
  await expect(title ? page.getByRole('main', { name: title }) : page.getByRole('main')).toBeVisible()
  await expect(page.locator('[data-block-start]').first()).not.toBeEmpty()
  // A font that comes in late moves words away from the pointer that was put on them.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Selects words on the page as a reader does with the mouse: presses at their beginning, drags to their end. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const [from, to] = await page.evaluate((wanted) => {
    const blocks = [...document.querySelectorAll<HTMLElement>('main [data-block-start]')]
    const block = blocks.find((each) => each.textContent?.includes(wanted))
    if (!block) throw new Error(`not on the page: ${wanted}`)
    block.scrollIntoView({ block: 'center' })
    const start = block.textContent?.indexOf(wanted) ?? 0
    const edge = (offset: number, side: 'left' | 'right') => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let left = offset
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (left < length) {
          const range = document.createRange()
          range.setStart(node, left)
          range.setEnd(node, left + 1)
          const rect = range.getBoundingClientRect()
          return { x: side === 'left' ? rect.left + 1 : rect.right - 1, y: rect.top + rect.height / 2 }
        }
        left -= length
      }
      throw new Error('outside the block')
    }
    return [edge(start, 'left'), edge(start + wanted.length - 1, 'right')]
  }, words)
  if (!from || !to) throw new Error('no place to press')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(words)
  await expect(toolbar(page)).toBeVisible()
}

/** The toolbar above the selected words. */
export function toolbar(page: Page) {
  return page.getByRole('toolbar', { name: '划线' })
}

/** Waits until the status bar says that everything is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^已存/ })).toBeVisible()
}

/** Chooses an item of the native menu. */
export async function chooseMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    const item = items.find((each) => each.label === wanted)
    if (!item) throw new Error(`no menu item ${wanted}`)
    item.click()
  }, label)
}

/** Answers the next "save as" dialog with a path, as a reader who types it. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}
