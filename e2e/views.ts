import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { CommandId } from '../src/core/commands.ts'
import { expect, type Meipi, reportShown } from './app.ts'
import { storeViews } from './store-views.ts'

/** One state in which a reader sees the window. Nothing here speaks of names: it works in every language. */
export interface View {
  readonly name: string
  /** The part of the window that is new in it. */
  readonly part: string
  /** Brings it up; what shows that it is there. */
  readonly open: (meipi: Meipi) => Promise<Locator>
  /** Leaves it for the page alone. Nothing where the next view takes its place. */
  readonly close?: (meipi: Meipi) => Promise<void>
}

/** The term that the stories look up: the sample explains it, and so do other reports. */
export const TERM = '五源共治'

/** Does what an item of the native menu does, whatever the menu's language. */
export async function runCommand(app: ElectronApplication, command: CommandId): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    if (!item) throw new Error(`no menu item ${id}`)
    item.click()
  }, command)
}

/** A report that another city wrote, which explains the same term in its own words, and uses it once more. */
export function otherReport(folder: string): string {
  const path = join(folder, '汀溪县.txt')
  writeFileSync(
    path,
    [
      '2024年汀溪县政府工作报告',
      '各位代表：',
      '　　现在，我代表县人民政府，向大会报告工作，请予审议。',
      '　　一、2023年工作回顾',
      '　　生态环境持续向好。坚持“五源共治”[1]，空气质量优良天数比率达88.2%。',
      '　　二、2024年重点工作',
      '　　深化“五源共治”，落实“四办机制”[2]，办好十件民生实事。',
      '',
      '名词解释',
      '1.“五源共治”：移动源、生活源、扬尘源、工业源、秸秆焚烧共同治理。',
      '2.“四办机制”：马上办、网上办、就近办、一次办。',
      '',
    ].join('\n'),
  )
  return path
}

/** A report with a title as long as they come. */
export function longTitledReport(folder: string): string {
  const path = join(folder, '长标题.txt')
  writeFileSync(
    path,
    [
      '关于芷澜河流域生态保护和高质量发展示范区2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的政府工作报告',
      '——2025年1月9日在芷澜河流域生态保护和高质量发展示范区第一届人民代表大会第二次会议第三次全体会议上',
      '芷澜河流域生态保护和高质量发展示范区管理委员会主任　欧阳清远',
      '',
      '各位代表：',
      '　　现在，我代表示范区管理委员会，向大会报告工作，请予审议。',
      '　　一、2024年工作回顾',
      '　　全区经济平稳增长，实现地区生产总值96.4亿元，增长6.1%。',
      '　　二、2025年重点工作',
      '　　（一）加快建设具有流域特色、体现示范区优势、面向未来产业的现代化产业体系和科技创新策源地',
      '　　落实“三库联动”要求，推动产业向高处攀升。',
      '',
    ].join('\n'),
  )
  return path
}

/** A place in the page: how many paragraphs come before, and characters before it in its own. */
type PagePoint = readonly [paragraph: number, character: number]

/** Selects a passage of the page. */
export async function selectPassage(page: Page, from: PagePoint, to: PagePoint): Promise<void> {
  await page.evaluate(
    (ends) => {
      const paragraphs = [...document.querySelectorAll<HTMLElement>('main p[data-kind="paragraph"]')]
      const pointAt = ([index, character]: readonly [number, number]): [Node, number] => {
        const block = paragraphs[index]
        if (!block) throw new Error(`no paragraph ${index}`)
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        let left = character
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0
          if (left <= length) return [node, left]
          left -= length
        }
        throw new Error(`paragraph ${index} is shorter`)
      }
      paragraphs[ends[0][0]]?.scrollIntoView({ block: 'center' })
      document.getSelection()?.setBaseAndExtent(...pointAt(ends[0]), ...pointAt(ends[1]))
    },
    [from, to] as const,
  )
  await expect(page.getByRole('toolbar')).toBeVisible()
}

/** Presses a key on a passage: 1–5 mark it in a colour. */
async function mark(page: Page, from: PagePoint, to: PagePoint, key: string): Promise<void> {
  await selectPassage(page, from, to)
  await page.keyboard.press(key)
  await expect(page.getByRole('toolbar')).toBeHidden()
}

/** Writes a note on a passage. */
async function writeNote(page: Page, from: PagePoint, to: PagePoint, note: string): Promise<void> {
  await mark(page, from, to, 'n')
  const box = page.locator('aside textarea')
  await box.fill(note)
  await box.press('Control+Enter')
  await expect(box).toBeHidden()
}

