import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  blockWith,
  corpus,
  expect,
  NO_CORPUS,
  noteCards,
  painted,
  paintedAs,
  reportList,
  reportShown,
  sampleReport,
  saved,
  selectAcross,
  selectWords,
  standsAt,
  tabTo,
  termMark,
  test,
  toolbar,
  topOfPage,
  typeInPalette,
  writeReport,
} from './app.ts'

const seed = (name: string) => join(corpus ?? '', 'reports', name)
const HONGHU = seed('seed_000_784350319b1ebff8.txt')
const JIANGAN = seed('seed_001_63741cc1e03311a7.txt')
const TIANMEN = seed('seed_003_961bdc63238bdfe1.txt')

test('with the keyboard alone: from Ctrl+K to a saved note on “五源共治”', async ({ start }) => {
  const [file, name, title] =
    corpus === null
      ? ([sampleReport, '云汀市 2025', '2025年云汀市政府工作报告'] as const)
      : ([HONGHU, '洪湖市 2024', '2024年洪湖市政府工作报告'] as const)
  const first = await start(file)
  const { page } = first
  await reportShown(page, title)
  await page.evaluate(() => {
    const pressed: string[] = []
    Reflect.set(window, 'pressed', pressed)
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'touchstart', 'wheel', 'dblclick', 'contextmenu'])
      document.addEventListener(type, () => pressed.push(type), true)
    // A key that presses a button makes a click too, but one that counts no press of the mouse.
    document.addEventListener('click', (event) => event.detail > 0 && pressed.push('click'), true)
  })

  await typeInPalette(page, 'wygz', '五源共治')
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '五源共治' })
  await expect(card).toBeVisible()
  await expect(card).toContainText('扬尘源')
  await expect(card.getByRole('button', { name: '上一处' })).toBeFocused()
  await expect.poll(() => paintedAs(page, 'landing')).toEqual(['五源共治'])

  await tabTo(page, card.getByRole('button', { name: '批注' }))
  await page.keyboard.press('Enter')
  const note = page.getByRole('textbox', { name: '批注' })
  await expect(note).toBeFocused()
  await page.keyboard.type('各地所指的五源不同')
  await page.keyboard.press('Control+Enter')
  await expect(note).toBeHidden()
  await saved(page)
  await expect(page.getByRole('main')).toBeFocused()
  expect(await page.evaluate(() => Reflect.get(window, 'pressed'))).toEqual([])
  await first.app.close()

  const again = (await start()).page
  await reportShown(again, title)
  await expect(reportList(again).getByText(name)).toBeVisible()
  await again.keyboard.press('Alt+3')
  await expect(noteCards(again)).toHaveCount(1)
  await expect(noteCards(again)).toContainText('五源共治')
  await expect(noteCards(again)).toContainText('各地所指的五源不同')
})

test('from 三重一大 in 天门 to 江岸’s longer term and its definition, and back', async ({ start }) => {
  test.skip(corpus === null, NO_CORPUS)
  const { page } = await start(JIANGAN, TIANMEN)
  await reportShown(page, '2021年天门市政府工作报告')
  const term = termMark(page, '三重一大').first()
  await term.scrollIntoViewIfNeeded()
  await term.hover()
  const card = page.getByRole('dialog', { name: '三重一大', exact: true })
  await expect(card).toContainText('重大事项决策、重要干部任免、重要项目安排、大额资金使用')
  await card.getByRole('button', { name: '“三重一大”集体决策制度' }).click()
  const longer = page.getByRole('dialog', { name: '“三重一大”集体决策制度' })
  await expect(longer).toContainText('必须经集体讨论作出决定的制度')
  // The card leads back to the shorter term, and on again.
  await longer.getByRole('button', { name: '‹ 三重一大' }).click()
  await expect(card).toBeVisible()
  await card.getByRole('button', { name: '“三重一大”集体决策制度' }).click()

  const left = await topOfPage(page)
  await longer.getByRole('button', { name: '江岸区 2024 · 名词解释 11' }).click()
  await reportShown(page, '2024年武汉市江岸区政府工作报告')
  const entry = blockWith(page, '必须经集体讨论作出决定的制度')
  await expect(entry).toBeInViewport({ ratio: 1 })
  await expect.poll(async () => (await paintedAs(page, 'landing')).join('')).toContain('三重一大')

  await page.keyboard.press('Alt+ArrowLeft')
  await reportShown(page, '2021年天门市政府工作报告')
  await standsAt(page, left)
  await page.keyboard.press('Alt+ArrowRight')
  await reportShown(page, '2024年武汉市江岸区政府工作报告')
  await expect(entry).toBeInViewport({ ratio: 1 })
})

