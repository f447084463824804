import type { Page } from '@playwright/test'
import {
  expect,
  noteCards,
  paintedAs,
  reportShown,
  sampleReport,
  selectAcross,
  selectWords,
  test,
  toolbar,
} from './app.ts'

/** The modifier as the Chrome DevTools Protocol counts it. */
const CTRL = 2

test('a composing input method types in the note box, in the find box and in the palette, and no shortcut fires', async ({
  start,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const input = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    const keys: boolean[] = []
    Reflect.set(window, 'keys', keys)
    document.addEventListener('keydown', ({ isComposing }) => keys.push(isComposing), true)
  })
  /** Half a word as an input method shows it, with the keys that it takes for itself. */
  const compose = async (half: string) => {
    await page.evaluate(() => Reflect.get(window, 'keys').splice(0))
    await input.send('Input.imeSetComposition', { text: half, selectionStart: half.length, selectionEnd: half.length })
    for (const [key, modifiers] of [
      ['Enter', 0],
      ['Enter', CTRL],
      ['1', 0],
      ['n', 0],
      ['t', 0],
      ['k', CTRL],
      ['z', CTRL],
      ['F9', 0],
      ['ArrowDown', 0],
      ['Escape', 0],
    ] as const) {
      const press = { key, modifiers, windowsVirtualKeyCode: 229 }
      await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
      await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
    }
    // The page did hear of the keys, as of a composition's.
    expect(await page.evaluate(() => Reflect.get(window, 'keys').splice(0))).toEqual(Array(10).fill(true))
  }
  const commit = (text: string) => input.send('Input.insertText', { text })

  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: '批注' })
  await expect(note).toBeFocused()
  await compose('ti fa')
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('ti fa')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: '批注' })).toBeVisible()
  await commit('提法')
  await expect(note).toHaveValue('提法')
  await page.keyboard.press('Control+Enter')
  await expect(note).toBeHidden()
  await expect(noteCards(page)).toContainText('提法')
  await expect(page.locator('main mark[data-layer~="highlight"]')).toHaveCount(1)

  await page.keyboard.press('Control+f')
  const box = page.getByRole('searchbox', { name: '在文中查找' })
  await expect(box).toBeFocused()
  await page.evaluate(() => {
    const counts: string[] = []
    Reflect.set(window, 'counts', counts)
    const output = document.querySelector('search output')
    if (!output) throw new Error('there is no count')
    new MutationObserver(() => counts.push(output.textContent ?? '')).observe(output, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const counts = () => page.evaluate(() => Reflect.get(window, 'counts'))
  await compose('gong')
  await compose('gong zhi')
  await expect(box).toHaveValue('gong zhi')
  expect(await counts()).toEqual([])
  await commit('共治')
  await expect(box).toHaveValue('共治')
  await expect.poll(counts).toHaveLength(1)
  expect(await counts()).toEqual([expect.stringMatching(/^1 \/ \d+$/)])
  await expect.poll(() => paintedAs(page, 'found-here')).toEqual(['共治'])
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: '前往' })
  await expect(palette).toBeFocused()
  const options = () => page.getByRole('option').allTextContents()
  const offered = await options()
  await compose('wuyuan')
  await expect(palette).toHaveValue('wuyuan')
  expect(await options()).toEqual(offered)
  await commit('五源共治')
  await expect(page.getByRole('option', { selected: true })).toContainText('五源共治')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '五源共治', exact: true })).toBeVisible()
})

