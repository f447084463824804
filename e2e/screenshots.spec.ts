import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { corpus, expect, type Meipi, projectFolder, reportShown, sampleReport, test } from './app.ts'
import { furnish, longTitledReport, otherReport, VIEWS } from './views.ts'

const FOLDER = join(projectFolder, 'test-results', 'screenshots')

const THEMES = ['paper', 'night'] as const

/** What the window shows, in device-independent pixels, and what it is called. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 800, height: 800 },
]

/** Real reports where they are here, the one to be read last; each is told by its title. */
const SEEDS = [
  '003_961bdc63238bdfe1',
  '002_e23099651f39cf2a',
  '004_3d304c6755830556',
  '001_63741cc1e03311a7',
  '000_784350319b1ebff8',
]

function reportsFor(folder: string): readonly string[] {
  const reports = corpus
  if (reports === null) return [longTitledReport(folder), otherReport(folder), sampleReport]
  // The sample explains terms of the last seed in words of its own.
  return [longTitledReport(folder), sampleReport, ...SEEDS.map((seed) => join(reports, 'reports', `seed_${seed}.txt`))]
}

/** The errors of the page, as they come. */
function errorsOf(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

async function resize({ app, page }: Meipi, { width, height }: (typeof SIZES)[number]): Promise<void> {
  await (await app.browserWindow(page)).evaluate((window, size) => window.setContentSize(size.width, size.height), {
    width,
    height,
  })
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}

/** Takes the pictures of what the window shows, one for each theme. */
async function shoot(page: Page, width: number, name: string): Promise<void> {
  for (const theme of THEMES) {
    await page.evaluate((chosen) => window.meipi.changeSettings({ theme: chosen }), theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await page.screenshot({ path: join(FOLDER, `${theme}-${width}`, `${name}.png`) })
  }
}

for (const size of SIZES)
  test(`every view in 纸 and 夜, ${size.width} × ${size.height}`, async ({ start, folder }) => {
    test.setTimeout(180_000)
    const first = await start()
    await resize(first, size)
    await expect(first.page.locator('main h1')).toBeVisible()
    await shoot(first.page, size.width, 'first-start')
    await first.app.close()

    const furnished = await start(...reportsFor(folder))
    await reportShown(furnished.page, /洪湖市|云汀市/)
    await furnish(furnished, /芷澜河/)
    await furnished.app.close()

    const meipi = await start()
    const { page } = meipi
    const errors = errorsOf(page)
    await resize(meipi, size)
    for (const view of VIEWS) {
      const landmark = await view.open(meipi)
      await expect(landmark, view.name).toBeVisible()
      await expect.soft(landmark, `${view.name} is in the window`).toBeInViewport()
      expect
        .soft(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${view.name} is as wide as the window`,
        )
        .toBeLessThanOrEqual(0)
      await shoot(page, size.width, view.name)
      await view.close?.(meipi)
    }
    expect(errors).toEqual([])
  })

test('a title as long as they come fits', async ({ start, folder }) => {
  const meipi = await start(otherReport(folder), longTitledReport(folder))
  const { page } = meipi
  await reportShown(page, /芷澜河/)
  for (const size of SIZES) {
    await resize(meipi, size)
    const title = page.locator('main h1')
    await expect(title).toBeInViewport({ ratio: 1 })
    expect(await title.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    await shoot(page, size.width, 'long-title')
  }
})
