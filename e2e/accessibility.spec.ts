import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import type { CommandId } from '../src/core/commands.ts'
import { THEMES, type ThemeChoice } from '../src/core/settings/settings.ts'
import { expect, type Meipi, reportShown, sampleReport, test } from './app.ts'
import { controlsIn, focusIn, type Stop, walk } from './focus-walk.ts'
import { furnish, longTitledReport, modal, otherReport, runCommand, selectPassage, termOnPage, VIEWS } from './views.ts'

const SAMPLE = '2025年云汀市政府工作报告'

/** What of axe's rules a theme can break, and what a language cannot. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const OWN_THEMES = THEMES.filter((theme) => theme !== 'system')

/** What is wrong, and in which views. */
type Faults = Record<string, string[]>

function note(faults: Faults, view: string, found: readonly string[]): void {
  for (const fault of found) faults[fault] = [...(faults[fault] ?? []), view]
}

async function setTheme(page: Page, theme: ThemeChoice): Promise<void> {
  await page.evaluate((chosen) => window.meipi.changeSettings({ theme: chosen }), theme)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

interface Check {
  /** All of axe's rules that are on by default, those of best practice too, unless some are named. */
  readonly rules?: readonly string[]
  readonly without?: readonly string[]
  readonly part?: string
}

/** Attributes that do not tell a reader of this report which element it is, or are others each time. */
const UNTOLD = / (?:id|class|style|dir|tabindex|title|data-[\w.-]+|aria-(?!label=|expanded)[\w-]+)="[^"]*"/g

/** What axe finds wrong, a line for each place. */
async function violations(page: Page, check: Check = {}): Promise<string[]> {
  // The builder brings axe into the page, which takes longer than most of what axe does there: once is enough.
  if (!(await page.evaluate(() => Reflect.has(window, 'axe'))))
    await new AxeBuilder({ page }).setLegacyMode(true).withRules(['html-has-lang']).analyze()
  const found = await page.evaluate(async ({ rules, without = [], part }) => {
    const { run } = Reflect.get(window, 'axe') as { run(context: unknown, options: object): Promise<AxeResults> }
    const results = await run(part ?? document, {
      ...(rules ? { runOnly: rules } : {}),
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      resultTypes: ['violations'],
    })
    return results.violations
  }, check)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => {
      const [, reason] = failureSummary?.split('\n') ?? []
      return `${id}: ${html.replaceAll(UNTOLD, '')} ${reason?.trim()}`
    }),
  )
}

/** The room with reports in it, one of them open and furnished. */
async function openRoom(start: (...args: string[]) => Promise<Meipi>, folder: string): Promise<Meipi> {
  const meipi = await start(longTitledReport(folder), otherReport(folder), sampleReport)
  await reportShown(meipi.page, SAMPLE)
  await furnish(meipi, /芷澜河/)
  // A pointer that rests on the page would hold the cards that the keyboard opens under it.
  await meipi.page.mouse.move(2, 2)
  return meipi
}

test('axe finds nothing in any view, in any theme', async ({ start, folder }) => {
  test.setTimeout(180_000)
  const meipi = await openRoom(start, folder)
  const { page } = meipi
  const faults: Faults = {}
  for (const view of VIEWS) {
    await expect(await view.open(meipi), view.name).toBeVisible()
    note(faults, view.name, await violations(page, { without: COLOUR_RULES }))
    for (const theme of OWN_THEMES) {
      await setTheme(page, theme)
      note(faults, `${view.name}, ${theme}`, await violations(page, { rules: COLOUR_RULES, part: view.part }))
    }
    await view.close?.(meipi)
  }
  expect(faults).toEqual({})
})

test('axe finds nothing in any view in English', async ({ start, folder }) => {
  test.setTimeout(180_000)
  const meipi = await openRoom(start, folder)
  const { page } = meipi
  await page.evaluate(() => window.meipi.changeSettings({ language: 'en' }))
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const faults: Faults = {}
  for (const view of VIEWS) {
    await expect(await view.open(meipi), view.name).toBeVisible()
    note(faults, view.name, await violations(page, { without: COLOUR_RULES, part: view.part }))
    await view.close?.(meipi)
  }
  expect(faults).toEqual({})
})

test('the first start: axe finds nothing in any theme, and the keyboard reaches everything', async ({ start }) => {
  const { page } = await start()
  await expect(page.locator('main h1')).toBeVisible()
  const faults: Faults = {}
  note(faults, 'all', await violations(page))
  for (const theme of OWN_THEMES) {
    await setTheme(page, theme)
    note(faults, theme, await violations(page, { rules: COLOUR_RULES }))
  }
  const all = await controlsIn(page, 'body')
  expect(all.length).toBeGreaterThanOrEqual(2)
  note(faults, 'keyboard', faultsOf(await walk(page), all))
  expect(faults).toEqual({})
})

