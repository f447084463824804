import type { Locator, Page } from '@playwright/test'
import {
  blockWith,
  chooseMenu,
  expect,
  noteCards,
  reportList,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  standsAt,
  termMark,
  test,
  toolbar,
  topOfPage,
  writeReport,
} from './app.ts'

const SAMPLE = '2025年云汀市政府工作报告'

/** What a block is, corrected in two clicks. */
async function correct(page: Page, words: string, item: string): Promise<void> {
  await blockWith(page, words).click({ button: 'right', position: { x: 40, y: 12 } })
  await page.getByRole('menu', { name: '改正这一段' }).getByRole('menuitem', { name: item }).click()
}

/** The number in the margin of the paragraph that holds these words. */
function numberOf(page: Page, words: string): Locator {
  return page
    .locator('div[data-kind="paragraph"]')
    .filter({ hasText: words })
    .getByRole('button', { name: /：改正$/ })
}

/** The heading in 目录. */
function inOutline(page: Page, heading: string): Locator {
  return page.getByRole('list', { name: '目录' }).getByRole('button', { name: heading })
}

/** The source text of the library's only report. */
function sourceText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const state = await window.meipi.windowState()
    const opened = await window.meipi.openReport((state.ok && state.value.library.reports[0]?.id) || '')
    if (!opened.ok || !opened.value) throw new Error('the report is not there')
    return opened.value.text
  })
}

test('a block that is no part of the report is set aside in two clicks, and put back', async ({ start }) => {
  const first = await start(sampleReport)
  const { page } = first
  await reportShown(page)
  await page.getByText('服务业态加快焕新').scrollIntoViewIfNeeded()
  await expect(numberOf(page, '现代农业提档升级')).toHaveAccessibleName('第 5 段：改正')
  await expect(numberOf(page, '服务业态加快焕新')).toHaveAccessibleName('第 6 段：改正')
  const source = await sourceText(page)

  await correct(page, '现代农业提档升级', '网页杂项，收起')
  await expect(page.getByText('现代农业提档升级')).toHaveCount(0)
  await expect(numberOf(page, '服务业态加快焕新')).toHaveAccessibleName('第 5 段：改正')
  await expect(page.getByText('已改正。原文没有改动，随时可以撤销。')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(numberOf(page, '现代农业提档升级')).toHaveAccessibleName('第 5 段：改正')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('现代农业提档升级')).toHaveCount(0)
  await first.app.close()

  // It is set aside still at the next start, and nothing of the text is gone.
  const again = (await start()).page
  await reportShown(again)
  await expect(numberOf(again, '服务业态加快焕新')).toHaveAccessibleName('第 5 段：改正')
  const line = again.getByRole('main').getByRole('button', { name: '已收起网页杂项 1 行 · 显示' })
  await line.click()
  await expect(again.getByRole('main').getByText('现代农业提档升级')).toBeVisible()
  await again.getByRole('main').getByRole('button', { name: '放回正文' }).click()
  await expect(numberOf(again, '现代农业提档升级')).toHaveAccessibleName('第 5 段：改正')
  await expect(numberOf(again, '服务业态加快焕新')).toHaveAccessibleName('第 6 段：改正')
  await expect(again.getByRole('button', { name: '已收起网页杂项 1 行 · 显示' })).toHaveCount(0)
  expect(await sourceText(again)).toBe(source)
})

test('headings: a level is changed, a paragraph becomes one, and 目录 follows', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const heading = inOutline(page, '（一）聚力强链育群，产业根基更加厚实')
  await expect(heading).toHaveAttribute('data-level', '2')
  await correct(page, '（一）聚力强链育群', '一级标题')
  await expect(heading).toHaveAttribute('data-level', '1')
  await correct(page, '（一）聚力强链育群', '恢复自动识别')
  await expect(heading).toHaveAttribute('data-level', '2')
  await correct(page, '（一）聚力强链育群', '正文段落')
  await expect(heading).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(heading).toHaveAttribute('data-level', '2')

  // By keyboard: the menu of the block with the selection, whose first item is what it could be first of all.
  await selectWords(page, '实现上述目标')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: '改正这一段' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: '一级标题' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(inOutline(page, '实现上述目标，必须把握好以下三点：')).toHaveAttribute('data-level', '3')
})