test('find in the page: n / m, Enter and Shift+Enter round and round, Esc back to the page', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  await page.keyboard.press('Control+f')
  const find = page.getByRole('search', { name: '在文中查找' })
  const box = find.getByRole('searchbox')
  const count = find.getByRole('status')
  await expect(box).toBeFocused()
  await page.keyboard.type('五源共治')
  await expect(count).toHaveText('1 / 8')
  await expect.poll(() => paintedAs(page, 'found-here')).toEqual(['五源共治'])
  expect(await paintedAs(page, 'found')).toEqual(Array(8).fill('五源共治'))
  const place = () =>
    page.evaluate(() => {
      const [hit] = CSS.highlights.get('found-here') ?? []
      const { top = -1 } = hit instanceof Range ? hit.getBoundingClientRect() : {}
      return {
        sentence: hit?.startContainer.parentElement?.closest('p')?.textContent,
        seen: top > 0 && top < innerHeight,
      }
    })
  expect(await place()).toEqual({ sentence: expect.stringContaining('污染防治纵深推进'), seen: true })
  for (const [key, at] of [
    ['Enter', 2],
    ['Enter', 3],
    ['Shift+Enter', 2],
    ['Shift+Enter', 1],
    ['Shift+Enter', 8],
    ['Shift+Enter', 7],
    ['Enter', 8],
    ['Enter', 1],
  ] as const) {
    await page.keyboard.press(key)
    await expect(count).toHaveText(`${at} / 8`)
    await expect.poll(place).toMatchObject({ seen: true })
  }
  await find.getByRole('button', { name: '上一处' }).click()
  await expect(count).toHaveText('8 / 8')
  await expect.poll(place).toEqual({ sentence: expect.stringContaining('汇集“五源共治”各类点位'), seen: true })
  // Along the scroll bar each hit has its mark.
  await expect(page.locator('[data-tone="found"]')).toHaveCount(8)

  await box.fill('没有这个词')
  await expect(count).toHaveText('没有')
  await page.keyboard.press('Escape')
  await expect(find).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
  expect(await paintedAs(page, 'found')).toEqual([])

  // The words that are selected are looked for at once.
  await selectWords(page, '荻荡湖')
  await toolbar(page).getByRole('button', { name: '查找' }).click()
  await expect(box).toHaveValue('荻荡湖')
  await expect(count).toHaveText(/^\d \/ \d$/)
  await expect.poll(() => paintedAs(page, 'found-here')).toEqual(['荻荡湖'])
  // What is typed takes their place.
  await expect(box).toBeFocused()
  await page.keyboard.type('链长+专班')
  await expect.poll(() => paintedAs(page, 'found-here')).toEqual(['链长+专班'])
})

/** What a page gets that the clipboard is pasted into. */
async function pasted(page: Page): Promise<{ readonly html: string; readonly markdown: string }> {
  await page.keyboard.press('Control+f')
  await page.evaluate(() =>
    document.addEventListener(
      'paste',
      ({ clipboardData }) => {
        const [html, markdown] = ['text/html', 'text/markdown'].map((type) => clipboardData?.getData(type) ?? '')
        Reflect.set(window, 'pasted', { html, markdown })
      },
      { once: true },
    ),
  )
  await page.keyboard.press('Control+v')
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'pasted'))).toBeDefined()
  await page.keyboard.press('Escape')
  return page.evaluate(() => Reflect.get(window, 'pasted'))
}

test('what is copied says where it comes from, as plain and as rich text', async ({ start }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
  const source = '——2025年云汀市政府工作报告（2025-01-08），“（三）聚力生态优先，绿色底色更加鲜明”，第 10 段'

  await selectAcross(page, '建成“五源共治一张图”', '智慧监管平台')
  await page.keyboard.press('Control+c')
  await expect(page.getByText('已复制')).toBeVisible()
  await expect.poll(copied).toBe(`建成“五源共治一张图”[5]智慧监管平台\n${source}`)
  const { html, markdown } = await pasted(page)
  expect(html).toContain('<blockquote><p>建成“五源共治一张图”[5]智慧监管平台</p></blockquote>')
  expect(html).toContain(source)
  expect(markdown).toMatch(/^> 建成“五源共治一张图”.*智慧监管平台\n>\n> ——2025年云汀市政府工作报告/)

  // Two paragraphs stay two.
  await selectAcross(page, '荻荡湖水质稳定达到Ⅲ类。', '生态修复成效显现。')
  await page.keyboard.press('Control+c')
  await expect
    .poll(copied)
    .toBe(`荻荡湖水质稳定达到Ⅲ类。\n生态修复成效显现。\n${source.replace('第 10 段', '第 10–11 段')}`)

  // A reader who wants the words alone still gets the citation with the button that says so.
  await page.keyboard.press('Control+,')
  await page.getByRole('checkbox', { name: '复制正文时附上出处' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await selectWords(page, '接入点位1376个')
  await page.keyboard.press('Control+c')
  await expect.poll(copied).toBe('接入点位1376个')
  await toolbar(page).getByRole('button', { name: '复制引文' }).click()
  await expect.poll(copied).toBe(`接入点位1376个\n${source}`)
})