/** Controls that a walk did not come to, and those on which a reader does not see the keyboard. */
function faultsOf(stops: readonly Stop[], all: readonly { id: number; label: string }[]): string[] {
  const reached = new Set(stops.map(({ id }) => id))
  return [
    ...all.filter(({ id }) => !reached.has(id)).map(({ label }) => `${label}: not reached`),
    ...stops.flatMap(({ label, faults }) => faults.map((fault) => `${label}: ${fault}`)),
  ]
}

test('Tab goes round the whole window, forwards and backwards, and is trapped nowhere', async ({ start, folder }) => {
  test.setTimeout(180_000)
  const meipi = await openRoom(start, folder)
  const { app, page } = meipi
  // The line that told of the import lies over the page until it goes.
  await expect(page.getByText('新增 3 份')).toBeHidden()
  await runCommand(app, 'show-terms')
  await runCommand(app, 'find')
  await expect(page.locator('search input')).toBeFocused()
  const faults: Faults = {}
  const all = await controlsIn(page, 'body')
  const forwards = await walk(page)
  note(faults, 'forwards', faultsOf(forwards, all))
  note(faults, 'backwards', faultsOf(await walk(page, { key: 'Shift+Tab' }), all))
  // Every region has its part of the round.
  for (const region of ['nav', 'main', 'search', 'aside', 'footer']) {
    const inside = await controlsIn(page, region)
    expect.soft(forwards.filter(({ id }) => inside.some((each) => each.id === id)).length, region).toBeGreaterThan(0)
  }
  expect(faults).toEqual({})
})

/** Goes into a part of the window at its beginning. A dialog and a menu have the keyboard already. */
async function enter(page: Page, part: string): Promise<void> {
  if (!/dialog|menu/.test(part))
    await page.locator(part).locator('[aria-selected="true"], button, input').first().focus()
}

test('in every view the keyboard reaches everything, and is seen', async ({ start, folder }) => {
  test.setTimeout(180_000)
  const meipi = await openRoom(start, folder)
  const { page } = meipi
  const faults: Faults = {}
  // The page has its own round; of the other views each has its part.
  for (const view of VIEWS) {
    await expect(await view.open(meipi), view.name).toBeVisible()
    if (!['body', 'article'].includes(view.part)) {
      const all = await controlsIn(page, view.part)
      await enter(page, view.part)
      note(faults, view.name, faultsOf(await walk(page, { within: view.part }), all))
    }
    await view.close?.(meipi)
  }
  expect(faults).toEqual({})
})

