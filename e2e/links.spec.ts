import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { toMeipiLink, toReportLink } from '../src/core/export/meipi-link.ts'
import {
  expect,
  libraryIn,
  noteCards,
  paintedAs,
  projectFolder,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  termMark,
  test,
  toolbar,
  typeInPalette,
  writeReport,
} from './app.ts'

const SAMPLE = '2025年云汀市政府工作报告'
const OTHER = '2024年汀溪县政府工作报告'
const WORDS = '十件民生实事全面完成'

function otherReport(folder: string): string {
  return writeReport(folder, '汀溪县', OTHER, '各位代表：', '一、2023年工作回顾', '全县经济平稳增长。')
}

/** Highlights words of the sample. The link to them. */
async function linkTo(page: Page, words: string): Promise<string> {
  await selectWords(page, words)
  await toolbar(page).getByRole('button', { name: '数据' }).click()
  await saved(page)
  const { reportId, id } = await page.evaluate(
    async ({ words, title }) => {
      const state = await window.meipi.windowState()
      const report = state.ok && state.value.library.reports.find((each) => each.title === title)
      const opened = report ? await window.meipi.openReport(report.id) : null
      const annotation = opened?.ok && opened.value?.annotations.find(({ anchor }) => anchor.quote === words)
      if (!report || !annotation) throw new Error(`not highlighted: ${words}`)
      return { reportId: report.id, id: annotation.id }
    },
    { words, title: SAMPLE },
  )
  return toMeipiLink(reportId, id)
}

/** Waits until a link has led to words: they are on the screen and lit, their card is the active one. */
async function landedOn(page: Page, words: string): Promise<void> {
  await expect.poll(() => paintedAs(page, 'landing')).toEqual([words])
  await expect.poll(() => paintedAs(page, 'active-mark')).toEqual([words])
  await expect(page.locator('main mark[data-tone="indigo"]').getByText(words)).toBeInViewport()
  const card = noteCards(page).filter({ hasText: words })
  await expect(card).toBeInViewport()
  await expect(card).toHaveAttribute('data-active', 'true')
}

/** Starts the app once more on the same library, as the system does for a link; it hands over and ends. */
async function startAgain(app: ElectronApplication, folder: string, ...args: readonly string[]): Promise<void> {
  const sandbox = process.env.MEIPI_NO_SANDBOX === undefined ? [] : ['--no-sandbox']
  const again = spawn(app.process().spawnfile, [...sandbox, '.', '--library', libraryIn(folder), ...args], {
    cwd: projectFolder,
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache') },
    stdio: 'ignore',
  })
  expect(await once(again, 'exit')).toEqual([0, null])
}

test('a link given at the start opens its report at the passage', async ({ start, folder }) => {
  const first = await start(sampleReport)
  await reportShown(first.page, SAMPLE)
  const link = await linkTo(first.page, WORDS)
  // The report that was read last is another one.
  await startAgain(first.app, folder, otherReport(folder))
  await reportShown(first.page, OTHER)
  await first.app.close()

  const { page } = await start(link)
  await reportShown(page, SAMPLE)
  await landedOn(page, WORDS)
  // The keys of a highlight act on it at once.
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: '批注' })).toBeFocused()
})

test('a link that a second start hands over comes to the front in the window that has its report', async ({
  start,
  folder,
}) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const link = await linkTo(page, WORDS)
  const second = await linkTo(page, '接入点位1376个')
  await page.evaluate(() => document.querySelector('main')?.scrollTo({ top: 0 }))

  // In the same window, with a filter that would hide its card.
  await page.getByRole('tab', { name: '批注' }).click()
  await page.getByRole('searchbox', { name: '筛选批注' }).fill('点位')
  await expect(noteCards(page)).toHaveCount(1)
  await startAgain(app, folder, link)
  await landedOn(page, WORDS)
  await expect(noteCards(page)).toHaveCount(2)

  // From another report: it opens, and the way back is kept.
  await startAgain(app, folder, otherReport(folder))
  await reportShown(page, OTHER)
  await startAgain(app, folder, second)
  await reportShown(page, SAMPLE)
  await landedOn(page, '接入点位1376个')
  await page.keyboard.press('Alt+ArrowLeft')
  await reportShown(page, OTHER)

  // From another window: the one that has the report comes to the front.
  const reportId = second.slice('meipi://report/'.length).split('?')[0] ?? ''
  const [beside] = await Promise.all([
    app.waitForEvent('window'),
    page.evaluate((id) => window.meipi.openWindow(id), reportId),
  ])
  await reportShown(beside, SAMPLE)
  await (await app.browserWindow(beside)).evaluate((window) => {
    window.hide()
    window.on('show', () => Reflect.set(globalThis, 'broughtToFront', true))
  })
  await startAgain(app, folder, link)
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'broughtToFront'))).toBe(true)
  await landedOn(beside, WORDS)
  await expect(page.getByRole('main', { name: OTHER })).toBeVisible()
  expect(app.windows()).toHaveLength(2)
})

