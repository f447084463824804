import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import {
  chooseMenu,
  expect,
  libraryIn,
  reportList,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  test,
  toolbar,
} from './app.ts'
import {
  answerOpenDialog,
  correctedEdition,
  editionCorrectedBeside,
  MARKED,
  markSample,
  replaceWith,
  trayEntries,
} from './edition.ts'
import { otherReport } from './views.ts'

/** What a highlight of the page covers, put together from its pieces. */
const highlighted = async (page: Page, tone: string) =>
  (await page.locator(`main mark[data-tone="${tone}"]`).allTextContents()).join('')

const trayRegion = (page: Page) => page.getByRole('region', { name: '待安放' })
const waitingLine = (page: Page) => page.getByRole('contentinfo').getByRole('button', { name: /待安放/ })
const candidatesOf = (entry: Locator) => entry.getByRole('list', { name: '可能的位置' }).getByRole('listitem')

/** Names of the texts that the library keeps of reports as they were. */
const formerTexts = (folder: string) => {
  const reports = join(libraryIn(folder), 'reports')
  return readdirSync(reports).flatMap((id) => readdirSync(join(reports, id)).filter((name) => name.startsWith('text-')))
}

/** The link to the first annotation that waits. */
function linkToWaiting(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const state = await window.meipi.windowState()
    const reportId = (state.ok && state.value.reportId) || ''
    const opened = await window.meipi.openReport(reportId)
    const id = opened.ok && opened.value?.waiting[0]?.annotation.id
    if (!id) throw new Error('nothing waits')
    return `meipi://report/${reportId}?a=${id}`
  })
}