test('what Tab passes over has a key of its own', async ({ start, folder }) => {
  const { app, page } = await openRoom(start, folder)
  // A paragraph is corrected by the button in its margin, or by Shift+F10: where the keyboard is, or the eye.
  expect(await page.locator('article button[tabindex="-1"]').count()).toBeGreaterThan(10)
  await termOnPage(page).focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page.locator('main').focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')

  // The palette's options are chosen by arrows, and the box says which it is.
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox')
  await box.fill('五')
  const options = page.getByRole('option')
  await expect(options.first()).toBeVisible()
  const count = await options.count()
  for (let index = 0; index < count; index++) {
    const option = options.nth(index)
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await expect(box).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Escape')

  // The tabs beside the page by arrows, and each by a key from everywhere.
  await runCommand(app, 'show-outline')
  const tabs = page.getByRole('tab')
  await tabs.first().focus()
  for (const index of [1, 2, 0]) {
    await page.keyboard.press('ArrowRight')
    await expect(tabs.nth(index)).toBeFocused()
  }
  await page.keyboard.press('Alt+2')
  await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true')
})

/** Opens a dialog as a reader with a keyboard does. */
type Opener = (app: ElectronApplication, page: Page) => Promise<unknown>

const byKey =
  (key: string): Opener =>
  (_app, page) =>
    page.keyboard.press(key)

const byMenu =
  (command: CommandId): Opener =>
  (app) =>
    runCommand(app, command)

const DIALOGS: Readonly<Record<string, Opener>> = {
  settings: byKey('Control+,'),
  palette: byKey('Control+k'),
  shortcuts: byKey('F1'),
  bin: byMenu('bin'),
  fields: byMenu('correct-report'),
  split: byMenu('split-report'),
  join: byMenu('join-reports'),
  beside: byMenu('side-by-side'),
  export: byKey('Control+e'),
  annotations: byMenu('export-annotations'),
}

test('when a dialog closes the keyboard is back where it was', async ({ start, folder }) => {
  const { app, page } = await openRoom(start, folder)
  await runCommand(app, 'show-terms')
  const places = {
    'a report in the list': page.locator('nav li button').first(),
    'a term on the page': termOnPage(page),
    'a filter beside the page': page.locator('aside button[aria-pressed]').nth(1),
  }
  for (const [where, place] of Object.entries(places))
    for (const [dialog, open] of Object.entries(DIALOGS)) {
      await place.focus()
      await open(app, page)
      await expect(modal(page), dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(modal(page), dialog).toBeHidden()
      await expect.soft(place, `${dialog} from ${where}`).toBeFocused()
    }

  const term = termOnPage(page)
  await term.focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.soft(term, 'the menu of a paragraph').toBeFocused()

  // What a dialog was opened from may be gone when it closes: the keyboard is on the page then, and not nowhere.
  await page.keyboard.press('Enter')
  await page.locator('[data-term-card] [data-acts] button').last().press('Enter')
  await expect(modal(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(modal(page)).toBeHidden()
  await expect.soft.poll(async () => (await focusIn(page, 'main'))?.inside, 'the term’s card').toBe(true)

  await selectPassage(page, [4, 16], [4, 26])
  await page.getByRole('toolbar').getByRole('button', { name: '释义' }).press('Enter')
  await expect(modal(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(modal(page)).toBeHidden()
  await expect.soft.poll(() => focusIn(page), 'the toolbar of a selection').not.toBeNull()

  await page.keyboard.press('Control+f')
  await page.keyboard.press('Escape')
  await expect.soft(page.locator('main'), 'the find bar').toBeFocused()
})

/** The window at 200 %: 640 × 400 CSS pixels. */
async function zoomIn({ app, page }: Meipi): Promise<void> {
  await (await app.browserWindow(page)).evaluate((window) => {
    window.setContentSize(1280, 800)
    window.webContents.setZoomFactor(2)
  })
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 400])
}

/** What of the layout does not fit: things that scroll sideways, a column that is too narrow, what lies on the status bar. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate((narrowest) => {
    const faults: string[] = []
    const nameOf = (element: Element) =>
      `${element.localName} ${element.getAttribute('role') ?? ''} ${element.getAttribute('aria-label') ?? ''}`
    const scrollers = [document.documentElement, document.body, ...document.querySelectorAll('main, nav *, aside *')]
    for (const element of [...scrollers, ...document.querySelectorAll('[role="dialog"], [role="dialog"] *')]) {
      const scrolls = element === document.documentElement || getComputedStyle(element).overflowX === 'auto'
      if (scrolls && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        faults.push(`scrolls sideways: ${nameOf(element)}`)
    }

    const paragraph = document.querySelector('main p[data-kind="paragraph"]')
    if (paragraph) {
      const characters = paragraph.clientWidth / Number.parseFloat(getComputedStyle(paragraph).fontSize)
      if (characters < narrowest) faults.push(`the column has ${characters.toFixed(1)} characters`)
    }

    const bar = document.querySelector('footer')?.getBoundingClientRect()
    // A modal dialog dims the whole window, the bar too.
    if (bar && !document.querySelector('[role="dialog"]:not([data-term-card])'))
      for (let part = 0.02; part < 1; part += 0.04) {
        const hit = document.elementFromPoint(bar.left + bar.width * part, bar.top + bar.height / 2)
        const over = hit?.closest(
          '[data-term-card], [role="toolbar"], [role="alert"], [role="status"], search, nav, aside',
        )
        if (over && !over.closest('footer')) faults.push(`lies on the status bar: ${nameOf(over)}`)
      }
    return [...new Set(faults)]
  }, 12)
}

test('at 200 % nothing scrolls sideways, the report can be read, and the keyboard reaches everything', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000)
  const meipi = await openRoom(start, folder)
  const { page } = meipi
  await zoomIn(meipi)
  const faults: Faults = {}
  for (const view of VIEWS) {
    await expect(await view.open(meipi), view.name).toBeVisible()
    note(faults, view.name, await misfits(page))
    if (!['body', 'article'].includes(view.part)) {
      const all = await controlsIn(page, view.part)
      await enter(page, view.part)
      note(faults, view.name, faultsOf(await walk(page, { within: view.part }), all))
    }
    await view.close?.(meipi)
  }
  expect(faults).toEqual({})
})

test('a reader who wants less motion sees none after a jump', async ({ start, folder }) => {
  const { app, page } = await openRoom(start, folder)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true)
  await runCommand(app, 'show-outline')
  const main = page.locator('main')
  const jumps = {
    heading: () => page.locator('aside [role="tabpanel"] button').nth(12).press('Enter'),
    back: () => page.keyboard.press('Alt+ArrowLeft'),
    marker: () => page.locator('main mark[data-marker]').first().press('Enter'),
  }
  for (const [name, jump] of Object.entries(jumps)) {
    const before = await main.evaluate((element) => element.scrollTop)
    await jump()
    await expect.poll(() => main.evaluate((element) => element.scrollTop), name).not.toBe(before)
    // The page stands where it will stand, and nothing is on its way anywhere.
    const [landed, later, moving] = await main.evaluate(async (element) => {
      const first = element.scrollTop
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const running = document.getAnimations().filter(({ playState }) => playState === 'running')
      return [first, element.scrollTop, running.length]
    })
    expect.soft(later, name).toBe(landed)
    expect.soft(moving, name).toBe(0)
  }
})