test('title, region and year are corrected, in the list and at the next start; a year that is none is refused', async ({
  start,
}) => {
  const first = await start(sampleReport)
  const { page } = first
  await reportShown(page, SAMPLE)
  await page.getByRole('main').getByRole('button', { name: '改正', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '改正报告信息' })
  await expect(dialog.getByRole('textbox', { name: '地区' })).toHaveValue('云汀市')
  await dialog.getByRole('textbox', { name: '年份' }).fill('二〇二六')
  await expect(dialog.getByRole('alert')).toHaveText('年份请写四位数字，如 2024。')
  await expect(dialog.getByRole('button', { name: '保存' })).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('textbox', { name: '年份' }).fill('2026')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await dialog.getByRole('textbox', { name: '标题' }).fill('云汀新区政府工作报告')
  await dialog.getByRole('textbox', { name: '地区' }).fill('云汀新区')
  await dialog.getByRole('button', { name: '保存' }).click()
  await reportShown(page, '云汀新区政府工作报告')
  await expect(reportList(page)).toContainText('云汀新区 2026')

  await page.keyboard.press('Control+z')
  await reportShown(page, SAMPLE)
  await expect(reportList(page)).toContainText('云汀市 2025')
  await page.keyboard.press('Control+Shift+z')
  await expect(reportList(page)).toContainText('云汀新区 2026')
  await first.app.close()

  const again = (await start()).page
  await reportShown(again, '云汀新区政府工作报告')
  await expect(reportList(again)).toContainText('云汀新区 2026')
})

test('an entry of the glossary that was read as one is split, and what is split is joined', async ({
  start,
  folder,
}) => {
  const { page } = await start(
    writeReport(
      folder,
      '汀溪县',
      '2025年汀溪县政府工作报告',
      '各位代表：',
      '　　现在，我代表县人民政府，向大会报告工作，请予审议。',
      '　　一、2024年工作回顾',
      '　　落实“三联机制”[1]，推行“四办服务”，群众办事更加方便。',
      '',
      '名词解释',
      '1.“三联机制”：联防、联动、联治。四办服务：马上办、网上办、就近办、一次办。',
      '2.“双减”：减轻义务教育阶段学生过重作业负担和校外培训负担。',
    ),
  )
  await reportShown(page)
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: /^本报告/ }).click()
  const terms = page.getByRole('list', { name: '术语' }).getByRole('listitem')
  await expect(terms).toHaveCount(2)
  await expect(termMark(page, '四办服务')).toHaveCount(0)

  await selectWords(page, '四办服务：马上办')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: '改正这一段' })
  await menu.getByRole('menuitem', { name: '从选中处拆成新词条' }).click()
  await expect(terms).toHaveCount(3)
  await expect(terms.nth(1)).toContainText('四办服务')
  await expect(terms.nth(1)).toContainText('马上办、网上办、就近办、一次办。')
  await expect(terms.nth(0)).not.toContainText('马上办')
  await expect(termMark(page, '四办服务')).toHaveCount(1)
  await termMark(page, '四办服务').hover()
  await expect(page.getByRole('dialog', { name: '四办服务' })).toContainText('马上办、网上办、就近办、一次办。')
  await page.mouse.move(5, 5)

  await correct(page, '四办服务：马上办', '并入上一词条')
  await expect(terms).toHaveCount(2)
  await expect(terms.nth(0)).toContainText('马上办、网上办')
  await expect(termMark(page, '四办服务')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(terms).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(terms).toHaveCount(2)
})