test('a corrected edition takes the place of a report; what is in doubt waits, and the reader settles it', async ({
  start,
  folder,
}) => {
  const meipi = await start(sampleReport)
  const { page } = meipi
  await markSample(meipi)
  // From the menu of the report in the list; the page never learns where the file is.
  await page.getByRole('button', { name: '更多操作：云汀市 2025' }).click()
  await page.getByRole('menuitem', { name: '换成另一版本…' }).click()
  const dialog = page.getByRole('dialog', { name: '换成另一版本' })
  await expect(dialog.getByRole('button', { name: '选择文件…' })).toBeFocused()
  await answerOpenDialog(meipi, correctedEdition(folder))
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('1 处划线留在原位，或跟着文字移到新位置')
  await expect(dialog).toContainText('4 处划线的位置要请您确认')
  await expect(dialog.getByRole('alert')).toBeHidden()
  // Nothing has changed so far.
  expect(await highlighted(page, 'indigo')).toBe(MARKED.figures)
  await expect(dialog.getByRole('button', { name: '换上这一版' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已换成新版本：1 处划线已在位，4 处待您确认')).toBeVisible()

  // What moved stands on its words; nothing else was put anywhere.
  await expect(page.locator('main mark[data-layer~="highlight"]').first()).toBeAttached()
  expect(await highlighted(page, 'gamboge')).toBe(MARKED.kept)
  for (const tone of ['indigo', 'malachite', 'rouge', 'cinnabar']) expect(await highlighted(page, tone)).toBe('')
  await expect(waitingLine(page)).toHaveText('待安放 4')
  await expect(reportList(page)).toContainText('5 批注')

  // The tray is there, the keyboard in its first entry.
  const entries = trayEntries(page)
  await expect(entries).toHaveCount(4)
  const words = entries.filter({ hasText: MARKED.words })
  await expect(words.getByRole('button', { name: '看一看' })).toBeFocused()
  await expect(words).toContainText('这段文字或紧挨着的文字改过、删去了')
  await expect(candidatesOf(words).first()).toContainText('很像 · 文字有改动')
  await expect(words.locator('ins')).toHaveText(['带动', '和仓库'])
  const gone = entries.filter({ hasText: MARKED.gone })
  await expect(gone).toContainText('没有找到相像的文字')
  await expect(candidatesOf(gone)).toHaveCount(0)
  const figures = entries.filter({ hasText: '口径：含街道自行改造的小区' })
  await expect(candidatesOf(figures).first()).toContainText('只有数字不同')
  await expect(figures.locator('del').first()).toHaveText('29')
  await expect(figures.locator('ins').first()).toHaveText('31')

  // Looking attaches nothing.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByText('清理处置低效工业用地')).toBeInViewport()
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('peeked') ?? [])].map(String)))
    .toEqual(['处置低效工业用地1140亩，带动盘活闲置厂房和仓库18.6万平方米'])
  expect(await highlighted(page, 'malachite')).toBe('')

  // Attached by keyboard; the keyboard goes on to the next entry.
  await page.keyboard.press('Tab')
  await expect(words.getByRole('button', { name: '放在这里' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(entries).toHaveCount(3)
  await expect
    .poll(() => highlighted(page, 'malachite'))
    .toBe('处置低效工业用地1140亩，带动盘活闲置厂房和仓库18.6万平方米')
  await expect(gone.getByRole('button', { name: '自己选…' })).toBeFocused()
  await saved(page)

  // And taken back, and done again.
  await page.keyboard.press('Control+z')
  await expect(entries).toHaveCount(4)
  expect(await highlighted(page, 'malachite')).toBe('')
  await page.keyboard.press('Control+Shift+z')
  await expect(entries).toHaveCount(3)

  // Down and up from entry to entry.
  await gone.getByRole('button', { name: '自己选…' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(figures.getByRole('button', { name: '看一看' }).first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(gone.getByRole('button', { name: '自己选…' })).toBeFocused()

  // The reader's own choice, made in the page.
  await page.keyboard.press('Enter')
  await selectWords(page, '新增造林绿化8300亩')
  await toolbar(page).getByRole('button', { name: '放在这里' }).click()
  await expect(entries).toHaveCount(2)
  await expect.poll(() => highlighted(page, 'rouge')).toBe('新增造林绿化8300亩')
  await expect(figures.getByRole('button', { name: '看一看' }).first()).toBeFocused()

  // One that is not wanted any more goes, and the last one stays where it is.
  const long = entries.filter({ hasText: MARKED.long })
  await long.getByRole('button', { name: '展开全文' }).click()
  await expect(long).toContainText('对此，我们一定直面问题')
  await long.getByRole('button', { name: '删除' }).click()
  await expect(entries).toHaveCount(1)
  await expect(waitingLine(page)).toHaveText('待安放 1')
  await saved(page)
  expect(formerTexts(folder)).toHaveLength(1)
  const link = await linkToWaiting(page)
  await meipi.app.close()

  // So it is when the app is opened again; a link to a note that waits leads to the tray.
  const { page: again } = await start(link)
  await reportShown(again)
  expect(await highlighted(again, 'malachite')).toBe('处置低效工业用地1140亩，带动盘活闲置厂房和仓库18.6万平方米')
  expect(await highlighted(again, 'rouge')).toBe('新增造林绿化8300亩')
  await expect(trayEntries(again).getByRole('button', { name: '看一看' }).first()).toBeFocused()
  await trayRegion(again)
    .getByRole('button', { name: /^待安放/ })
    .click()
  await expect(trayEntries(again)).toHaveCount(0)
  await waitingLine(again).click()
  await expect(trayEntries(again)).toHaveCount(1)
  await trayEntries(again).getByRole('button', { name: '放在这里' }).first().click()
  await expect.poll(() => highlighted(again, 'indigo')).toBe('改造老旧小区31个、惠及居民7120户')
  // A tray that is empty says nothing.
  await expect(trayRegion(again)).toBeHidden()
  await expect(waitingLine(again)).toBeHidden()
  await expect(again.getByRole('main')).toBeFocused()
})

test('what stands as it did, in one place, is put there at once, and taken back at once', async ({ start, folder }) => {
  const meipi = await start(sampleReport)
  const { app, page } = meipi
  await markSample(meipi)
  await chooseMenu(app, '换成另一版本…')
  await replaceWith(meipi, editionCorrectedBeside(folder))
  await expect(waitingLine(page)).toHaveText('待安放 2')
  await expect(trayRegion(page)).toContainText('其中 2 条的文字原样只在一处')
  await trayRegion(page).getByRole('button', { name: '这 2 条都放过去' }).press('Enter')
  await expect(page.getByText('已安放 2 条')).toBeVisible()
  await expect(trayRegion(page)).toBeHidden()
  await expect.poll(() => highlighted(page, 'malachite')).toBe(MARKED.words)
  expect(await highlighted(page, 'indigo')).toBe(MARKED.figures)
  await page.keyboard.press('Control+z')
  await expect(waitingLine(page)).toHaveText('待安放 2')
  await expect.poll(() => highlighted(page, 'malachite')).toBe('')
})

test('the report of another year is warned of beforehand, and can be put back', async ({ start, folder }) => {
  const other = otherReport(folder)
  const meipi = await start(sampleReport)
  const { app, page } = meipi
  await markSample(meipi)
  await answerOpenDialog(meipi, other)
  await chooseMenu(app, '换成另一版本…')
  const dialog = page.getByRole('dialog', { name: '换成另一版本' })
  await dialog.getByRole('button', { name: '选择文件…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('不像同一份报告')
  // Enter leaves everything as it is.
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await reportShown(page, '2025年云汀市政府工作报告')
  expect(await highlighted(page, 'indigo')).toBe(MARKED.figures)

  await chooseMenu(app, '换成另一版本…')
  await replaceWith(meipi, other)
  await reportShown(page, '2024年汀溪县政府工作报告')
  await expect(trayEntries(page)).toHaveCount(5)
  await expect(trayEntries(page).first()).toContainText('新旧文字不像同一份报告')
  await page.getByRole('button', { name: '换回' }).click()
  await reportShown(page, '2025年云汀市政府工作报告')
  await expect.poll(() => highlighted(page, 'indigo')).toBe(MARKED.figures)
  expect(await highlighted(page, 'rouge')).toBe(MARKED.gone)
  await expect(waitingLine(page)).toBeHidden()
})

test('another report of the library takes the place, and comes back when the former text is put back', async ({
  start,
  folder,
}) => {
  const meipi = await start(correctedEdition(folder), sampleReport)
  const { app, page } = meipi
  await reportShown(page)
  const rows = reportList(page).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await selectWords(page, MARKED.figures)
  await page.keyboard.press('2')
  await saved(page)
  // As a file it is known already, and the reader is told what to do.
  await chooseMenu(app, '换成另一版本…')
  const dialog = page.getByRole('dialog', { name: '换成另一版本' })
  await answerOpenDialog(meipi, correctedEdition(folder))
  await dialog.getByRole('button', { name: '选择文件…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('请选择那份报告')
  await dialog.getByRole('list', { name: '报告' }).getByRole('button').click()
  await expect(dialog).toContainText('移到回收站')
  await dialog.getByRole('button', { name: '换上这一版' }).click()
  await expect(trayEntries(page)).toHaveCount(1)
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: '换回' }).click()
  await expect(rows).toHaveCount(2)
  await expect.poll(() => highlighted(page, 'indigo')).toBe(MARKED.figures)
})

test('a narrow window: the tray makes room for the page, and comes back', async ({ start, folder }) => {
  const meipi = await start(sampleReport)
  const { app, page } = meipi
  await (await app.browserWindow(page)).evaluate((window) => window.setContentSize(800, 800))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(800)
  await markSample(meipi)
  await chooseMenu(app, '换成另一版本…')
  await replaceWith(meipi, correctedEdition(folder))
  const entries = trayEntries(page)
  await expect(entries).toHaveCount(4)
  const first = entries.first()
  await expect(first.getByRole('button', { name: '看一看' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(first).toBeHidden()
  await expect(page.getByRole('main').getByText('清理处置低效工业用地')).toBeInViewport()
  await expect(page.getByRole('button', { name: '放在这里' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(first.getByRole('button', { name: '看一看' })).toBeFocused()

  // A passage of the reader's own, by keyboard alone; Escape gives it up.
  await first.getByRole('button', { name: '自己选…' }).press('Enter')
  await expect(first).toBeHidden()
  await page.keyboard.press('s')
  await expect(toolbar(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(toolbar(page)).toBeHidden()
  await expect(first.getByRole('button', { name: '看一看' })).toBeFocused()
  await first.getByRole('button', { name: '自己选…' }).press('Enter')
  await page.keyboard.press('s')
  await expect(toolbar(page)).toBeVisible()
  const chosen = await page.evaluate(() => document.getSelection()?.toString())
  await page.keyboard.press('Enter')
  await expect(entries).toHaveCount(3)
  await expect.poll(() => highlighted(page, 'malachite')).toBe(chosen)
})
