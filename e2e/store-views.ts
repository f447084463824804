import type { Locator, Page } from '@playwright/test'
import { expect, type Meipi } from './app.ts'
import type { View } from './views.ts'

/** What the views need of the others: they are taken from there, so that neither file waits for the other. */
export interface ViewParts {
  readonly runCommand: (app: Meipi['app'], command: 'show-notes' | 'show-terms' | 'snapshots') => Promise<void>
  readonly modal: (page: Page) => Locator
}

/** Edits a note from an older state of it, as another machine does that was cut off: then it is in conflict. */
async function editApart(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const state = await window.meipi.windowState()
    const id = state.ok ? state.value.reportId : null
    const opened = id === null ? null : await window.meipi.openReport(id)
    const known = opened?.ok ? opened.value?.annotations : undefined
    const noted = (known ?? []).filter(({ note, superseded }) => note !== '' && superseded)
    for (const { id: annotation, superseded } of noted.slice(0, 2))
      await window.meipi.changeAnnotation(id ?? '', {
        act: 'edit',
        id: annotation,
        base: superseded?.[0],
        color: 'rouge',
        note: '与上年口径对照：这里写的是“初步核算”，已向统计局问过，年鉴出来以后不必再核。',
        tags: ['待核', '数据/口径'],
      })
    window.dispatchEvent(new Event('focus'))
  })
}

/** Settles every conflict of the open report for the version that is shown. */
async function settleAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const state = await window.meipi.windowState()
    const id = state.ok ? state.value.reportId : null
    const opened = id === null ? null : await window.meipi.openReport(id)
    const conflicts = opened?.ok ? (opened.value?.conflicts ?? []) : []
    for (const { id: annotation, versions } of conflicts) {
      const [keep = '1-', ...drop] = versions.map(({ versionId }) => versionId)
      await window.meipi.changeAnnotation(id ?? '', { act: 'settle', id: annotation, keep, drop })
    }
    window.dispatchEvent(new Event('focus'))
  })
  await expect(page.locator('aside section ol')).toHaveCount(0)
}

/** Changes one of the reader's own terms from an older state of it. */
async function changeTermApart(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const terms = await window.meipi.readerTerms()
    const [own] = terms.ok ? terms.value : []
    if (!own) throw new Error('there is no term of the reader’s own')
    const { id, term, cited } = own
    const edit = (definition: string, base: typeof seen) =>
      window.meipi.changeReaderTerm({ act: 'edit', id, term, cited, definition, base })
    let seen: NonNullable<typeof own.superseded>[number] | undefined
    await edit(`${own.definition}以各地的实施方案为准。`, seen)
    const after = await window.meipi.readerTerms()
    seen = after.ok ? after.value.find((each) => each.id === id)?.superseded?.at(-1) : undefined
    await edit('移动源、生活源、扬尘源、工业源、秸秆焚烧放在一起治理的提法。', seen)
  })
}

async function settleTerms(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const conflicts = await window.meipi.readerTermConflicts()
    for (const { id, versions } of conflicts.ok ? conflicts.value : []) {
      const [keep = '1-', ...drop] = versions.map(({ versionId }) => versionId)
      await window.meipi.changeReaderTerm({ act: 'settle', id, keep, drop })
    }
  })
  await expect(page.locator('aside section ol')).toHaveCount(0)
}

/** Tells the window that the library can only be read, or that it is as it was. */
async function tellRefusal({ app, page }: Meipi, refused: boolean): Promise<void> {
  const state = await page.evaluate(async () => {
    const answer = await window.meipi.windowState()
    return answer.ok ? answer.value.library : null
  })
  const refusal = {
    code: 'read-only-rights',
    message: '资料库文件夹不能写入，现在只能读，不能改。请检查文件夹的权限或磁盘的写保护，再重新打开。',
  }
  await app.evaluate(
    ({ BrowserWindow }, told) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('library:changed', told)
    },
    { ...state, refusal: refused ? refusal : null },
  )
}

/** Views of what the store has to say: conflicts, snapshots, and a library that cannot be written to. */
export function storeViews({ runCommand, modal }: ViewParts): readonly View[] {
  const closeModal = async ({ page }: Meipi) => {
    await page.keyboard.press('Escape')
    await expect(modal(page)).toBeHidden()
  }
  return [
    {
      name: 'conflicts',
      part: 'aside',
      open: async ({ app, page }) => {
        await runCommand(app, 'show-notes')
        await editApart(page)
        const first = page.locator('aside section ol').first()
        await first.scrollIntoViewIfNeeded()
        return first
      },
    },
    {
      name: 'conflict-joining',
      part: 'aside',
      open: async ({ page }) => {
        await page.locator('aside section ol + button').first().press('Enter')
        return page.locator('aside form textarea')
      },
      close: ({ page }) => page.locator('aside form textarea').press('Escape'),
    },
    {
      name: 'conflicts-beside',
      part: '[role="dialog"]',
      open: async ({ page }) => {
        await page.locator('aside section header button').press('Enter')
        return modal(page)
      },
      close: async (meipi) => {
        await closeModal(meipi)
        await settleAll(meipi.page)
      },
    },
    {
      name: 'term-conflicts',
      part: 'aside',
      open: async ({ app, page }) => {
        await runCommand(app, 'show-terms')
        await changeTermApart(page)
        return page.locator('aside section ol').first()
      },
      close: ({ page }) => settleTerms(page),
    },
    {
      name: 'snapshots',
      part: '[role="dialog"]',
      open: async ({ app, page }) => {
        await page.evaluate(() => window.meipi.makeSnapshot())
        await runCommand(app, 'snapshots')
        return modal(page).locator('li').first()
      },
    },
    {
      name: 'snapshot-question',
      part: '[role="dialog"]',
      open: async ({ page }) => {
        await modal(page).locator('li button').first().press('Enter')
        return modal(page)
      },
      close: closeModal,
    },
    {
      name: 'read-only',
      part: 'body',
      open: async (meipi) => {
        await tellRefusal(meipi, true)
        return meipi.page.locator('[role="status"] b').first()
      },
      close: (meipi) => tellRefusal(meipi, false),
    },
  ]
}