/**
 * Furnishes the open report as someone who works with it: highlights in all colours, two that overlap, one across
 * paragraphs, notes on one line and elsewhere, tags; terms of the reader's own; and one report in the bin.
 */
export async function furnish({ page }: Meipi, binned: RegExp): Promise<void> {
  await mark(page, [1, 10], [1, 40], '1')
  await mark(page, [1, 30], [1, 62], '2')
  await mark(page, [2, 4], [2, 28], '3')
  await mark(page, [2, 60], [4, 14], '5')
  await mark(page, [4, 30], [4, 48], '4')
  await writeNote(page, [2, 34], [2, 42], '与上年口径对照：这里只说“预计”，年鉴出来以后要再核一次。')
  await writeNote(page, [2, 44], [2, 50], '增速高于全国。\n\n- 与邻县比较\n- 与“十四五”目标比较')
  await mark(page, [5, 6], [5, 22], 't')
  const tags = page.locator('aside ul input')
  await tags.fill('#提法 数据/环境')
  await tags.press('Enter')
  await tags.press('Escape')
  await page.evaluate(
    async ({ term, pattern }) => {
      const add = async (own: string, definition: string) => {
        await window.meipi.changeReaderTerm({ act: 'add', id: crypto.randomUUID(), term: own, definition, cited: null })
      }
      await add(term, '五类污染源放在一起治理的提法，各地所指的五类不尽相同。')
      await add('高质量发展', '能够很好满足人民日益增长的美好生活需要的发展。')
      const state = await window.meipi.windowState()
      const reports = state.ok ? state.value.library.reports : []
      const report = reports.find(({ title }) => title !== null && new RegExp(pattern).test(title))
      if (report) await window.meipi.removeReport(report.id)
    },
    { term: TERM, pattern: binned.source },
  )
}

/** The page of a report, from its beginning. */
async function pageOf({ page }: Meipi): Promise<Locator> {
  await reportShown(page)
  await page.locator('main').evaluate((element) => element.scrollTo(0, 0))
  return page.locator('main h1')
}

async function pressEscape({ page }: Meipi): Promise<void> {
  await page.keyboard.press('Escape')
}

/** The modal dialog that is open. */
export function modal(page: Page): Locator {
  return page.locator('[role="dialog"]:not([data-term-card])')
}

/** A dialog that a command opens. */
function dialogView(name: string, command: CommandId): View {
  return {
    name,
    part: '[role="dialog"]',
    open: async ({ app, page }) => {
      await runCommand(app, command)
      return modal(page)
    },
    close: async (meipi) => {
      await pressEscape(meipi)
      await expect(modal(meipi.page)).toBeHidden()
    },
  }
}

/** The terms panel with one of its filters. */
function termsView(name: string, filter: number): View {
  return {
    name,
    part: 'aside',
    open: async ({ app, page }) => {
      await runCommand(app, 'show-terms')
      const button = page.locator('aside [role="tabpanel"] button[aria-pressed]').nth(filter)
      await button.press('Enter')
      await expect(button).toHaveAttribute('aria-pressed', 'true')
      return page.locator('aside [role="tabpanel"]')
    },
  }
}

/** The tags in the panel of notes: of the report, or all. */
async function tagsView({ app, page }: Meipi, view: number): Promise<Locator> {
  await runCommand(app, 'show-notes')
  const button = page.locator('aside fieldset > button[aria-pressed]').nth(view)
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  return page.locator('aside [role="row"]').first()
}

/** A dialog about the first tag of all. */
function tagDialog(name: string, key: string): View {
  return {
    ...dialogView(name, 'show-tags'),
    open: async ({ app, page }) => {
      await runCommand(app, 'show-tags')
      await page.locator('aside [role="row"]').first().focus()
      await page.keyboard.press(key)
      return modal(page)
    },
  }
}

/** The term's first place on the page. */
export function termOnPage(page: Page): Locator {
  return page.locator('main mark[data-focus][data-layer~="term"]').getByText(TERM, { exact: true }).first()
}

/** Drops files on the window: none of them can be a report. */
async function dropBadFiles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([], '空白文件.txt'))
    dataTransfer.items.add(new File([new Uint8Array(4096).map((_, index) => (index * 7) % 256)], '扫描件.txt'))
    dataTransfer.items.add(new File(['x'], '2025年政府工作报告（征求意见稿）.wps'))
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
}