/** Two reports that use a formula which neither explains. */
function unexplained(folder: string): readonly [string, string] {
  const report = (county: string, ...more: readonly string[]) =>
    writeReport(
      folder,
      county,
      `2025年${county}政府工作报告`,
      '各位代表：',
      '　　现在，我代表县人民政府，向大会报告工作，请予审议。',
      '　　一、2024年工作回顾',
      ...more,
    )
  return [
    report('汀溪县', '　　深化“四零两全”服务，办理事项1200件。', '　　推行“四零两全”以来，群众满意度提高。'),
    report('荻川县', '　　学习“四零两全”做法，营商环境改善。'),
  ]
}

test('a term that nobody explains is defined once, and stands in every report', async ({ start, folder }) => {
  const [first, second] = unexplained(folder)
  const { page } = await start(second, first)
  await reportShown(page, '2025年汀溪县政府工作报告')
  await expect(termMark(page, '四零两全')).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: /^未解释/ }).click()
  const coinage = page.getByRole('list', { name: '术语' }).getByRole('listitem').filter({ hasText: '四零两全' })
  await expect(coinage).toContainText('2 处')
  await coinage.getByRole('button', { name: '定义' }).click()
  const form = page.getByRole('dialog', { name: '定义术语' })
  await expect(form.getByRole('textbox', { name: '术语' })).toHaveValue('四零两全')
  await form.getByRole('textbox', { name: '释义' }).fill('零距离、零障碍、零收费、零差错，全天候、全覆盖。')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(termMark(page, '四零两全')).toHaveCount(2)
  await expect(coinage).toHaveCount(0)

  await reportList(page).getByText('荻川县 2025').click()
  await reportShown(page, '2025年荻川县政府工作报告')
  await expect(termMark(page, '四零两全')).toHaveCount(1)
  await termMark(page, '四零两全').hover()
  const card = page.getByRole('dialog', { name: '四零两全' })
  await expect(card).toContainText('零距离、零障碍、零收费、零差错，全天候、全覆盖。')
  await expect(card).toContainText('我的释义')
  await expect(card).toContainText('本文 1 处 · 全库 3 处')
  // Where else it stands leads there.
  await card.getByRole('button', { name: /全库 3 处/ }).click()
  await card.getByRole('list', { name: '见于 1 份报告' }).getByRole('button').click()
  await reportShown(page, '2025年汀溪县政府工作报告')
  await expect.poll(() => paintedAs(page, 'landing')).toEqual(['四零两全'])

  await termMark(page, '四零两全').first().click()
  await card.getByRole('button', { name: '改我的释义' }).click()
  const edited = page.getByRole('dialog', { name: '修改术语' })
  await edited.getByRole('textbox', { name: '释义' }).fill('全程四个零，两个全。')
  await edited.getByRole('textbox', { name: '释义' }).press('Control+Enter')
  await expect(edited).toBeHidden()
  await termMark(page, '四零两全').first().click()
  await expect(card).toContainText('全程四个零，两个全。')

  await card.getByRole('button', { name: '改我的释义' }).click()
  await edited.getByRole('button', { name: '删除' }).click()
  await expect(termMark(page, '四零两全')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(termMark(page, '四零两全')).toHaveCount(2)
  await termMark(page, '四零两全').first().click()
  await expect(card).toContainText('全程四个零，两个全。')
})

/** The words that each highlight of a colour covers, put together from its pieces; in an overlap the first colour has the ground. */
function ground(page: Page, tone: string): Promise<string> {
  return page.evaluate(
    (wanted) => [...document.querySelectorAll(`mark[data-tone="${wanted}"]`)].map((mark) => mark.textContent).join(''),
    tone,
  )
}

