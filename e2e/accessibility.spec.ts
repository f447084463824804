import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { THEMES, type ThemeChoice } from '../src/core/settings/settings.ts'
import { expect, type Meipi, reportShown, sampleReport, test } from './app.ts'
import { furnish, longTitledReport, otherReport, VIEWS } from './views.ts'

/** What of axe's rules a theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const OTHER_THEMES = THEMES.filter((theme) => theme !== 'system' && theme !== 'paper')

async function setTheme(page: Page, theme: ThemeChoice): Promise<void> {
  await page.evaluate((chosen) => window.meipi.changeSettings({ theme: chosen }), theme)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

/** What axe finds wrong, a line for each place. All of its rules, those of best practice too, unless some are named. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (rules) axe.withRules([...rules])
  const found = (await axe.analyze()).violations
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}

/** The room with reports in it, one of them open, furnished and with its panels beside it. */
async function openRoom(start: (...args: string[]) => Promise<Meipi>, folder: string): Promise<Meipi> {
  const meipi = await start(longTitledReport(folder), otherReport(folder), sampleReport)
  await reportShown(meipi.page, '2025年云汀市政府工作报告')
  await furnish(meipi, /芷澜河/)
  return meipi
}

test('axe finds nothing in the first start, in any theme', async ({ start }) => {
  const { page } = await start()
  await expect(page.locator('main h1')).toBeVisible()
  await setTheme(page, 'paper')
  expect.soft(await violations(page), 'paper').toEqual([])
  for (const theme of OTHER_THEMES) {
    await setTheme(page, theme)
    expect.soft(await violations(page, COLOUR_RULES), theme).toEqual([])
  }
})

test('axe finds nothing in any view, in any theme', async ({ start, folder }) => {
  test.setTimeout(180_000)
  const meipi = await openRoom(start, folder)
  const { page } = meipi
  await setTheme(page, 'paper')
  for (const view of VIEWS) {
    await expect(await view.open(meipi), view.name).toBeVisible()
    expect.soft(await violations(page), `${view.name}, paper`).toEqual([])
    for (const theme of OTHER_THEMES) {
      await setTheme(page, theme)
      expect.soft(await violations(page, COLOUR_RULES), `${view.name}, ${theme}`).toEqual([])
    }
    await setTheme(page, 'paper')
    await view.close?.(meipi)
  }
})