test('a link that leads nowhere says so in plain words, and nothing else is opened', async ({ start, folder }) => {
  const unknown = toReportLink('ffffffffffffffff')
  const { app, page } = await start(unknown)
  const messages = page.getByRole('alert')
  await expect(messages).toContainText('这个链接指向的报告不在当前资料库里。请先导入这份报告')
  await messages.getByRole('button', { name: '关闭' }).click()

  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Reflect.set(globalThis, 'openedOutside', url)
  })
  for (const link of ['meipi://report/../../etc/passwd', 'meipi:https://example.org/', 'MEIPI://quit']) {
    await startAgain(app, folder, link)
    await expect(messages).toContainText('这不是眉批的链接，或者没有复制完整')
    await messages.getByRole('button', { name: '关闭' }).click()
  }
  expect(await app.evaluate(() => Reflect.get(globalThis, 'openedOutside'))).toBeUndefined()
  expect(app.windows()).toHaveLength(1)
  await expect(page.getByRole('main', { name: SAMPLE })).toHaveCount(0)
  // Nor did one come in as a file.
  const imported = await page.evaluate(async () => {
    const state = await window.meipi.windowState()
    return state.ok ? state.value.library.reports.length : -1
  })
  expect(imported).toBe(0)
})

test('a link to a highlight that was deleted opens the report and says so', async ({ start, folder }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const link = await linkTo(page, WORDS)
  await page.getByRole('tab', { name: '批注' }).click()
  await noteCards(page).getByRole('button', { name: '删除' }).click()
  await expect(noteCards(page)).toHaveCount(0)
  await startAgain(app, folder, otherReport(folder))
  await reportShown(page, OTHER)

  await startAgain(app, folder, link)
  await reportShown(page, SAMPLE)
  await expect(page.getByRole('alert')).toContainText('这个链接指向的划线已不在这份报告里')
  // A link to the report alone has nothing to miss.
  await page.getByRole('alert').getByRole('button', { name: '关闭' }).click()
  await startAgain(app, folder, otherReport(folder))
  await reportShown(page, OTHER)
  await startAgain(app, folder, link.split('?')[0] ?? '')
  await reportShown(page, SAMPLE)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('macOS tells a link by an event of its own', async ({ start }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const link = await linkTo(page, WORDS)
  await page.evaluate(() => document.querySelector('main')?.scrollTo({ top: 0 }))
  const prevented = await app.evaluate(({ app }, url) => {
    const event = new Event('open-url', { cancelable: true })
    app.emit('open-url', event, url)
    return event.defaultPrevented
  }, link)
  expect(prevented).toBe(true)
  await landedOn(page, WORDS)
})

test('in a narrow window the passage is not covered by its own card', async ({ start }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const link = await linkTo(page, WORDS)
  await page.keyboard.press('F8')
  await (await app.browserWindow(page)).evaluate((window) => window.setBounds({ width: 700, height: 800 }))
  await page.evaluate(() => document.querySelector('main')?.scrollTo({ top: 0 }))
  await app.evaluate(({ app }, url) => app.emit('open-url', new Event('open-url'), url), link)
  await expect.poll(() => paintedAs(page, 'active-mark')).toEqual([WORDS])
  await expect(page.locator('main mark[data-tone="indigo"]')).toBeInViewport()
  await expect(page.getByRole('tab', { name: '批注' })).toBeHidden()
  await page.keyboard.press('F8')
  await expect(noteCards(page)).toHaveAttribute('data-active', 'true')
})

test('run unpacked, the app leaves the system as it is', async ({ start }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  expect(await app.evaluate(({ app }) => app.isDefaultProtocolClient('meipi'))).toBe(false)
})

/** What is in the clipboard. */
function copied(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

test('a highlight is copied from its card as Markdown with its note, tags and the way back, or as a link alone', async ({
  start,
}) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  const link = await linkTo(page, WORDS)
  await page.getByRole('tab', { name: '批注' }).click()
  const card = noteCards(page)
  await card.getByRole('button', { name: '标签' }).click()
  await page.keyboard.type('民生')
  await page.keyboard.press('Enter')
  await page.keyboard.type('数据/环境')
  await page.keyboard.press('Escape')
  await card.getByRole('button', { name: '批注' }).click()
  await page.getByRole('textbox', { name: '批注' }).fill('与去年的**清单**对照')

  // From the keyboard, while the note is being written: what was typed last is in it.
  const markdown = [
    `> ${WORDS}`,
    '>',
    `> ——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善，群众生活更加幸福”，第 15 段 · #民生 #数据/环境 · [回到原文](${link})`,
    '',
    '> [!note] 批注',
    '> 与去年的**清单**对照',
  ].join('\n')
  await page.keyboard.press('Control+Shift+C')
  await expect(page.getByText('已复制为 Markdown')).toBeVisible()
  await expect.poll(() => copied(app)).toBe(markdown)

  await card.getByRole('button', { name: '复制链接' }).click()
  await expect(page.getByText('已复制链接')).toBeVisible()
  await expect.poll(() => copied(app)).toBe(link)
  await card.getByRole('button', { name: '复制为 Markdown' }).click()
  await expect.poll(() => copied(app)).toBe(markdown)

  // The one that was pressed last, by palette.
  await page.locator('main').getByText(WORDS).click()
  await typeInPalette(page, '复制链接', '复制链接')
  await page.keyboard.press('Enter')
  await expect.poll(() => copied(app)).toBe(link)
  await typeInPalette(page, '复制为', '复制为 Markdown')
  await page.keyboard.press('Enter')
  await expect.poll(() => copied(app)).toBe(markdown)
})

test('a term is copied from its card with every wording and who gives it', async ({ start, folder }) => {
  const county = writeReport(
    folder,
    '汀溪县',
    OTHER,
    '各位代表：',
    '一、2023年工作回顾',
    '坚持“五源共治”[1]。',
    '名词解释',
    '1.“五源共治”：移动源、生活源、扬尘源共同治理。',
  )
  const { app, page } = await start(county, sampleReport)
  await reportShown(page, SAMPLE)
  await termMark(page, '五源共治').first().hover()
  const card = page.getByRole('dialog', { name: '五源共治', exact: true })
  await card.getByRole('button', { name: '复制为 Markdown' }).click()
  await expect(page.getByText('已复制为 Markdown')).toBeVisible()
  const written = await copied(app)
  expect(written).toMatch(
    /^\*\*五源共治\*\*\n\n> .+\n>\n> ——2025年云汀市政府工作报告（2025-01-08），名词解释 4 · \[打开报告\]\(meipi:\/\/report\/[0-9a-f]{16}\)\n\n> 移动源、生活源、扬尘源共同治理。\n>\n> ——2024年汀溪县政府工作报告，名词解释 1 · \[打开报告\]\(meipi:\/\/report\/[0-9a-f]{16}\)$/,
  )
  // By key, while the card is open.
  await app.evaluate(({ clipboard }) => clipboard.clear())
  await page.keyboard.press('Control+Shift+C')
  await expect.poll(() => copied(app)).toBe(written)
})

test('the key copies the words that are selected, and says what to do where there is nothing to copy', async ({
  start,
}) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  await page.keyboard.press('Control+Shift+C')
  await expect(page.getByText('没有可复制的内容。')).toBeVisible()
  await typeInPalette(page, '复制链接', '复制链接')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有选定划线。')).toBeVisible()

  await selectWords(page, WORDS)
  await page.keyboard.press('Control+Shift+C')
  await expect
    .poll(() => copied(app))
    .toBe(`> ${WORDS}\n>\n> ——2025年云汀市政府工作报告（2025-01-08），“（五）聚力民生改善，群众生活更加幸福”，第 15 段`)
})
