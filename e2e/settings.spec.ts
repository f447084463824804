import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, exportNotes, noteCards, reportShown, sampleReport, saved, selectWords, test, toolbar } from './app.ts'

/** How the page is dressed, as the browser has worked it out. */
function look(page: Page) {
  return page.evaluate(() => {
    const paragraph = document.querySelector('main p[data-kind="paragraph"]')
    const root = document.documentElement
    if (!paragraph) throw new Error('there is no paragraph')
    const { fontFamily, fontSize } = getComputedStyle(paragraph)
    return {
      theme: root.dataset.theme,
      ground: getComputedStyle(document.body).backgroundColor,
      family: fontFamily,
      size: fontSize,
      language: root.lang,
    }
  })
}

/** Everything that the native menu says. */
function menuLabels(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items ?? []
    return items.flatMap((item) => [item.label, ...(item.submenu?.items ?? []).map(({ label }) => label)])
  })
}

test('theme, font, size and language are seen at once, and found again at the next start', async ({ start }) => {
  const first = await start(sampleReport)
  const { page } = first
  await reportShown(page)
  const before = await look(page)
  expect(before).toMatchObject({ language: 'zh-CN', size: '18px' })
  expect(before.family).toMatch(/^"?Noto Serif SC/)
  expect(await menuLabels(first.app)).toContain('在文中查找…')

  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: '设置' })
  await dialog.getByText('夜', { exact: true }).click()
  await expect.poll(() => look(page)).toMatchObject({ theme: 'night' })
  expect((await look(page)).ground).not.toBe(before.ground)
  await dialog.getByText('黑', { exact: true }).click()
  await expect.poll(async () => (await look(page)).family).toContain('Noto Sans SC')
  await dialog.getByRole('slider', { name: '正文字号' }).focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => look(page)).toMatchObject({ size: '22px' })
  await dialog.getByText('English', { exact: true }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Outline' })).toBeVisible()
  await expect.poll(() => menuLabels(first.app)).toContain('Find in text…')
  const after = await look(page)
  expect(after).toMatchObject({ theme: 'night', size: '22px', language: 'en' })
  await first.app.close()

  const { app, page: again } = await start()
  await reportShown(again)
  expect(await look(again)).toEqual(after)
  await expect(again.getByRole('tab', { name: 'Outline' })).toBeVisible()
  const labels = await menuLabels(app)
  expect(labels).toContain('Find in text…')
  expect(labels.filter((label) => /\p{Script=Han}/u.test(label) && !label.includes('云汀市'))).toEqual([])
  // The report speaks as it did.
  await expect(again.getByRole('main', { name: '2025年云汀市政府工作报告' })).toBeVisible()

  // By key alone the text grows and shrinks, and becomes as it is by default.
  await again.keyboard.press('Control+=')
  await expect.poll(() => look(again)).toMatchObject({ size: '23px' })
  await again.keyboard.press('Control+-')
  await again.keyboard.press('Control+-')
  await expect.poll(() => look(again)).toMatchObject({ size: '21px' })
  await again.keyboard.press('Control+0')
  await expect.poll(() => look(again)).toMatchObject({ size: '18px' })
})

test('a colour that is renamed has that name in the toolbar, beside the notes and in the export', async ({
  start,
  folder,
}) => {
  const first = await start(sampleReport)
  const { page } = first
  await reportShown(page)
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: '设置' })
  await dialog.getByRole('textbox', { name: '颜色名称：数据' }).fill('硬指标')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: '颜色名称：硬指标' })).toHaveValue('硬指标')
  await page.keyboard.press('Escape')

  await selectWords(page, '接入点位1376个')
  await expect(toolbar(page).getByRole('button', { name: '数据' })).toHaveCount(0)
  await toolbar(page).getByRole('button', { name: '硬指标' }).click()
  await saved(page)
  await page.keyboard.press('Alt+3')
  await expect(noteCards(page)).toContainText('硬指标')
  const exported = join(folder, 'out.md')
  await exportNotes(first, exported)
  expect(readFileSync(exported, 'utf8')).toContain('硬指标')
  await first.app.close()

  const again = (await start()).page
  await reportShown(again)
  await again.keyboard.press('Alt+3')
  await expect(noteCards(again)).toContainText('硬指标')
})

test('terms are marked everywhere, once in each section or not at all', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const marked = page.locator('main mark[data-layer~="term"]').getByText('五源共治', { exact: true })
  await expect(marked).toHaveCount(3)
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: '设置' })
  await dialog.getByText('每节第一处', { exact: true }).click()
  await expect(marked).toHaveCount(2)
  await dialog.getByText('不标', { exact: true }).click()
  await expect(marked).toHaveCount(0)
  await dialog.getByText('每一处', { exact: true }).click()
  await expect(marked).toHaveCount(3)
})