/** What the main process tells the window while it imports; null when it is over. */
async function tellProgress(app: ElectronApplication, progress: { done: number } | null): Promise<void> {
  await app.evaluate(({ BrowserWindow }, told) => {
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.send(
        'library:import-progress',
        told && { ...told, total: 12, file: '2025年云汀市政府工作报告.txt' },
      )
  }, progress)
}

const FIRST_VIEWS: readonly View[] = [
  { name: 'page', part: 'body', open: pageOf },
  {
    name: 'outline',
    part: 'aside',
    open: async ({ app, page }) => {
      await runCommand(app, 'show-outline')
      return page.locator('aside [role="tabpanel"] ul')
    },
  },
  termsView('terms-own', 0),
  termsView('terms-other', 1),
  termsView('terms-mine', 2),
  termsView('terms-unexplained', 3),
  {
    name: 'notes',
    part: 'aside',
    open: async ({ app, page }) => {
      await runCommand(app, 'show-notes')
      return page.locator('aside [role="tabpanel"] li').first()
    },
  },
  {
    name: 'tags-report',
    part: 'aside',
    open: (meipi) => tagsView(meipi, 1),
  },
  {
    name: 'tags-all',
    part: 'aside',
    open: async (meipi) => {
      const rows = await tagsView(meipi, 2)
      await meipi.page.locator('aside [role="row"] [slot="chevron"]').first().press('Enter')
      return rows
    },
  },
  {
    name: 'tag-menu',
    part: '[role="menu"]',
    open: async ({ page }) => {
      const row = page.locator('aside [role="row"]').first()
      await row.focus()
      // Arrows lead into a row.
      await expect(async () => {
        await page.keyboard.press('ArrowRight')
        await expect(row.locator('[aria-haspopup]')).toBeFocused({ timeout: 200 })
      }).toPass()
      await page.keyboard.press('Enter')
      return page.getByRole('menu')
    },
    close: pressEscape,
  },
  {
    name: 'tag-reports',
    part: 'aside',
    open: async ({ page }) => {
      await page.locator('aside [role="row"]').first().press('Enter')
      return page.locator('aside h2')
    },
  },
  {
    name: 'notes-with-tag',
    part: 'aside',
    open: async ({ page }) => {
      await page.locator('aside h2 ~ ul button, aside ul button').first().press('Enter')
      return page.locator('aside li fieldset').first()
    },
    close: async ({ app, page }) => {
      await page.locator('aside p:has(> span) > button').press('Enter')
      await runCommand(app, 'show-notes')
    },
  },
  {
    name: 'tag-editor',
    part: 'aside',
    open: async ({ page }) => {
      await page.locator('aside li').nth(2).locator('fieldset + button + button').press('Enter')
      const box = page.locator('aside li [role="combobox"]')
      await box.pressSequentially('h')
      await box.press('ArrowDown')
      return page.getByRole('option').first()
    },
    close: async ({ page }) => {
      const box = page.locator('aside li [role="combobox"]')
      await box.fill('')
      await box.press('Escape')
      await expect(box).toBeHidden()
    },
  },
  {
    name: 'note-editor',
    part: 'aside',
    open: async ({ page }) => {
      // Of the buttons under a card the first after the colours writes its note.
      await page.locator('aside li').nth(2).locator('fieldset + button').press('Enter')
      return page.locator('aside textarea')
    },
    close: ({ page }) => page.locator('aside textarea').press('Escape'),
  },
]

/** What stands on the page: the reader's marks, and what opens over them. */
const PAGE_VIEWS: readonly View[] = [
  {
    name: 'marks',
    part: 'article',
    open: async ({ page }) => {
      await page.locator('main p[data-kind="paragraph"]').nth(1).scrollIntoViewIfNeeded()
      return page.locator('main mark[data-overlap]').first()
    },
  },
  {
    name: 'term-card',
    part: '[data-term-card]',
    open: async ({ page }) => {
      const term = termOnPage(page)
      await term.scrollIntoViewIfNeeded()
      await term.focus()
      await page.keyboard.press('Enter')
      return page.locator('[data-term-card]')
    },
    close: pressEscape,
  },
  {
    name: 'selection-toolbar',
    part: '[role="toolbar"]',
    open: async ({ page }) => {
      await selectPassage(page, [4, 16], [4, 26])
      return page.getByRole('toolbar')
    },
    close: pressEscape,
  },
  {
    name: 'find-bar',
    part: 'search',
    open: async ({ app, page }) => {
      await runCommand(app, 'find')
      await page.locator('search input').fill('发展')
      await page.keyboard.press('Enter')
      await expect(page.locator('search output')).toHaveText(/\d/)
      return page.locator('search')
    },
    close: ({ page }) => page.locator('search input').press('Escape'),
  },
  {
    name: 'block-menu',
    part: '[role="menu"]',
    open: async ({ app, page }) => {
      await termOnPage(page).focus()
      await page.keyboard.press('Escape')
      await runCommand(app, 'correct-block')
      return page.getByRole('menu')
    },
    close: pressEscape,
  },
  {
    name: 'aside-expanded',
    part: 'article',
    open: async ({ page }) => {
      const fold = page.locator('article button[aria-expanded]').first()
      await fold.scrollIntoViewIfNeeded()
      await fold.press('Enter')
      return page.locator('article button[aria-expanded="true"] + *').first()
    },
    close: async ({ page }) => {
      await page.locator('article button[aria-expanded="true"]').first().press('Enter')
    },
  },
]

