import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseMenu, expect, libraryIn, reportShown, sampleReport, saved, selectWords, test, toolbar } from './app.ts'

/** Takes away the right to write in the folder of the library's only report; the function returned gives it back. */
function lockReport(folder: string): () => void {
  const reports = join(libraryIn(folder), 'reports')
  const report = join(reports, readdirSync(reports)[0] ?? '')
  const { mode } = statSync(report)
  chmodSync(report, 0o500)
  return () => chmodSync(report, mode)
}

test('kill -9 in the middle of a thousand saves: every acknowledged one is there', async ({ start }) => {
  const first = await start(sampleReport)
  await reportShown(first.page)
  const pid = await first.app.evaluate(() => process.pid)
  // The page tells of each save as soon as it is acknowledged; the app is killed while more are on their way.
  const acknowledged: string[] = []
  let tellEnough: () => void = () => undefined
  const enough = new Promise<void>((resolve) => {
    tellEnough = resolve
  })
  await first.page.exposeFunction('acknowledge', (id: string) => {
    acknowledged.push(id)
    if (acknowledged.length === 40) tellEnough()
  })
  const id = await first.page.evaluate(async () => {
    const state = await window.meipi.windowState()
    return state.ok ? (state.value.library.reports[0]?.id ?? '') : ''
  })
  await first.page
    .evaluate((reportId) => {
      const acknowledge = Reflect.get(window, 'acknowledge') as (id: string) => void
      for (let count = 0; count < 1000; count++) {
        const act = {
          act: 'add',
          id: crypto.randomUUID(),
          start: 300 + count,
          end: 310 + count,
          color: 'rouge',
          note: `第 ${count} 条`,
        } as const
        void window.meipi.changeAnnotation(reportId, act).then((answer) => {
          if (answer.ok) acknowledge(answer.value.id)
        })
      }
    }, id)
    .catch(() => undefined)
  await enough
  process.kill(pid, 'SIGKILL')
  await first.app.waitForEvent('close').catch(() => undefined)

  const { page } = await start()
  const found = await page.evaluate(async (reportId) => {
    const answer = await window.meipi.openReport(reportId)
    return answer.ok ? (answer.value?.annotations ?? []).map((annotation) => annotation.id) : []
  }, id)
  expect(acknowledged.length).toBeGreaterThanOrEqual(40)
  expect(acknowledged.filter((each) => !found.includes(each))).toEqual([])
  // It was in the middle: had all thousand been written, nothing would have been put to the test.
  expect(found.length).toBeLessThan(1000)
})

test('a note that is being typed when the window closes is there again', async ({ start }) => {
  const first = await start(sampleReport)
  await reportShown(first.page)
  await selectWords(first.page, '云汀发展历程')
  await first.page.keyboard.press('n')
  await first.page.getByRole('textbox', { name: '批注' }).pressSequentially('没有按保存')
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await first.app.waitForEvent('close')

  const { page } = await start(sampleReport)
  await reportShown(page)
  await page.getByRole('tab', { name: '批注' }).click()
  await expect(page.getByRole('list', { name: '批注' })).toContainText('没有按保存')
})

test('a save that fails says why, is kept, and gets through when the cause is gone', async ({ start, folder }) => {
  test.skip(process.getuid?.() === 0, 'root may write where others may not')
  const { page } = await start(sampleReport)
  await reportShown(page)
  const unlock = lockReport(folder)
  await selectWords(page, '云汀发展历程')
  await toolbar(page).getByRole('button', { name: '存疑' }).click()
  await expect(page.getByRole('status').filter({ hasText: '没有存上' })).toContainText('权限')
  await expect(page.locator('mark[data-layer~="highlight"]')).toHaveText('云汀发展历程')
  unlock()
  await page.getByRole('button', { name: '重试' }).click()
  await saved(page)
})

