import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, exportNotes, reportShown, saved, selectWords, test, toolbar } from './app.ts'

const DEFINITION = '对工业源、农业源、生活源、移动源、扬尘源五类污染源实行统一监测'

test('a first reader tries the sample, marks it, writes a note, and finds all of it again', async ({
  start,
  folder,
}) => {
  const first = await start()
  await first.page.getByRole('button', { name: '试读示例' }).click()
  await reportShown(first.page, '2025年云汀市政府工作报告')
  await expect(first.page.getByRole('list', { name: '报告' }).getByText('云汀市 2025')).toBeVisible()

  await selectWords(first.page, '空气质量优良天数比')
  await toolbar(first.page).getByRole('button', { name: '数据' }).click()
  await saved(first.page)

  await selectWords(first.page, '建成“五源共治一张图”')
  await toolbar(first.page).getByRole('button', { name: '批注' }).click()
  const note = first.page.getByRole('textbox', { name: '批注' })
  await note.fill('与上年口径对照')
  await note.press('Control+Enter')
  await expect(note).toBeHidden()
  await saved(first.page)
  await first.app.close()

  const { app, page } = await start()
  await page.getByRole('list', { name: '报告' }).getByText('云汀市 2025').click()
  await reportShown(page)
  await expect(page.locator('mark[data-layer~="highlight"]').filter({ hasText: '空气质量优良天数比' })).toBeVisible()
  await page.getByRole('tab', { name: '批注' }).click()
  await expect(page.getByText('与上年口径对照')).toBeVisible()

  const exported = join(folder, 'out.md')
  await exportNotes({ app, page }, exported)
  const markdown = readFileSync(exported, 'utf8')
  expect(markdown.startsWith('---\n')).toBe(true)
  expect(markdown).toContain('> 空气质量优良天数比')
  expect(markdown).toContain('与上年口径对照')
  expect(markdown).toContain('五源共治一张图')
  expect(markdown).toContain('meipi://report/')
})

test('a term shows its definition under the pointer and under the keyboard', async ({ start }) => {
  const { page } = await start()
  await page.getByRole('button', { name: '试读示例' }).click()
  await reportShown(page)

  const term = page.locator('mark[data-layer~="term"]').getByText('五源共治', { exact: true }).first()
  await term.scrollIntoViewIfNeeded()
  await term.hover()
  const card = page.getByRole('dialog', { name: '五源共治', exact: true })
  await expect(card).toBeVisible()
  await expect(card).toContainText(DEFINITION)
  // The card stays while the pointer goes over to it, and goes when the pointer is elsewhere.
  await card.hover()
  await page.waitForTimeout(500)
  await expect(card).toBeVisible()
  await page.mouse.move(5, 5)
  await expect(card).toBeHidden()

  await term.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(card).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('button', { name: '上一处' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(term).toBeFocused()

  // A click keeps it open; a click elsewhere closes it.
  await term.click()
  await expect(card).toBeVisible()
  await page.mouse.move(5, 5)
  await page.waitForTimeout(500)
  await expect(card).toBeVisible()
  await page.getByText('各位代表：').first().click()
  await expect(card).toBeHidden()
  // Escape lets go of a selection.
  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('Escape')
  await expect(toolbar(page)).toBeHidden()
})
