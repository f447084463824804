import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'

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
        env: {
          ...process.env,
          XDG_CONFIG_HOME: join(folder, 'config'),
          XDG_CACHE_HOME: join(folder, 'cache'),
          XDG_DATA_HOME: join(folder, 'data'),
        },
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

/** Selects from the first of some words to the last of others, which may stand in a later paragraph. */
export async function selectAcross(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    (ends) => {
      const pointAt = (words: string, edge: 'start' | 'end'): [Node, number] => {
        const blocks = [...document.querySelectorAll<HTMLElement>('main [data-block-start]')]
        const block = blocks.find((each) => each.textContent?.includes(words))
        if (!block) throw new Error(`not on the page: ${words}`)
        if (edge === 'start') block.scrollIntoView({ block: 'center' })
        let left = (block.textContent?.indexOf(words) ?? 0) + (edge === 'end' ? words.length : 0)
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0
          if (left < length || (left === length && edge === 'end')) return [node, left]
          left -= length
        }
        throw new Error('outside the block')
      }
      document.getSelection()?.setBaseAndExtent(...pointAt(ends.from, 'start'), ...pointAt(ends.to, 'end'))
    },
    { from, to },
  )
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

/** Answers the next dialogs that ask for a file or a folder with a path. */
export async function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** Exports the open report as it is offered, to a path. */
export async function exportNotes({ app, page }: Meipi, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: '导出', exact: true }).getByRole('button', { name: '导出…' }).click()
  await expect(page.getByRole('alert')).toContainText('已导出')
}

/** Writes a report for a story; its path. */
export function writeReport(folder: string, name: string, ...lines: readonly string[]): string {
  const path = join(folder, `${name}.txt`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** The list of reports beside the page. */
export function reportList(page: Page): Locator {
  return page.getByRole('list', { name: '报告' })
}

/** The cards of highlights and notes, in the sidebar. */
export function noteCards(page: Page): Locator {
  return page.getByRole('list', { name: '批注', exact: true }).getByRole('listitem')
}

/** The block of the page that holds these words. */
export function blockWith(page: Page, words: string): Locator {
  return page.locator('main [data-block-start]').filter({ hasText: words }).first()
}

/** The marks of a term on the page, by the words that they cover. */
export function termMark(page: Page, term: string): Locator {
  return page.locator('main mark[data-layer~="term"]').getByText(term, { exact: true })
}

/** Opens the palette, types, and waits until the option wanted is the chosen one. */
export async function typeInPalette(page: Page, query: string, option: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: '前往' })).toBeFocused()
  await page.keyboard.type(query)
  await expect(page.getByRole('option', { selected: true })).toContainText(option)
}

/** Goes with the Tab key until something has the keyboard. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** What a CSS highlight covers on the page at this moment. */
export function paintedAs(
  page: Page,
  name: 'found' | 'found-here' | 'landing' | 'active-mark',
): Promise<readonly string[]> {
  return page.evaluate((wanted) => [...(CSS.highlights.get(wanted) ?? [])].map(String), name)
}

/** What stands at the top edge of the page: the beginning of its block, and how far that is from the edge, in pixels. */
export interface TopOfPage {
  readonly words: string
  readonly top: number
}

/** A place is kept as a character of the text: less than a line may be between it and where the page stood. */
const LESS_THAN_A_LINE = 12

/** Waits until the page stands where it stood. */
export async function standsAt(page: Page, { words, top }: TopOfPage): Promise<void> {
  await expect
    .poll(async () => {
      const now = await topOfPage(page)
      return now.words === words && Math.abs(now.top - top) < LESS_THAN_A_LINE ? { words, top } : now
    })
    .toEqual({ words, top })
  await painted(page)
}

/** Waits until what was scrolled is on the screen, and the page has heard of it. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

export function topOfPage(page: Page): Promise<TopOfPage> {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    const edge = main?.getBoundingClientRect().top ?? 0
    const blocks = [...document.querySelectorAll<HTMLElement>('main [data-block-start]')]
    const first = blocks.find((block) => block.getBoundingClientRect().bottom > edge)
    return {
      words: first?.textContent?.slice(0, 40) ?? '',
      top: Math.round((first?.getBoundingClientRect().top ?? 0) - edge),
    }
  })
}

/** A file as it is dropped: its name and what is in it. */
export interface DroppedFile {
  readonly name: string
  readonly text: string
}

/** Drops files on the window, as the system tells the page of it. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer()
    for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name, { type: 'text/plain' }))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
}
