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
  test,
  toolbar,
  writeReport,
} from './app.ts'

const SAMPLE = /云汀市/
const OTHER = /汀溪县/

/** A report of another place. */
function otherReport(folder: string): string {
  return writeReport(
    folder,
    '汀溪县',
    '2024年汀溪县政府工作报告',
    '各位代表：',
    '　　现在，我代表县人民政府，向大会报告工作，请予审议。',
    '一、2023年工作回顾',
    '　　生态环境持续向好，空气质量优良天数比率达88.2%。',
    '二、2024年重点工作',
    '　　办好十件民生实事。',
  )
}

/** Marks words and tags them. */
async function tagWords(page: Page, words: string, tags: string): Promise<void> {
  await selectWords(page, words)
  await toolbar(page).getByRole('button', { name: '标签' }).click()
  const box = page.getByRole('combobox', { name: '标签' })
  await box.fill(tags)
  await box.press('Escape')
  await expect(box).toBeHidden()
  await saved(page)
}

function view(page: Page, name: string): Locator {
  return page.getByRole('group', { name: '批注和标签' }).getByRole('button', { name, exact: true })
}

function tree(page: Page): Locator {
  return page.getByRole('treegrid', { name: '标签' })
}

function rows(page: Page): Promise<readonly string[]> {
  return tree(page)
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')}`))
}

async function unfoldAll(page: Page): Promise<void> {
  const folded = tree(page).locator('[role="row"][aria-expanded="false"]')
  while ((await folded.count()) > 0) await folded.first().getByRole('button', { name: '展开' }).click()
}

async function openDialogFor(page: Page, tag: string, act: string): Promise<Locator> {
  await tree(page)
    .getByRole('button', { name: `更多：${tag}`, exact: true })
    .click()
  await page.getByRole('menuitem', { name: act }).click()
  return page.getByRole('dialog')
}

test('tags of two reports: a tree with counts, renamed, merged, deleted and taken back, and all of it stays', async ({
  start,
  folder,
}) => {
  const { app, page } = await start(otherReport(folder), sampleReport)
  await reportShown(page, SAMPLE)
  await tagWords(page, '云汀发展历程', '民生/教育 数据')
  await tagWords(page, '智慧监管平台', '民生')
  await reportList(page).getByRole('button', { name: OTHER }).first().click()
  await reportShown(page, OTHER)
  await tagWords(page, '空气质量优良天数', '民生/教育 环境')
  await tagWords(page, '十件民生实事', '社会')

  await page.keyboard.press('Alt+4')
  await expect(view(page, '全部标签')).toHaveAttribute('aria-pressed', 'true')
  await unfoldAll(page)
  const all = ['1 环境 1 条批注', '1 民生 3 条批注', '2 民生/教育 2 条批注', '1 社会 1 条批注', '1 数据 1 条批注']
  await expect.poll(() => rows(page)).toEqual(all)
  await view(page, '本报告标签').click()
  await unfoldAll(page)
  await expect
    .poll(() => rows(page))
    .toEqual(['1 环境 1 条批注', '1 民生 1 条批注', '2 民生/教育 1 条批注', '1 社会 1 条批注'])

  // A press shows the notes of this report that have the tag, and no others.
  await tree(page).getByText('教育').click()
  await expect(noteCards(page)).toHaveCount(1)
  await expect(noteCards(page)).toContainText('空气质量优良天数')
  await page.getByRole('button', { name: '取消筛选：民生/教育' }).click()
  await expect(noteCards(page)).toHaveCount(2)

  // Across reports: those that have it, and a press opens one at its notes.
  await view(page, '全部标签').click()
  await tree(page).getByText('民生', { exact: true }).click()
  const having = page.getByRole('list', { name: '有“民生”的报告' }).getByRole('listitem')
  await expect(having).toHaveText(['云汀市 20252 条批注', '汀溪县 20241 条批注'])
  await having.first().getByRole('button').click()
  await reportShown(page, SAMPLE)
  await expect(noteCards(page)).toHaveCount(2)

  // Renamed with what is under it, in both reports; a note that is open for writing gets the new name too.
  await noteCards(page).first().getByRole('button', { name: '批注', exact: true }).click()
  await page.getByRole('textbox', { name: '批注' }).fill('再核一次')
  await page.keyboard.press('Alt+4')
  const dialog = await openDialogFor(page, '民生', '改名或合并…')
  await expect(dialog).toContainText('将改动3 条批注、2 份报告，连同下级的 1 个标签')
  await dialog.getByRole('combobox', { name: '新名称' }).fill('#社会 民生')
  await expect(dialog).toContainText('将写作“社会-民生”')
  await dialog.getByRole('combobox', { name: '新名称' }).fill('惠民')
  await dialog.getByRole('button', { name: '改名' }).click()
  const toast = page.getByRole('status').filter({ hasText: '撤销' })
  await expect(toast).toContainText('已把“民生”改为“惠民”：3 条批注、2 份报告')
  await unfoldAll(page)
  const renamed = ['1 环境 1 条批注', '1 惠民 3 条批注', '2 惠民/教育 2 条批注', '1 社会 1 条批注', '1 数据 1 条批注']
  await expect.poll(() => rows(page)).toEqual(renamed)
  await view(page, '批注').click()
  await expect(noteCards(page).first()).toContainText('再核一次#惠民')
  await expect(page.getByText('两边都改过')).toBeHidden()

  // Merging asks first.
  await view(page, '全部标签').click()
  const merging = await openDialogFor(page, '惠民', '改名或合并…')
  await merging.getByRole('combobox', { name: '新名称' }).fill('社会')
  await merging.getByRole('button', { name: '合并' }).click()
  await expect(merging.getByRole('alert')).toContainText('“社会”已经有了（1 条批注、1 份报告）')
  await merging.getByRole('button', { name: '合并' }).click()
  await expect(merging).toBeHidden()
  await unfoldAll(page)
  await expect
    .poll(() => rows(page))
    .toEqual(['1 环境 1 条批注', '1 社会 4 条批注', '2 社会/教育 2 条批注', '1 数据 1 条批注'])
  await toast.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已撤销：3 条批注' })).toBeVisible()
  await unfoldAll(page)
  await expect.poll(() => rows(page)).toEqual(renamed)

  // Deleted by keyboard; the notes stay.
  await tree(page).getByText('数据', { exact: true }).press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('dialog', { name: '删除标签' })).toContainText('从1 条批注、1 份报告去掉“数据”')
  await page.keyboard.press('Enter')
  await expect(toast).toContainText('已删除“数据”：1 条批注、1 份报告')
  await expect.poll(() => rows(page)).toEqual(renamed.slice(0, 4))
  await app.close()

  const again = await start()
  await reportShown(again.page, SAMPLE)
  await chooseMenu(again.app, '标签')
  await unfoldAll(again.page)
  await expect.poll(() => rows(again.page)).toEqual(renamed.slice(0, 4))
  await view(again.page, '批注').click()
  await expect(noteCards(again.page)).toHaveCount(2)
})