const DIALOG_VIEWS: readonly View[] = [
  dialogView('palette', 'palette'),
  {
    ...dialogView('palette-found', 'palette'),
    open: async ({ app, page }) => {
      await runCommand(app, 'palette')
      await page.locator('[role="combobox"]').fill('五')
      return page.getByRole('option').first()
    },
  },
  dialogView('settings', 'settings'),
  dialogView('shortcuts', 'shortcuts'),
  dialogView('bin', 'bin'),
  tagDialog('delete-tag', 'Delete'),
  tagDialog('rename-tag', 'F2'),
  {
    ...tagDialog('merge-tags', 'F2'),
    open: async (meipi) => {
      const dialog = await tagDialog('merge-tags', 'F2').open(meipi)
      const box = dialog.locator('input')
      await box.fill('提法')
      await box.press('Enter')
      return dialog.locator('[role="alert"]')
    },
  },
  dialogView('fields', 'correct-report'),
  dialogView('split', 'split-report'),
  dialogView('join', 'join-reports'),
  dialogView('beside', 'side-by-side'),
  {
    ...dialogView('define-term', 'palette'),
    open: async ({ page }) => {
      await termOnPage(page).focus()
      await page.keyboard.press('Enter')
      await page.locator('[data-term-card] [data-acts] button').last().press('Enter')
      return modal(page)
    },
  },
]

/** Export and return. */
const EXPORT_VIEWS: readonly View[] = [
  {
    ...dialogView('export', 'export-notes'),
    open: async ({ app, page }) => {
      await runCommand(app, 'export-notes')
      await expect(page.locator('[role="dialog"] pre')).toContainText('---')
      await expect(page.locator('[role="dialog"] button[type="submit"]')).toBeEnabled()
      return modal(page)
    },
  },
  {
    ...dialogView('export-chosen', 'export-notes'),
    open: async ({ app, page }) => {
      await runCommand(app, 'export-notes')
      const dialog = modal(page)
      await dialog.locator('[role="radiogroup"]').first().getByRole('radio').nth(1).press('Space')
      await dialog.locator('[role="radiogroup"]').nth(1).getByRole('radio').nth(1).press('Space')
      await dialog.locator('[role="radiogroup"]').nth(2).getByRole('radio').nth(1).press('Space')
      await expect(dialog.locator('input[type="date"]')).toHaveCount(2)
      return dialog.locator('ul').first()
    },
  },
  {
    ...dialogView('template-editor', 'export-notes'),
    open: async ({ app, page }) => {
      await runCommand(app, 'export-notes')
      await modal(page).locator('select + span button').last().press('Enter')
      const source = modal(page).locator('textarea')
      await source.fill('# {{ report.heading | md }}\n\n{{ report.titel }}\n')
      await expect(modal(page).locator('[role="alert"] code')).toHaveText('report.titel')
      return source
    },
    close: async ({ page }) => {
      await modal(page).locator('button[type="button"]').last().press('Enter')
      await expect(modal(page).locator('textarea')).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(modal(page)).toBeHidden()
    },
  },
  {
    ...dialogView('export-review', 'export-notes'),
    open: async ({ app, page }) => {
      await exportTwice(app, page)
      return modal(page).locator('article li').first()
    },
  },
  dialogView('export-annotations', 'export-annotations'),
  {
    ...dialogView('imported-annotations', 'import-annotations'),
    open: async ({ app, page }) => {
      await importForeign(app, page)
      return modal(page).locator('table')
    },
  },
]

/** A folder of the test's own. */
function folderOf(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ app: running }) => running.getPath('userData'))
}