test('a term of the reader’s own begins with words that are selected, and cites the report it was taken from', async ({
  start,
}) => {
  const first = await start(sampleReport)
  const { page } = first
  await reportShown(page)
  await selectWords(page, '退圩还湖')
  await toolbar(page).getByRole('button', { name: '释义' }).click()
  const form = page.getByRole('dialog', { name: '定义术语' })
  await expect(form.getByRole('textbox', { name: '术语' })).toHaveValue('退圩还湖')
  await expect(form.getByRole('textbox', { name: '释义' })).toBeFocused()
  await page.keyboard.type('把围湖而成的圩田还给湖泊。')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(termMark(page, '退圩还湖')).toHaveCount(2)

  // What a report says of a term becomes the reader's, with its source.
  await termMark(page, '亩均论英雄').first().click()
  await page.getByRole('dialog', { name: '亩均论英雄' }).getByRole('button', { name: '＋ 我的术语' }).click()
  await expect(form.getByRole('combobox', { name: '出处' })).toContainText('云汀市 2025 · 名词解释 2')
  await form.getByRole('textbox', { name: '释义' }).fill('按每亩的产出评价企业。')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await first.app.close()

  const again = (await start()).page
  await reportShown(again)
  await again.keyboard.press('Alt+2')
  await again.getByRole('button', { name: /^我的/ }).click()
  await expect(again.getByRole('list', { name: '术语' }).getByRole('listitem')).toHaveCount(2)
  await termMark(again, '亩均论英雄').first().click()
  const card = again.getByRole('dialog', { name: '亩均论英雄' })
  await expect(card).toContainText('按每亩的产出评价企业。')
  await expect(card).toContainText('我的释义 · 引自 云汀市 2025 · 名词解释 2')
})

/** The words that the highlights of a colour cover. */
function highlighted(page: Page, tone: string): Locator {
  return page.locator(`main mark[data-tone="${tone}"]`)
}

test('a report that is removed comes back whole: notes, place and corrections', async ({ start, folder }) => {
  const other = writeReport(
    folder,
    '汀溪县',
    '2025年汀溪县政府工作报告',
    '各位代表：',
    '　　现在，我代表县人民政府，向大会报告工作，请予审议。',
  )
  const first = await start(other, sampleReport)
  const { page } = first
  await reportShown(page, SAMPLE)
  await correct(page, '现代农业提档升级', '网页杂项，收起')
  await expect(page.getByText('现代农业提档升级')).toHaveCount(0)
  await selectWords(page, '荻荡湖退圩还湖2600亩')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: '批注' }).fill('去年是多少？')
  await page.keyboard.press('Control+Enter')
  await saved(page)
  await page.getByRole('tab', { name: '目录' }).click()
  await inOutline(page, '（三）突出改革攻坚，全力打造一流营商环境').click()
  const left = await topOfPage(page)

  const remove = async () => {
    const row = reportList(page).getByRole('listitem').filter({ hasText: '云汀市 2025' })
    await row.hover()
    await row.getByRole('button', { name: '更多操作：云汀市 2025' }).click()
    await page.getByRole('menuitem', { name: '移到回收站' }).click()
    await expect(page.getByRole('heading', { name: '从左边选择一份报告' })).toBeVisible()
    await expect(row).toHaveCount(0)
    await expect(reportList(page).getByText('汀溪县 2025')).toBeVisible()
  }
  await remove()
  const toast = page.getByRole('status').filter({ hasText: '已移到回收站：云汀市 2025' })
  await toast.getByRole('button', { name: '撤销' }).click()
  await reportShown(page, SAMPLE)
  await standsAt(page, left)
  await expect(highlighted(page, 'gamboge')).toHaveText('荻荡湖退圩还湖2600亩')
  await remove()
  await first.app.close()

  const { app, page: again } = await start()
  await expect(reportList(again)).toContainText('汀溪县 2025')
  await expect(reportList(again)).not.toContainText('云汀市 2025')
  await chooseMenu(app, '回收站…')
  const bin = again.getByRole('dialog', { name: '回收站' })
  await expect(bin.getByRole('listitem')).toContainText('1 批注')
  await bin.getByRole('button', { name: '恢复' }).click()
  await reportShown(again, SAMPLE)
  await standsAt(again, left)
  await expect(again.getByText('现代农业提档升级')).toHaveCount(0)
  await again.keyboard.press('Alt+3')
  await expect(noteCards(again)).toHaveCount(1)
  await expect(noteCards(again)).toContainText('去年是多少？')
  await expect(reportList(again)).toContainText('云汀市 2025')
})