test('two highlights that overlap, one across three paragraphs: written on, recoloured, deleted, undone and redone', async ({
  start,
}) => {
  const first = await start(sampleReport)
  const { page } = first
  await reportShown(page)
  const text = () => page.locator('[data-block-start]').allTextContents()
  const before = await text()
  const across = page.locator('p[data-kind="paragraph"]:has(mark[data-tone="indigo"])')

  // From the last words of one paragraph over a whole one into the third.
  await selectAcross(page, '落实“链长+专班”', '鹭渚老街')
  await page.keyboard.press('2')
  await expect(across).toHaveCount(3)
  await selectAcross(page, '总产量32.4万吨', '网络零售额')
  await toolbar(page).getByRole('button', { name: '存疑' }).click()
  await expect(page.locator('mark[data-line="rouge"]').first()).toBeAttached()
  await page.keyboard.press('Alt+3')
  const cards = noteCards(page)
  await expect(cards).toHaveCount(2)
  expect(await text()).toEqual(before)

  // In the overlap one note card after the other is opened.
  const overlap = page.locator('mark[data-overlap]').first()
  const active = page.locator('li[data-active]')
  await overlap.click()
  await expect(active).toContainText('链长+专班')
  await overlap.click()
  await expect(active).toContainText('网络零售额')
  await overlap.click()
  await expect(active).toContainText('链长+专班')

  const farming = cards.filter({ hasText: '网络零售额' })
  const chains = cards.filter({ hasText: '链长+专班' })
  await farming.hover()
  await farming.getByRole('button', { name: '措施' }).click()
  await expect.poll(() => ground(page, 'malachite')).toContain('等商业街区3条')
  await chains.getByRole('button', { name: '批注' }).click()
  await page.getByRole('textbox', { name: '批注' }).fill('产值口径要核对')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('main').getByRole('button', { name: '批注' })).toHaveCount(1)
  await chains.getByRole('button', { name: '删除' }).click()
  await expect(cards).toHaveCount(1)
  expect(await ground(page, 'indigo')).toBe('')
  expect(await ground(page, 'malachite')).toContain('荻洲芡实')

  // One thing after the other comes back…
  await page.getByRole('main').focus()
  await page.keyboard.press('Control+z')
  await expect(chains).toContainText('产值口径要核对')
  await page.keyboard.press('Control+z')
  await expect(chains).not.toContainText('产值口径要核对')
  await page.keyboard.press('Control+z')
  await expect.poll(() => ground(page, 'rouge')).toContain('等商业街区3条')
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(1)
  await expect(chains).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(0)
  await expect(page.locator('main mark[data-layer~="highlight"]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('没有可撤销的操作')).toBeVisible()
  // …and goes on again, up to the deletion.
  await page.keyboard.press('Control+Shift+z')
  await expect(chains).toHaveCount(1)
  await page.keyboard.press('Control+Shift+z')
  await expect(cards).toHaveCount(2)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => ground(page, 'malachite')).toContain('等商业街区3条')
  await page.keyboard.press('Control+Shift+z')
  await expect(chains).toContainText('产值口径要核对')
  await saved(page)
  expect(await text()).toEqual(before)
  await first.app.close()

  const again = (await start()).page
  await reportShown(again)
  await again.keyboard.press('Alt+3')
  await expect(noteCards(again)).toHaveCount(2)
  await expect(noteCards(again).filter({ hasText: '链长+专班' })).toContainText('产值口径要核对')
  expect(await ground(again, 'malachite')).toContain('等商业街区3条')
  expect(await ground(again, 'indigo')).toContain('服务业态加快焕新')
})