/** Exports the open report, changes its notes, and begins to export it to the same file again. */
async function exportTwice(app: ElectronApplication, page: Page): Promise<void> {
  const folder = await folderOf(app)
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    },
    join(folder, '云汀.md'),
  )
  const submit = modal(page).locator('button[type="submit"]')
  await runCommand(app, 'export-notes')
  await submit.press('Enter')
  await expect(modal(page)).toBeHidden()
  await mark(page, [4, 50], [4, 60], '2')
  await writeNote(page, [2, 52], [2, 56], '年鉴里是另一个数。')
  await runCommand(app, 'export-notes')
  await submit.press('Enter')
  await expect(modal(page).locator('article')).toBeVisible()
}

/** Imports annotations of a report that is not here. */
async function importForeign(app: ElectronApplication, page: Page): Promise<void> {
  const path = join(await folderOf(app), '同事的批注.jsonld')
  const selector = [
    { type: 'TextQuoteSelector', exact: '芷澜河' },
    { type: 'TextPositionSelector', start: 1, end: 4 },
  ]
  const target = { source: 'urn:meipi:report:0123456789abcdef', selector }
  writeFileSync(
    path,
    JSON.stringify([{ id: 'urn:uuid:3f2b8c6e-0c1d-4e5f-8a9b-000000000001', type: 'Annotation', target }]),
  )
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
  await runCommand(app, 'import-annotations')
  await expect(modal(page)).toBeVisible()
}

const MESSAGE_VIEWS: readonly View[] = [
  {
    name: 'messages',
    part: '[role="alert"]',
    open: async ({ page }) => {
      await dropBadFiles(page)
      return page.locator('[role="alert"] li').first()
    },
    close: async ({ page }) => {
      await page.locator('[role="alert"] button').press('Enter')
    },
  },
  {
    name: 'importing',
    part: '[role="status"]:has(progress)',
    open: async ({ app, page }) => {
      await tellProgress(app, { done: 4 })
      return page.locator('progress')
    },
    close: ({ app }) => tellProgress(app, null),
  },
  {
    name: 'report-menu',
    part: '[role="menu"]',
    open: async ({ app, page }) => {
      const panel = page.locator('nav')
      if (!(await panel.isVisible())) await runCommand(app, 'toggle-library')
      await panel.locator('li [aria-haspopup]').first().focus()
      await page.keyboard.press('Enter')
      return page.getByRole('menu')
    },
    close: pressEscape,
  },
  {
    name: 'focus-mode',
    part: 'footer',
    open: async ({ app, page }) => {
      await runCommand(app, 'focus-mode')
      return page.locator('footer kbd').first()
    },
    close: ({ app }) => runCommand(app, 'focus-mode'),
  },
  {
    name: 'no-report',
    part: 'body',
    open: async ({ app, page }) => {
      await runCommand(app, 'remove-report')
      // Before that its title is a heading too, and the line may be one that was there before.
      await expect(page.locator('[data-block-start]')).toHaveCount(0)
      await expect(page.locator('nav')).toBeVisible()
      return page.locator('main h1')
    },
    close: async ({ page }) => {
      // The line that says where the report is brings it back.
      await page.locator('[role="status"] button').press('Enter')
      await reportShown(page)
    },
  },
]

/**
 * Another edition takes the place of the open report's text, and what was marked waits in the tray. Nothing leads back from
 * there: these views are the last.
 */
const TRAY_VIEWS: readonly View[] = [
  dialogView('edition', 'replace-text'),
  {
    name: 'edition-preview',
    part: '[role="dialog"]',
    open: async ({ app, page }) => {
      await runCommand(app, 'replace-text')
      await modal(page).locator('ul button').first().press('Enter')
      return modal(page).locator('dl')
    },
  },
  {
    name: 'tray',
    part: 'aside',
    open: async ({ page }) => {
      await modal(page).locator('button').last().press('Enter')
      await expect(modal(page)).toBeHidden()
      return page.locator('aside article').first()
    },
  },
  {
    name: 'tray-choosing',
    part: 'section:has(> kbd, > button > kbd)',
    open: async ({ page }) => {
      await page.locator('aside article button[aria-pressed]').last().press('Enter')
      return page.locator('section kbd')
    },
  },
]

/** Every view of the reading room but the first start, in an order in which each can be reached from the one before. */
export const VIEWS: readonly View[] = [
  ...FIRST_VIEWS,
  ...PAGE_VIEWS,
  ...DIALOG_VIEWS,
  ...EXPORT_VIEWS,
  ...storeViews({ runCommand, modal }),
  ...MESSAGE_VIEWS,
  ...TRAY_VIEWS,
]