test('what could not be saved is not thrown away without a question, and is not exported as if it were', async ({
  start,
  folder,
}) => {
  test.skip(process.getuid?.() === 0, 'root may write where others may not')
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  const unlock = lockReport(folder)
  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('4')
  await expect(page.getByRole('status').filter({ hasText: '没有存上' })).toBeVisible()
  await page.getByRole('button', { name: /^导出/ }).click()
  await expect(page.getByRole('alert')).toContainText('没有导出')

  // The reader is asked, and thinks better of it.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => {
      Reflect.set(globalThis, 'asked', true)
      return { response: 2, checkboxChecked: false }
    }
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked'))).toBe(true)
  await expect(page.locator('mark[data-layer~="highlight"]')).toHaveText('云汀发展历程')
  unlock()
  await page.getByRole('button', { name: '重试' }).click()
  await saved(page)
})

test('going from one report to another loses nothing that was typed or marked', async ({ start, folder }) => {
  const other = join(folder, '另一份.txt')
  writeFileSync(other, '2025年汀溪县政府工作报告\n\n各位代表：\n\n现在，我代表县人民政府，向大会报告工作，请予审议。\n')
  const { page } = await start(other, sampleReport)
  await reportShown(page, '2025年云汀市政府工作报告')
  const list = page.getByRole('list', { name: '报告' })
  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: '批注' }).pressSequentially('还没有停笔')
  await list.getByText('汀溪县 2025').click()
  await reportShown(page, '2025年汀溪县政府工作报告')
  await expect(list.getByText('1 批注')).toBeVisible()
  await selectWords(page, '请予审议')
  await page.keyboard.press('1')
  await list.getByText('云汀市 2025').click()
  await reportShown(page, '2025年云汀市政府工作报告')
  await page.getByRole('tab', { name: '批注' }).click()
  const cards = page.getByRole('list', { name: '批注' }).getByRole('listitem')
  await expect(cards).toHaveCount(1)
  await expect(cards).toContainText('还没有停笔')
})

test('a note that was deleted is in the bin, also at the next start', async ({ start }) => {
  const first = await start(sampleReport)
  await reportShown(first.page)
  await selectWords(first.page, '云汀发展历程')
  await first.page.keyboard.press('n')
  await first.page.getByRole('textbox', { name: '批注' }).fill('提法前后不一')
  await first.page.keyboard.press('Control+Enter')
  await first.page.getByRole('list', { name: '批注' }).getByRole('button', { name: '删除' }).click()
  await saved(first.page)
  await first.app.close()

  const { app, page } = await start()
  await reportShown(page)
  await expect(page.locator('main mark[data-layer~="highlight"]')).toHaveCount(0)
  await chooseMenu(app, '回收站…')
  const deleted = page.getByRole('dialog', { name: '回收站' }).getByRole('list', { name: '这份报告里删除的批注' })
  await expect(deleted).toContainText('提法前后不一')
  await deleted.getByRole('button', { name: '恢复' }).press('Enter')
  await expect(page.locator('main mark[data-layer~="highlight"]')).toHaveText('云汀发展历程')
  await expect(page.getByRole('list', { name: '批注' })).toContainText('提法前后不一')
})

test('the page opens again where it was left', async ({ start }) => {
  const first = await start(sampleReport)
  await reportShown(first.page)
  await first.page.getByRole('tab', { name: '目录' }).click()
  await first.page.getByRole('list', { name: '目录' }).getByText('（二）突出内需拉动').click()
  const top = () => document.elementFromPoint(innerWidth / 2, 80)?.closest('[data-block-start]')?.textContent
  const before = await first.page.evaluate(top)
  expect(before).toContain('培育新兴产业')
  await first.app.close()

  // The report that was read last is shown by itself.
  const second = await start()
  await reportShown(second.page)
  await expect.poll(() => second.page.evaluate(top)).toBe(before)
  await second.app.close()

  // And so it is when its file is asked for.
  const { page } = await start(sampleReport)
  await reportShown(page)
  await expect.poll(() => page.evaluate(top)).toBe(before)
})

test('a second start hands its files to the first', async ({ start, folder }) => {
  const other = join(folder, '另一份.txt')
  writeFileSync(other, '2025年汀溪县政府工作报告\n\n各位代表：\n\n现在，我代表县人民政府，向大会报告工作，请予审议。\n')
  const first = await start(sampleReport)
  await reportShown(first.page)
  // The second one ends before it has a window.
  await expect(start(other)).rejects.toThrow()
  await reportShown(first.page, /汀溪县|另一份/)
  await expect(first.page.getByRole('alert')).toBeHidden()
})
