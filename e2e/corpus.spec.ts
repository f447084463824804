import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  corpus,
  expect,
  exportNotes,
  NO_CORPUS,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  test,
  toolbar,
} from './app.ts'

/** Words of forums and portals: none of them belongs on the page. */
const FURNITURE = [
  '积分',
  '发表于',
  '上一篇',
  '下一篇',
  '热门标签',
  '侯卫东官场笔记',
  '设为首页',
  '收藏本站',
  '复制链接',
  '签到天数',
  '立即注册',
  'Powered by',
  '快速回复',
  '文档下载',
  '推荐度',
  '浏览次数',
  '主办单位',
]

interface Case {
  readonly file: string
  readonly title: string
  readonly first: string
  readonly last: string
  readonly terms: number
}

const SAMPLE: Case = {
  file: sampleReport,
  title: '2025年云汀市政府工作报告',
  first: '现在，我代表市人民政府，向大会报告工作',
  last: '奋力谱写',
  terms: 14,
}

const real = (name: string, rest: Omit<Case, 'file'>): Case => ({ file: join(corpus ?? '', 'reports', name), ...rest })

const SEEDS: readonly Case[] = [
  real('seed_000_784350319b1ebff8.txt', {
    title: '2024年洪湖市政府工作报告',
    first: '现在,我代表市人民政府向大会报告工作',
    last: '登高望远图新志',
    terms: 14,
  }),
  real('seed_001_63741cc1e03311a7.txt', {
    title: '2024年武汉市江岸区政府工作报告',
    first: '现在,我代表区人民政府,向大会报告工作',
    last: '策马扬鞭再奋蹄',
    terms: 29,
  }),
  real('seed_002_e23099651f39cf2a.txt', {
    title: '2024年湘潭县政府工作报告',
    first: '现在,我代表县人民政府向大会报告工作',
    last: '奋力书写更加出彩的莲乡高质量发展新篇章',
    terms: 0,
  }),
  real('seed_003_961bdc63238bdfe1.txt', {
    title: '2021年天门市政府工作报告',
    first: '围绕上述目标,重点做好以下七个方面的工作',
    last: '三重一大:重大事项决策、重要干部任免、重要项目安排、大额资金使用',
    terms: 47,
  }),
  real('seed_004_3d304c6755830556.txt', {
    title: '20xx年湖州市政府工作报告全文',
    first: '回顾本届市政府开局之年',
    last: '坚定不移推动全面从严治党',
    terms: 0,
  }),
]

async function readThrough(page: Page, { title, first, last, terms }: Case): Promise<void> {
  await reportShown(page, title)
  const main = page.getByRole('main')
  await expect(main).toContainText(first)
  await expect(main).toContainText(last)
  const text = (await main.textContent()) ?? ''
  expect(FURNITURE.filter((word) => text.includes(word))).toEqual([])

  // What stands on the page is what stands in the source text, character for character.
  const wrong = await page.evaluate(async () => {
    const state = await window.meipi.windowState()
    const opened = await window.meipi.openReport((state.ok && state.value.library.reports[0]?.id) || '')
    if (!opened.ok || !opened.value) return ['the report is not there']
    const { text, report } = opened.value
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-block-start]')]
    const shown = report.blocks.filter((block) => block.kind !== 'boilerplate')
    if (blocks.length !== shown.length) return [`${blocks.length} blocks for ${shown.length}`]
    return blocks
      .filter((block) => {
        const { blockStart, blockEnd } = block.dataset
        return block.textContent !== text.slice(Number(blockStart), Number(blockEnd))
      })
      .map((block) => block.textContent?.slice(0, 20))
  })
  expect(wrong).toEqual([])

  await page.getByRole('tab', { name: '术语' }).click()
  // A report without a glossary has none of its own; what it leaves unexplained is offered beside.
  await page.getByRole('button', { name: /^本报告/ }).click()
  await expect(page.getByRole('list', { name: '术语' }).getByRole('listitem')).toHaveCount(terms)
  await expect(page.getByText('这里还没有词。')).toBeVisible({ visible: terms === 0 })
}

test('the sample: all of the report, none of the page it was saved from', async ({ start }) => {
  await readThrough((await start(SAMPLE.file)).page, SAMPLE)
})

for (const seed of SEEDS)
  test(`${seed.title}: all of the report, none of the page it was saved from`, async ({ start }) => {
    test.skip(corpus === null, NO_CORPUS)
    await readThrough((await start(seed.file)).page, seed)
  })

test('洪湖: “五源共治” is explained where it stands; highlight and note survive and are exported', async ({
  start,
  folder,
}) => {
  test.skip(corpus === null, NO_CORPUS)
  const file = SEEDS[0]?.file ?? ''
  const first = await start(file)
  await reportShown(first.page)
  const term = first.page.locator('mark[data-layer~="term"]').getByText('五源共治', { exact: true }).first()
  await term.scrollIntoViewIfNeeded()
  await term.hover()
  await expect(first.page.getByRole('dialog', { name: '五源共治' })).toContainText(
    '移动源、生活源、扬尘源、工业源、秸秆和垃圾焚烧共同治理。',
  )
  await first.page.mouse.move(5, 5)

  await selectWords(first.page, '坚持“五源共治”,确保PM2.5平均浓度持续下降')
  await toolbar(first.page).getByRole('button', { name: '措施' }).click()
  await saved(first.page)
  await selectWords(first.page, '空气优良天数比例持续上升')
  await toolbar(first.page).getByRole('button', { name: '批注' }).click()
  await first.page.getByRole('textbox', { name: '批注' }).fill('没有给出数字')
  await first.page.keyboard.press('Control+Enter')
  await saved(first.page)
  await first.app.close()

  const { app, page } = await start(file)
  await reportShown(page)
  await expect(page.locator('mark[data-tone="malachite"]').first()).toBeAttached()
  await page.getByRole('tab', { name: '批注' }).click()
  await expect(page.getByRole('list', { name: '批注' })).toContainText('没有给出数字')

  const exported = join(folder, '洪湖.md')
  await exportNotes({ app, page }, exported)
  const markdown = readFileSync(exported, 'utf8')
  for (const part of [
    'title: "2024年洪湖市政府工作报告"',
    '> 坚持“五源共治”,确保PM2.5平均浓度持续下降',
    '> 空气优良天数比例持续上升',
    '没有给出数字',
    '移动源、生活源、扬尘源、工业源、秸秆和垃圾焚烧共同治理。',
    '(六)全力以赴推动流域综合治理',
  ])
    expect(markdown).toContain(part)
})