test('nothing on the page moves when terms and highlights are painted, and selection and card stay', async ({
  start,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  await page.evaluate(() => window.meipi.changeSettings({ termMarks: 'none' }))
  const terms = page.locator('main mark[data-layer~="term"]')
  await expect(terms).toHaveCount(0)
  /** Where each block stands on the whole page. */
  const places = () =>
    page.evaluate(() => {
      const main = document.querySelector('main')
      return [...document.querySelectorAll('main [data-block-start]')].map((block) => {
        const { top, height } = block.getBoundingClientRect()
        // What a page scrolls by is a fraction of a pixel too; a hundredth of one is no movement.
        return [block.textContent?.slice(0, 10), (top + (main?.scrollTop ?? 0)).toFixed(2), height.toFixed(2)]
      })
    })
  const bare = await places()
  expect(bare.length).toBeGreaterThan(50)
  await page.evaluate(() => window.meipi.changeSettings({ termMarks: 'every' }))
  await expect(terms.first()).toBeAttached()
  expect(await places()).toEqual(bare)

  // Thirty highlights in all colours, every third of them into the next paragraph.
  const paragraphs = await page.locator('main p[data-kind="paragraph"]').allTextContents()
  for (const [index, paragraph] of paragraphs.slice(0, 30).entries()) {
    const last = index % 3 === 0 ? (paragraphs[index + 1] ?? '') : paragraph.slice(20)
    await selectAcross(page, paragraph.slice(0, 16), last.slice(0, 16))
    await page.keyboard.press(String((index % 5) + 1))
    await expect(toolbar(page)).toBeHidden()
  }
  await saved(page)
  await page.keyboard.press('Alt+3')
  await expect(noteCards(page)).toHaveCount(30)
  expect(await places()).toEqual(bare)

  // Another window defines a term that stands in the paragraph whose words are selected and whose card is open.
  await selectWords(page, '问题平均处置时间')
  await termMark(page, '五源共治一张图').first().focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '五源共治一张图' })
  await expect(card.getByRole('button', { name: '上一处' })).toBeFocused()
  const before = await card.boundingBox()
  await page.evaluate(() =>
    window.meipi.changeReaderTerm({
      act: 'add',
      id: crypto.randomUUID(),
      term: '细颗粒物',
      definition: '空气中直径不大于2.5微米的颗粒物。',
      cited: null,
    }),
  )
  await expect(termMark(page, '细颗粒物')).toHaveCount(1)
  await expect(card.getByRole('button', { name: '上一处' })).toBeFocused()
  expect(await card.boundingBox()).toEqual(before)
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('问题平均处置时间')
  expect(await places()).toEqual(bare)
})

test('the page alone with F9, its panels with F7 and F8', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const [library, sidebar] = [page.getByRole('navigation', { name: '报告' }), page.getByRole('complementary')]
  await expect(library).toBeVisible()
  await expect(sidebar).toBeVisible()
  await page.keyboard.press('F9')
  await expect(library).toBeHidden()
  await expect(sidebar).toBeHidden()
  await page.getByRole('button', { name: '退出专注' }).click()
  await expect(library).toBeVisible()
  await page.keyboard.press('F7')
  await expect(library).toBeHidden()
  await expect(sidebar).toBeVisible()
  await page.keyboard.press('F8')
  await expect(sidebar).toBeHidden()
  // A panel that is asked for comes, out of the page alone as well.
  await page.keyboard.press('F9')
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('tab', { name: '术语', selected: true })).toBeVisible()
  await expect(library).toBeHidden()
  await page.keyboard.press('F7')
  await expect(library).toBeVisible()
})

test('a note marker leads to its entry, the entry back to the speech, and Alt with the arrows between them', async ({
  start,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  // From the very top, with the margin above the title, and back there.
  const top = await topOfPage(page)
  await page.getByRole('list', { name: '目录' }).getByRole('button', { name: '三、2025年重点工作' }).click()
  await expect(blockWith(page, '三、2025年重点工作')).toBeInViewport()
  await page.keyboard.press('Alt+ArrowLeft')
  await standsAt(page, top)

  const marker = page.getByRole('link', { name: '[5]' })
  const entry = blockWith(page, '5.“五源共治一张图”')
  await marker.focus()
  await painted(page)
  const left = await topOfPage(page)
  await page.keyboard.press('Enter')
  await expect(entry).toBeInViewport()
  await expect.poll(async () => (await paintedAs(page, 'landing')).join('')).toContain('汇集')
  await painted(page)
  const atEntry = await topOfPage(page)

  const row = page.locator('div[data-kind="glossaryEntry"]').filter({ hasText: '5.“五源共治一张图”' })
  await row.hover()
  await row.getByRole('button', { name: '回到正文' }).click()
  await expect.poll(() => paintedAs(page, 'landing')).toEqual(['[5]'])
  await expect(marker).toBeInViewport()
  await expect(entry).not.toBeInViewport()

  await page.keyboard.press('Alt+ArrowLeft')
  await standsAt(page, atEntry)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(marker).toBeInViewport()
  await painted(page)
  await page.keyboard.press('Alt+ArrowLeft')
  await standsAt(page, atEntry)
  await page.keyboard.press('Alt+ArrowLeft')
  await standsAt(page, left)
})
