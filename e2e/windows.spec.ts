import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { chooseMenu, expect, libraryIn, projectFolder, reportShown, sampleReport, test } from './app.ts'

const SAMPLE = '2025年云汀市政府工作报告'
const OTHER = '2024年汀溪县政府工作报告'

/** Another report, written for these stories. */
function otherReport(folder: string): string {
  const path = join(folder, '汀溪县.txt')
  writeFileSync(
    path,
    `${OTHER}\n\n各位代表：\n\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\n一、2023年工作回顾\n\n全县经济平稳增长。\n`,
  )
  return path
}

/** The ids of the reports in the library, by title. */
async function idsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const state = await window.meipi.windowState()
    if (!state.ok) throw new Error(state.problem.message)
    return Object.fromEntries(state.value.library.reports.map(({ title, id }) => [title, id]))
  })
}

/** Does something that opens another window; its page. */
async function newWindow(app: ElectronApplication, act: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent('window'), act()])
  return page
}

/** Opens another window with the list of reports. */
async function newListWindow(app: ElectronApplication): Promise<Page> {
  const page = await newWindow(app, () => chooseMenu(app, '新窗口'))
  await expect(page.getByRole('list', { name: '报告' })).toBeVisible()
  return page
}

/** Opens a report from the list. */
async function openFromList(page: Page, name: string): Promise<void> {
  await page.getByRole('list', { name: '报告' }).getByText(name).click()
}

/** Closes the window of a page, as a reader does. */
async function closeWindow(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page)
  const closed = page.waitForEvent('close')
  await window.evaluate((each) => each.close())
  await closed
}

/** What the menu of the reports read last offers. */
function recentLabels(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items ?? []
    return items.map((item) => item.label)
  })
}

test('a window opens where it was closed, and as large', async ({ start }) => {
  const place = { x: 80, y: 60, width: 1000, height: 640 }
  const first = await start()
  expect(await (await first.app.browserWindow(first.page)).evaluate((window) => window.getBounds())).toMatchObject({
    width: 1280,
    height: 800,
  })
  await (await first.app.browserWindow(first.page)).evaluate((window, bounds) => window.setBounds(bounds), place)
  await first.app.close()

  const { app, page } = await start()
  expect(await (await app.browserWindow(page)).evaluate((window) => window.getBounds())).toEqual(place)
})

test('a window that was closed outside of every screen opens where it can be seen', async ({ start }) => {
  const first = await start()
  await (await first.app.browserWindow(first.page)).evaluate((window) =>
    window.setBounds({ x: 9000, y: 60, width: 1000, height: 640 }),
  )
  await first.app.close()

  const { app, page } = await start()
  const { x, width } = await (await app.browserWindow(page)).evaluate((window) => window.getBounds())
  expect(x).toBeLessThan(9000)
  expect(width).toBe(1280)
})

test('the report that was read last is shown at the next start, unless a file is asked for', async ({
  start,
  folder,
}) => {
  const first = await start(otherReport(folder), sampleReport)
  await reportShown(first.page, SAMPLE)
  await openFromList(first.page, '汀溪县 2024')
  await reportShown(first.page, OTHER)
  await first.app.close()

  const second = await start()
  await reportShown(second.page, OTHER)
  await second.app.close()

  const { page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
})

test('the menu offers the reports read last, the latest first', async ({ start, folder }) => {
  const { app, page } = await start(otherReport(folder), sampleReport)
  await reportShown(page, SAMPLE)
  await openFromList(page, '汀溪县 2024')
  await reportShown(page, OTHER)
  expect(await recentLabels(app)).toEqual([OTHER, SAMPLE])

  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[1]?.click())
  await reportShown(page, SAMPLE)
  await expect.poll(() => recentLabels(app)).toEqual([SAMPLE, OTHER])

  // A report that is gone is offered no longer.
  const id = (await idsOf(page))[OTHER] ?? ''
  expect(await page.evaluate((gone) => window.meipi.removeReport(gone), id)).toMatchObject({ ok: true })
  await expect.poll(() => recentLabels(app)).toEqual([SAMPLE])
})

