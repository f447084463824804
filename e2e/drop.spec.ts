import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  corpus,
  type DroppedFile,
  dropFiles,
  expect,
  type Meipi,
  reportList,
  reportShown,
  sampleReport,
  test,
} from './app.ts'

const SAMPLE_TEXT = readFileSync(sampleReport, 'utf8')

/** The sample as another place would have it: a report of its own. */
function reportOf(county: string): DroppedFile {
  return { name: `${county}.txt`, text: SAMPLE_TEXT.replaceAll('云汀市', county) }
}

/** Five reports: real ones where they lie beside the project. */
function five(): readonly DroppedFile[] {
  if (corpus === null) return ['汀溪县', '荻川县', '澜口县', '麦屿县', '砚岭县'].map(reportOf)
  return [
    'seed_000_784350319b1ebff8.txt',
    'seed_001_63741cc1e03311a7.txt',
    'seed_002_e23099651f39cf2a.txt',
    'seed_003_961bdc63238bdfe1.txt',
    'seed_004_3d304c6755830556.txt',
  ].map((name) => ({ name, text: readFileSync(join(corpus ?? '', 'reports', name), 'utf8') }))
}

/** The page of a first start, ready to take files. */
async function firstPage(start: () => Promise<Meipi>): Promise<Page> {
  const { page } = await start()
  await expect(page.getByRole('button', { name: '试读示例' })).toBeVisible()
  return page
}

test('five files are opened by dropping them', async ({ start }) => {
  const page = await firstPage(start)
  const files = five()
  await dropFiles(page, files)
  await expect(reportList(page).getByRole('listitem')).toHaveCount(5)
  // The last one is on the page.
  await reportShown(page, corpus === null ? '2025年砚岭县政府工作报告' : '20xx年湖州市政府工作报告全文')
  await expect(page.getByText('松开鼠标，打开这些报告')).toHaveCount(0)

  // Dropped once more they are what is there already.
  await dropFiles(page, files.slice(0, 2))
  await expect(page.getByText('2 份已在库中')).toBeVisible()
  await expect(reportList(page).getByRole('listitem')).toHaveCount(5)
})

test('of files dropped together, the one that cannot be read is named, and why; the others are opened', async ({
  start,
}) => {
  const page = await firstPage(start)
  await dropFiles(page, [
    reportOf('汀溪县'),
    { name: '空的.txt', text: '' },
    { name: '照片.jpg', text: '\u0000\u0001JFIF' },
    reportOf('荻川县'),
  ])
  await reportShown(page, '2025年荻川县政府工作报告')
  await expect(reportList(page).getByRole('listitem')).toHaveCount(2)
  const told = page.getByRole('alert')
  await expect(told).toContainText('新增 2 份 · 2 份没有导入')
  await expect(told.getByRole('listitem').filter({ hasText: '空的.txt' })).toContainText(/没有导入 空的\.txt：.*空/)
  await expect(told.getByRole('listitem').filter({ hasText: '照片.jpg' })).toContainText(/没有导入 照片\.jpg：.{6,}/)
  await told.getByRole('button', { name: '关闭' }).click()
  await expect(told).toHaveCount(0)
})

test('a long import says how far it is and can be stopped; what was in stays', async ({ start }) => {
  const page = await firstPage(start)
  const COUNT = 400
  await dropFiles(
    page,
    Array.from({ length: COUNT }, (_, index) => reportOf(`汀溪${index}县`)),
  )
  const strip = page.getByRole('status').filter({ hasText: /^正在导入 \d+ \/ 400：汀溪\d+县\.txt/ })
  await expect(strip).toBeVisible()
  await expect(strip.getByRole('progressbar')).toBeVisible()
  const done = () => strip.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value)
  await expect.poll(done).toBeGreaterThan(2)
  await strip.getByRole('button', { name: '停止导入' }).click()
  await expect(strip).toHaveCount(0)
  const told = page.getByText(/^新增 \d+ 份 · \d+ 份没有导入（已停止）/).first()
  await expect(told).toBeVisible()
  const [imported, cancelled] = ((await told.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  expect((imported ?? 0) + (cancelled ?? 0)).toBe(COUNT)
  expect(cancelled).toBeGreaterThan(0)
  await expect(reportList(page).getByRole('listitem')).toHaveCount(imported ?? 0)
})