test('two files that are one report are joined, and the notes of both stay on their words', async ({
  start,
  folder,
}) => {
  const one = writeReport(
    folder,
    '汀溪县1',
    '2021年汀溪县政府工作报告(第1/2页)',
    '各位代表:',
    '现在,我代表县人民政府,向大会报告工作,请予审议。',
    '一、2020年工作回顾',
    '落实三联机制,矛盾纠纷下降一成。',
    '下一页',
  )
  const two = writeReport(
    folder,
    '汀溪县2',
    '2021年汀溪县政府工作报告(第2/2页)',
    '二、2021年重点工作',
    '围绕上述目标,重点做好以下两个方面的工作。',
    '(一)深化改革创新,激发社会活力。',
    '深化三联机制,办好民生实事。推行四办服务,审批时限再压缩三成。',
    '(二)加强政府自身建设,提升服务效能。',
    '坚持依法行政,自觉接受县人大法律监督和县政协民主监督。',
    '各位代表!让我们更加紧密地团结起来,为建设美丽汀溪而努力奋斗!',
    '部分用语说明',
    '三联机制:联防、联动、联治。',
    '四办服务:马上办、网上办、就近办、一次办。',
  )
  const { app, page } = await start(two, one)
  await reportShown(page)
  await expect(reportList(page).getByRole('listitem')).toHaveCount(2)
  await selectWords(page, '矛盾纠纷下降一成')
  await page.keyboard.press('1')
  await saved(page)
  // The page with the glossary is the second one.
  const rows = reportList(page).getByRole('listitem')
  await rows.filter({ hasText: '2 术语' }).getByText('汀溪县 2021').click()
  await expect(page.getByRole('main')).toContainText('办好民生实事')
  await selectWords(page, '办好民生实事')
  await page.keyboard.press('2')
  await saved(page)

  await rows.filter({ hasNotText: '术语' }).getByText('汀溪县 2021').click()
  await expect(page.getByRole('main')).toContainText('矛盾纠纷下降一成')
  await chooseMenu(app, '与另一份报告合并…')
  const dialog = page.getByRole('dialog', { name: '与哪份报告合并？' })
  await dialog.getByRole('list', { name: '报告' }).getByRole('button').click()
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('main')).toContainText('矛盾纠纷下降一成')
  await expect(page.getByRole('main')).toContainText('办好民生实事')
  await expect(highlighted(page, 'gamboge')).toHaveText('矛盾纠纷下降一成')
  await expect(highlighted(page, 'indigo')).toHaveText('办好民生实事')
  await expect(termMark(page, '三联机制')).toHaveCount(2)
  // The two as they were are in the bin.
  await chooseMenu(app, '回收站…')
  await expect(page.getByRole('dialog', { name: '回收站' }).getByRole('listitem')).toHaveCount(2)
})

test('an anthology is split, and a highlight goes with its words', async ({ start, folder }) => {
  const part = (county: string, ...lines: readonly string[]) => [
    `2024年${county}政府工作报告`,
    '各位代表：',
    '　　现在，我代表县人民政府，向大会报告工作，请予审议。',
    '　　一、2023年工作回顾',
    ...lines,
    '',
  ]
  const { app, page } = await start(
    writeReport(
      folder,
      '汇编',
      ...part('汀溪县', '　　全县经济平稳增长。', '　　粮食产量稳定在30万吨以上。'),
      ...part('荻川县', '　　粮食产量稳定在20万吨以上。', '　　粮食产量居全市第二位。'),
    ),
  )
  await reportShown(page)
  await selectWords(page, '粮食产量居全市')
  await page.keyboard.press('3')
  await selectWords(page, '全县经济平稳增长')
  await page.keyboard.press('4')
  await saved(page)

  await chooseMenu(app, '拆分成几份报告…')
  const dialog = page.getByRole('dialog', { name: '拆分成几份报告' })
  await expect(dialog.getByRole('checkbox', { name: '2024年荻川县政府工作报告' })).toBeChecked()
  await dialog.getByRole('button', { name: '拆成 2 份' }).click()
  await reportShown(page, '2024年汀溪县政府工作报告')
  await expect(reportList(page).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('main')).not.toContainText('荻川县')
  await expect(highlighted(page, 'rouge')).toHaveText('全县经济平稳增长')
  await expect(page.locator('main mark[data-layer~="highlight"]')).toHaveCount(1)
  await reportList(page).getByText('荻川县 2024').click()
  await reportShown(page, '2024年荻川县政府工作报告')
  await expect(highlighted(page, 'malachite')).toHaveText('粮食产量居全市')
  await expect(page.locator('main mark[data-layer~="highlight"]')).toHaveCount(1)
})