test('a report that another window shows comes to the front there instead of opening twice', async ({ start }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const second = await newListWindow(app)
  await expect(second.getByRole('main', { name: SAMPLE })).toHaveCount(0)

  const firstWindow = await app.browserWindow(page)
  await firstWindow.evaluate((window) => {
    window.minimize()
    window.on('show', () => Reflect.set(globalThis, 'broughtToFront', true))
    window.on('focus', () => Reflect.set(globalThis, 'broughtToFront', true))
  })
  await openFromList(second, '云汀市 2025')
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'broughtToFront'))).toBe(true)
  await expect(second.getByRole('main', { name: SAMPLE })).toHaveCount(0)
  expect(app.windows()).toHaveLength(2)

  // Nor is it taken away under the hands of who reads it there.
  const id = (await idsOf(second))[SAMPLE] ?? ''
  expect(await second.evaluate((open) => window.meipi.removeReport(open), id)).toMatchObject({
    problem: { code: 'open-elsewhere' },
  })

  // Closed there, it opens here.
  await closeWindow(app, page)
  await openFromList(second, '云汀市 2025')
  await reportShown(second, SAMPLE)
})

test('a second start hands its files to the window that was used last, and ends', async ({ start, folder }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const second = await newListWindow(app)
  const sandbox = process.env.MEIPI_NO_SANDBOX === undefined ? [] : ['--no-sandbox']
  const again = spawn(app.process().spawnfile, [...sandbox, '.', '--library', libraryIn(folder), otherReport(folder)], {
    cwd: projectFolder,
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache') },
    stdio: 'ignore',
  })
  expect(await once(again, 'exit')).toEqual([0, null])
  await reportShown(second, OTHER)
  await expect(page.getByRole('main', { name: SAMPLE })).toBeVisible()
})

test('two reports stand side by side, each in half of the screen', async ({ start, folder }) => {
  const { app, page } = await start(otherReport(folder), sampleReport)
  await reportShown(page, SAMPLE)
  const id = (await idsOf(page))[OTHER] ?? ''
  const beside = await newWindow(app, () => page.evaluate((other) => window.meipi.openBeside(other), id))
  await reportShown(beside, OTHER)
  const left = await (await app.browserWindow(page)).evaluate((window) => window.getBounds())
  const right = await (await app.browserWindow(beside)).evaluate((window) => window.getBounds())
  const screen = await app.evaluate((electron) => electron.screen.getPrimaryDisplay().workArea)
  expect(left.x).toBe(screen.x)
  expect(left.x + left.width).toBe(right.x)
  expect(right.x + right.width).toBe(screen.x + screen.width)
  expect([left.height, right.height]).toEqual([screen.height, screen.height])
})

test('what is set holds in every window and at the next start, and the menu speaks the language set', async ({
  start,
}) => {
  const first = await start(sampleReport)
  await reportShown(first.page)
  const second = await newListWindow(first.app)
  await second.evaluate(() => {
    window.meipi.on('settings:changed', (settings) => Reflect.set(window, 'told', settings.language))
  })
  await first.page.evaluate(() => window.meipi.changeSettings({ language: 'en', theme: 'night' }))
  await expect.poll(() => second.evaluate(() => Reflect.get(window, 'told'))).toBe('en')
  await chooseMenu(first.app, 'New window')
  await expect.poll(() => first.app.windows().length).toBe(3)
  // Quitting closes all of them.
  await first.app.close()

  const { app, page } = await start()
  const settings = await page.evaluate(async () => {
    const state = await window.meipi.windowState()
    return state.ok ? state.value.settings : null
  })
  expect(settings).toMatchObject({ language: 'en', theme: 'night' })
  const background = await (await app.browserWindow(page)).evaluate((window) => window.getBackgroundColor())
  expect(background.toLowerCase()).toBe('#131211')
})
