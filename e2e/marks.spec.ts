import type { Page } from '@playwright/test'
import { expect, reportShown, sampleReport, saved, selectWords, test, toolbar } from './app.ts'

/** The words that one highlight covers, put together from its pieces. */
function marked(page: Page, tone: string): Promise<string> {
  return page.evaluate((wanted) => {
    const ids = [...document.querySelectorAll<HTMLElement>(`mark[data-tone="${wanted}"], mark[data-line="${wanted}"]`)]
    return ids.map((mark) => mark.textContent).join('')
  }, tone)
}

test('highlights overlap, both are seen, and one can go while the other stays', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  await selectWords(page, '建成“五源共治一张图”[5]智慧监管平台')
  await toolbar(page).getByRole('button', { name: '数据' }).click()
  await selectWords(page, '智慧监管平台，接入点位1376个')
  await toolbar(page).getByRole('button', { name: '措施' }).click()
  await saved(page)
  expect(await marked(page, 'indigo')).toBe('建成“五源共治一张图”[5]智慧监管平台')
  expect(await marked(page, 'malachite')).toBe('智慧监管平台，接入点位1376个')
  // The term inside is a term still.
  await expect(page.locator('mark[data-layer="term highlight"]').first()).toHaveText('五源共治一张图')

  await page.getByRole('tab', { name: '批注' }).click()
  const cards = page.getByRole('list', { name: '批注' }).getByRole('listitem')
  await cards.filter({ hasText: '接入点位' }).getByRole('button', { name: '删除' }).click()
  await expect(cards).toHaveCount(1)
  expect(await marked(page, 'malachite')).toBe('')
  expect(await marked(page, 'indigo')).toBe('建成“五源共治一张图”[5]智慧监管平台')
  await cards.getByRole('button', { name: '删除' }).click()
  await expect(cards).toHaveCount(0)
  // Both come back, the one deleted last first.
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(cards).toHaveCount(1)
  expect(await marked(page, 'indigo')).toContain('智慧监管平台')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(cards).toHaveCount(2)
  expect(await marked(page, 'malachite')).toBe('智慧监管平台，接入点位1376个')
})

test('a highlight runs across paragraphs, and leaves the text as it is', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const text = () => page.locator('[data-block-start]').allTextContents()
  const before = await text()
  await page.evaluate(() => {
    const blocks = [...document.querySelectorAll<HTMLElement>('p[data-kind="paragraph"]')].slice(2, 5)
    const first = blocks[0]?.lastChild
    const words = { acceptNode: (node: Node) => (node.textContent ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP) }
    const last = blocks[2] && document.createTreeWalker(blocks[2], NodeFilter.SHOW_TEXT, words).nextNode()
    if (!first || !last) throw new Error('three paragraphs are needed')
    document.getSelection()?.setBaseAndExtent(first, (first.textContent?.length ?? 0) - 4, last, 4)
  })
  await expect(toolbar(page)).toBeVisible()
  await page.keyboard.press('5')
  await saved(page)
  await expect(page.locator('p[data-kind="paragraph"]:has(mark[data-tone="cinnabar"])')).toHaveCount(3)
  expect(await text()).toEqual(before)
})

test('a note is written and tagged by keyboard alone, and no key acts while an input method composes', async ({
  start,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: '批注' })
  await expect(note).toBeFocused()
  await note.fill('提法')
  // What a Chinese input method sends for the Enter that takes a candidate.
  await note.dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true })
  await expect(note).toBeVisible()
  await note.press('Control+Enter')
  await expect(note).toBeHidden()

  const card = page.getByRole('list', { name: '批注' }).getByRole('listitem')
  await card.getByRole('button', { name: '标签' }).click()
  const tags = page.getByRole('combobox', { name: '标签' })
  await tags.fill('#提法, 数据/环境 提法')
  // Enter adds what is written, and the field stays for the next.
  await page.keyboard.press('Enter')
  await expect(tags).toBeFocused()
  await expect(tags).toHaveValue('提法 数据/环境 ')
  await saved(page)
  await page.keyboard.type('环境')
  await page.keyboard.press('Enter')
  await expect(tags).toHaveValue('提法 数据/环境 环境 ')
  await page.keyboard.press('Enter')
  await expect(tags).toHaveValue('提法 数据/环境 环境 ')
  // Its tab may be left and shown again: it does not take the keyboard by itself.
  await page.keyboard.press('Alt+1')
  await expect(tags).toBeHidden()
  await page.keyboard.press('Alt+3')
  await expect(tags).toHaveValue('提法 数据/环境 环境')
  await expect(tags).not.toBeFocused()
  await tags.press('Escape')
  await expect(tags).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
  await expect(card).toContainText('#提法 #数据/环境 #环境')
  await saved(page)
})

test('focus and open card survive when their block is painted anew', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const term = page.locator('mark[data-layer~="term"]').getByText('五源共治一张图').first()
  await selectWords(page, '问题平均处置时间')
  await term.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '五源共治一张图' })
  await expect(card).toBeVisible()
  await term.focus()
  // A key marks the selected words, in the same block.
  await page.keyboard.press('2')
  await expect(page.locator('mark[data-tone="indigo"]')).toHaveText('问题平均处置时间')
  await expect(card).toBeVisible()
  await expect(term).toBeFocused()
})