test('tags are offered while one is written, by pinyin too, and filtered in the tree', async ({ start, folder }) => {
  const { page } = await start(otherReport(folder), sampleReport)
  await reportShown(page, SAMPLE)
  await tagWords(page, '云汀发展历程', '民生/教育 数据/财政')
  await reportList(page).getByRole('button', { name: OTHER }).first().click()
  await reportShown(page, OTHER)
  await selectWords(page, '十件民生实事')
  await toolbar(page).getByRole('button', { name: '标签' }).click()
  const box = page.getByRole('combobox', { name: '标签' })
  await box.pressSequentially('jiaoyu')
  await expect(page.getByRole('option')).toHaveText(['民生/教育1'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('民生/教育 ')
  await box.pressSequentially('caiz')
  await page.getByRole('option').click()
  await expect(box).toHaveValue('民生/教育 数据/财政 ')
  await expect(box).toBeFocused()
  await box.press('Escape')
  await expect(noteCards(page)).toContainText('#民生/教育 #数据/财政')

  await view(page, '全部标签').click()
  const filter = page.getByRole('searchbox', { name: '筛选标签' })
  await filter.fill('cz')
  await expect.poll(() => rows(page)).toEqual(['1 数据 2 条批注', '2 数据/财政 2 条批注'])
  await filter.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: '有“数据/财政”的报告' }).getByRole('listitem')).toHaveCount(2)
})

test('a report has tags of its own, which go with the others; colours say how often they are used', async ({
  start,
}) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  await selectWords(page, '云汀发展历程')
  await toolbar(page).getByRole('button', { name: '数据' }).click()
  await saved(page)
  await chooseMenu(app, '改正报告信息…')
  await page.getByRole('combobox', { name: '标签' }).fill('省会 数据/环境')
  await page.getByRole('button', { name: '保存' }).click()
  const facts = page.getByRole('main').getByRole('button', { name: '#数据/环境' })
  await expect(facts).toBeVisible()
  await facts.click()
  await expect(page.getByRole('list', { name: '有“数据/环境”的报告' }).getByRole('listitem')).toHaveText([
    '云汀市 2025报告标签',
  ])
  await page.getByRole('button', { name: '全部标签' }).last().click()
  await (await openDialogFor(page, '数据', '改名或合并…')).getByRole('combobox').fill('指标')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('button', { name: '#指标/环境' })).toBeVisible()

  await chooseMenu(app, '设置…')
  const colors = page.getByRole('group', { name: '颜色名称' })
  await expect(
    colors.locator('label').filter({ has: page.getByRole('textbox', { name: '颜色名称：数据' }) }),
  ).toContainText('1 处')
  await page.keyboard.press('Escape')
  await expect(blockWith(page, '云汀发展历程')).toBeVisible()
})
