import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  blockWith,
  expect,
  painted,
  paintedAs,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  standsAt,
  test,
  topOfPage,
  writeReport,
} from './app.ts'

const SAMPLE_TEXT = readFileSync(sampleReport, 'utf8')

/** The report alone, without what the web page around it says and without its glossary. */
const SPEECH = SAMPLE_TEXT.slice(SAMPLE_TEXT.indexOf('2025年云汀市政府工作报告'), SAMPLE_TEXT.indexOf('\n名词解释'))

const CHARACTERS = 1_000_000
const LAST_WORDS = '荻花深处有回声'

/** Reports of many places in one file, a million characters; the last one says something that none of the others does. */
function anthology(folder: string): string {
  const count = Math.ceil(CHARACTERS / SPEECH.length)
  const parts = Array.from({ length: count }, (_, index) => SPEECH.replaceAll('云汀市', `第${index + 1}汀县`))
  const end = Array.from(
    { length: 12 },
    (_, index) => `　　附记之${index + 1}：${'谱写现代化建设新篇章，'.repeat(12)}继续奋斗。`,
  )
  return writeReport(folder, '汇编', ...parts, '五、附记', `　　${LAST_WORDS}，万家灯火照芷澜。`, ...end)
}

/** What one turn of the wheel scrolls, in pixels. */
const SCROLLED = 300

/** How far the block that begins with these words is from the top edge of the page, in pixels; of several the one that is nearest. */
function blockTop(page: Page, words: string): Promise<number> {
  return page.evaluate((beginning) => {
    const edge = document.querySelector('main')?.getBoundingClientRect().top ?? 0
    const tops = [...document.querySelectorAll('main [data-block-start]')]
      .filter((block) => block.textContent?.startsWith(beginning))
      .map((block) => block.getBoundingClientRect().top - edge)
    return tops.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? Number.NaN
  }, words)
}

test('an anthology of a million characters is read from its first page to its last', async ({ start, folder }) => {
  test.slow()
  const file = anthology(folder)
  expect(readFileSync(file, 'utf8').length).toBeGreaterThan(CHARACTERS)
  const first = await start(file)
  const { page } = first
  await reportShown(page)
  await expect(page.getByRole('main')).toContainText('现在，我代表市人民政府，向大会报告工作')
  const all = await page.evaluate(async () => {
    const state = await window.meipi.windowState()
    const opened = await window.meipi.openReport((state.ok && state.value.library.reports[0]?.id) || '')
    return opened.ok ? (opened.value?.report.blocks.length ?? 0) : 0
  })
  const laidOut = () => page.locator('main [data-block-start]').count()
  expect(all).toBeGreaterThan(5000)
  expect(await laidOut()).toBeLessThan(all / 10)

  // To the last heading and back.
  const outline = page.getByRole('list', { name: '目录' })
  await outline.getByRole('button', { name: '二、2025年总体要求和主要目标' }).first().click()
  await expect(blockWith(page, '二、2025年总体要求')).toBeInViewport()
  const left = await topOfPage(page)
  await outline.getByRole('button', { name: '五、附记' }).click()
  await expect(blockWith(page, '五、附记')).toBeInViewport()
  await expect(blockWith(page, LAST_WORDS)).toBeInViewport()
  await expect(page.getByRole('contentinfo')).toContainText('五、附记')
  expect(await laidOut()).toBeLessThan(all / 5)
  await page.keyboard.press('Alt+ArrowLeft')
  await standsAt(page, left)

  // A word that stands near the end is found from the beginning, and can be marked there.
  await page.keyboard.press('Control+f')
  await page.keyboard.type(LAST_WORDS)
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 / 1')
  await expect(blockWith(page, LAST_WORDS)).toBeInViewport()
  await expect.poll(() => paintedAs(page, 'found-here')).toEqual([LAST_WORDS])
  await page.keyboard.press('Escape')
  await selectWords(page, LAST_WORDS)
  await page.keyboard.press('1')
  await saved(page)
  await expect(page.locator('main mark[data-tone="gamboge"]')).toHaveText(LAST_WORDS)

  // Scrolling up from there, text is laid out as it comes near, and what is read moves by what was scrolled and no more.
  const bounds = await page.getByRole('main').boundingBox()
  await page.mouse.move((bounds?.x ?? 0) + 300, (bounds?.y ?? 0) + 300)
  for (let turn = 0; turn < 40; turn++) {
    const { words, top } = await topOfPage(page)
    expect(words).not.toBe('')
    await page.mouse.wheel(0, -SCROLLED)
    const moved = async () => Math.round((await blockTop(page, words)) - top)
    await expect.poll(moved).toBeGreaterThan(SCROLLED - 3)
    await painted(page)
    expect(await moved()).toBeLessThan(SCROLLED + 3)
  }
  expect(await laidOut()).toBeLessThan(all / 5)
  const here = await topOfPage(page)
  await first.app.close()

  const again = (await start()).page
  await reportShown(again)
  await standsAt(again, here)
})
