import { randomUUID } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  chooseMenu,
  expect,
  libraryIn,
  type Meipi,
  noteCards,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  tabTo,
  test,
  toolbar,
} from './app.ts'

/** The records of a library's only report. */
function recordsIn(folder: string): { readonly folder: string; readonly annotations: string } {
  const reports = join(libraryIn(folder), 'reports')
  const report = join(reports, readdirSync(reports).find((name) => /^[0-9a-f]{16}$/.test(name)) ?? '')
  return { folder: report, annotations: join(report, 'annotations.json') }
}

interface StoredAnnotation {
  id: string
  revision: number
  modified: string
  note: string
  tags: string[]
  color: string
  deleted: boolean
}

/** What another program made of annotations.json. */
function changedBy(path: string, change: (annotations: StoredAnnotation[]) => void): string {
  const record = JSON.parse(readFileSync(path, 'utf8')) as { annotations: StoredAnnotation[] }
  change(record.annotations)
  return JSON.stringify(record, null, 1)
}

/** Writes a note on some words. */
async function writeNote(page: Page, words: string, note: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('n')
  const box = page.getByRole('textbox', { name: '批注' })
  await box.fill(note)
  await box.press('Control+Enter')
  await expect(box).toBeHidden()
  await saved(page)
}

/** A library with these notes in its report, closed again. */
async function withNotes(
  start: (...args: string[]) => Promise<Meipi>,
  notes: Readonly<Record<string, string>>,
): Promise<void> {
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  for (const [words, note] of Object.entries(notes)) await writeNote(page, words, note)
  await app.close()
}

/** The reader comes back to the window from another program. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

function conflicts(page: Page) {
  return page.getByRole('list', { name: /条批注在两处改得不同/ }).locator('> li')
}

const COPIES = [
  ['Syncthing', 'annotations.sync-conflict-20260102-030405-ABCDEFG.json'],
  ['Dropbox', "annotations (Li Hua's conflicted copy 2026-01-02).json"],
] as const

for (const [by, name] of COPIES)
  test(`notes that ${by} found edited on two machines are both there, and settled by keyboard`, async ({
    start,
    folder,
  }) => {
    await withNotes(start, { 云汀发展历程: '与年鉴核对', 地区生产总值: '口径同上年' })
    const records = recordsIn(folder)
    // On the other machine both were edited after the files went apart, and here too.
    const before = readFileSync(records.annotations, 'utf8')
    writeFileSync(
      records.annotations,
      changedBy(records.annotations, (all) => {
        for (const each of all) Object.assign(each, { revision: each.revision + 1, note: `${each.note}，这里改过` })
      }),
    )
    const apart = JSON.parse(before) as { annotations: StoredAnnotation[] }
    for (const each of apart.annotations)
      Object.assign(each, { revision: each.revision + 1, note: `${each.note}，那里改过`, tags: ['待核'] })
    writeFileSync(join(records.folder, name), JSON.stringify(apart))

    const { page } = await start()
    await reportShown(page)
    await expect(page.getByRole('status').filter({ hasText: '2 条批注在两处改得不同' })).toBeVisible()
    await page.getByRole('button', { name: '去看看' }).press('Enter')
    await expect(conflicts(page)).toHaveCount(2)
    await expect(conflicts(page).first()).toContainText('这里改过')
    await expect(conflicts(page).first()).toContainText('那里改过')
    const first = conflicts(page).first().getByRole('button').first()
    await expect(first).toBeFocused()

    // The first is settled for one of the two, the second for words made of both.
    const use = conflicts(page).first().getByRole('button', { name: '用这一条' }).nth(1)
    const kept = (await conflicts(page).first().locator('ol > li').nth(1).innerText()).match(/[这那]里改过/)?.[0] ?? ''
    await tabTo(page, use)
    await page.keyboard.press('Enter')
    await expect(conflicts(page)).toHaveCount(1)
    await expect(conflicts(page).first().getByRole('button').first()).toBeFocused()
    await tabTo(page, conflicts(page).first().getByRole('button', { name: '两条合在一起' }))
    await page.keyboard.press('Enter')
    const box = page.getByRole('textbox', { name: '合在一起的批注' })
    await expect(box).toBeFocused()
    await expect(box).toHaveValue(/这里改过[\s\S]*那里改过|那里改过[\s\S]*这里改过/)
    await box.press('Control+End')
    await box.pressSequentially('。已核')
    await box.press('Control+Enter')
    await expect(conflicts(page)).toHaveCount(0)
    await expect(noteCards(page).filter({ hasText: kept })).toHaveCount(2)
    await expect(noteCards(page).filter({ hasText: '。已核' })).toContainText('#待核')

    const stored = readFileSync(records.annotations, 'utf8')
    expect(stored).not.toContain('"conflicts"')
    expect(readdirSync(records.folder)).not.toContain(name)
  })

test('a settlement is taken back, and a note that was deleted in one place is kept', async ({ start, folder }) => {
  await withNotes(start, { 云汀发展历程: '与年鉴核对' })
  const records = recordsIn(folder)
  const other = changedBy(records.annotations, (all) => {
    for (const each of all) Object.assign(each, { revision: each.revision + 1, note: '别处写了更多' })
  })
  writeFileSync(
    records.annotations,
    changedBy(records.annotations, (all) => {
      for (const each of all) Object.assign(each, { revision: each.revision + 1, deleted: true })
    }),
  )
  writeFileSync(join(records.folder, COPIES[0][1]), other)

  const { page } = await start()
  await reportShown(page)
  await page.getByRole('tab', { name: '批注' }).click()
  await expect(conflicts(page)).toHaveCount(1)
  await expect(noteCards(page)).toHaveCount(0)
  await conflicts(page).getByRole('button', { name: '删除' }).click()
  await expect(conflicts(page)).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(conflicts(page)).toHaveCount(1)
  await expect(conflicts(page).getByRole('button').first()).toBeFocused()
  await conflicts(page).getByRole('button', { name: '保留' }).click()
  await expect(conflicts(page)).toHaveCount(0)
  await expect(noteCards(page)).toContainText('别处写了更多')
  await expect(page.locator('mark[data-layer~="highlight"]')).toHaveText('云汀发展历程')
  // The key takes back the settlement too, and not what was written before it.
  await page.keyboard.press('Control+z')
  await expect(conflicts(page)).toHaveCount(1)
  await expect(noteCards(page)).toHaveCount(0)
})

test('a term of one’s own that was defined anew in two places is settled, also while the window is open', async ({
  start,
  folder,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const id = randomUUID()
  await page.evaluate(
    (added) =>
      window.meipi.changeReaderTerm({ act: 'add', id: added, term: '五源共治', definition: '五类', cited: null }),
    id,
  )
  const glossary = join(libraryIn(folder), 'glossary.json')
  const defined = (definition: string) =>
    readFileSync(glossary, 'utf8')
      .replace(/"revision": \d+/, '"revision": 2')
      .replace(/"definition": "[^"]*"/, `"definition": "${definition}"`)
  const copy = defined('五类污染源，那里写的')
  writeFileSync(glossary, defined('五类污染源，这里写的'))
  writeFileSync(join(libraryIn(folder), 'glossary.sync-conflict-20260102-030405-ABCDEFG.json'), copy)
  await comeBack(page)
  await page.getByRole('tab', { name: '术语' }).click()
  const cards = page.getByRole('list', { name: /我的释义在两处改得不同/ }).locator('> li')
  await expect(cards.first().locator('ol > li')).toHaveCount(3)
  await cards.getByRole('button', { name: '3 条合在一起' }).click()
  const box = page.getByRole('textbox', { name: '合在一起的释义' })
  await expect(box).toHaveValue(/这里写的/)
  // What is written stays while the reader looks elsewhere.
  await box.fill('五类污染源，两处写的')
  await page.getByRole('tab', { name: '批注' }).click()
  await page.getByRole('tab', { name: '术语' }).click()
  await expect(box).toHaveValue('五类污染源，两处写的')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(cards).toHaveCount(0)
  const terms = await page.evaluate(() => window.meipi.readerTerms())
  expect(terms).toMatchObject({ value: [{ id, definition: '五类污染源，两处写的' }] })
})

test('what another program writes while the report is open is on the page when the reader comes back', async ({
  start,
  folder,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  await writeNote(page, '云汀发展历程', '与年鉴核对')
  await page.getByRole('tab', { name: '批注' }).click()
  const records = recordsIn(folder)
  const change = (write: (all: StoredAnnotation[]) => void) =>
    writeFileSync(records.annotations, changedBy(records.annotations, write))
  change((all) => {
    const [first] = all
    if (first) all.push({ ...first, id: randomUUID(), revision: 1, note: '别处新写的' })
  })
  await comeBack(page)
  await expect(noteCards(page)).toHaveCount(2)
  await expect(page.getByRole('status').filter({ hasText: '已合并：多了 1 条' })).toBeVisible()

  // While a note is being written it stays as the writer sees it, and the rest is still there afterwards.
  await noteCards(page).filter({ hasText: '与年鉴核对' }).getByRole('button', { name: '批注' }).click()
  const box = page.getByRole('textbox', { name: '批注' })
  await box.fill('与年鉴核对，正在写')
  change((all) => {
    for (const each of all) Object.assign(each, { revision: each.revision + 1, tags: ['别处'] })
  })
  await comeBack(page)
  await expect(box).toHaveValue('与年鉴核对，正在写')
  await box.press('Control+Enter')
  await saved(page)
  await comeBack(page)
  await expect(page.getByRole('tabpanel', { name: '批注' })).toContainText('正在写')
  expect(readFileSync(records.annotations, 'utf8')).toContain('正在写')
  expect(readFileSync(records.annotations, 'utf8')).toContain('别处新写的')
})

test('a library that may not be written to is read, says why, and refuses at once', async ({ start, folder }) => {
  test.skip(process.getuid?.() === 0, 'root may write where others may not')
  await withNotes(start, { 云汀发展历程: '与年鉴核对' })
  const library = libraryIn(folder)
  const { mode } = statSync(library)
  chmodSync(library, 0o500)
  try {
    const { page } = await start()
    await reportShown(page)
    const strip = page.getByRole('status').filter({ hasText: '只读' })
    await expect(strip).toContainText('请检查文件夹的权限')
    await expect(page.getByRole('alert')).toBeHidden()
    await selectWords(page, '地区生产总值')
    await toolbar(page).getByRole('button', { name: '重点' }).click()
    await expect(page.getByRole('status').filter({ hasText: '没有改动' })).toContainText('请检查文件夹的权限')
    await expect(page.locator('mark[data-layer~="highlight"]')).toHaveText('云汀发展历程')
    await page.getByRole('tab', { name: '批注' }).click()
    await noteCards(page).getByRole('button', { name: '批注' }).click()
    await expect(page.getByRole('textbox', { name: '批注' })).toBeHidden()
    await expect(noteCards(page)).toContainText('与年鉴核对')
  } finally {
    chmodSync(library, mode)
  }
})

test('a library of a newer version is read, says so, and is not touched', async ({ start, folder }) => {
  await withNotes(start, { 云汀发展历程: '与年鉴核对' })
  const path = join(libraryIn(folder), 'library.json')
  const newer = readFileSync(path, 'utf8').replace(/"schemaVersion": \d+/, '"schemaVersion": 99')
  writeFileSync(path, newer)
  const { app, page } = await start()
  await reportShown(page)
  await expect(page.getByRole('status').filter({ hasText: '只读' })).toContainText('请更新眉批')
  await chooseMenu(app, '把这份报告移到回收站')
  await expect(page.getByRole('status').filter({ hasText: '没有改动' })).toContainText('请更新眉批')
  await reportShown(page)
  await page.evaluate(() => window.meipi.changeSettings({ language: 'en' }))
  await expect(page.getByRole('status').filter({ hasText: 'Read only' })).toContainText('Update Meipi')
  await app.close()
  expect(readFileSync(path, 'utf8')).toBe(newer)
})

test('a library that is gone for a while: the note stays, is said to be unsaved, and is saved when it is back', async ({
  start,
  folder,
}) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const [library, away] = [libraryIn(folder), join(folder, 'away')]
  renameSync(library, away)
  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: '批注' }).fill('盘拔掉了')
  await page.getByRole('textbox', { name: '批注' }).press('Control+Enter')
  const strip = page.getByRole('status').filter({ hasText: '没有存上' })
  await expect(strip).toContainText('找不到资料库文件夹')
  await expect(strip).toContainText('还在窗口里')
  await page.getByRole('tab', { name: '批注' }).click()
  await expect(noteCards(page)).toContainText('盘拔掉了')
  expect(readdirSync(folder)).not.toContain('library')
  renameSync(away, library)
  // Nobody presses anything.
  await expect(strip).toBeHidden()
  await saved(page)
  expect(readFileSync(recordsIn(folder).annotations, 'utf8')).toContain('盘拔掉了')
})

test('a snapshot brings back a note that was removed from the disk', async ({ start, folder }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  await writeNote(page, '云汀发展历程', '与年鉴核对')
  await chooseMenu(app, '快照…')
  const dialog = page.getByRole('dialog', { name: '快照' })
  await expect(dialog).toContainText('还没有快照')
  await dialog.getByRole('button', { name: '现在留一份' }).click()
  await expect(dialog.getByRole('list', { name: '今天' }).getByRole('listitem')).toContainText('1 份报告 · 1 条批注')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await app.close()

  const { annotations, folder: report } = recordsIn(folder)
  writeFileSync(
    annotations,
    changedBy(annotations, (all) => {
      all.length = 0
    }),
  )
  rmSync(join(report, 'annotations.previous.json'), { force: true })

  const again = await start()
  await reportShown(again.page)
  await again.page.getByRole('tab', { name: '批注' }).click()
  await expect(noteCards(again.page)).toHaveCount(0)
  await chooseMenu(again.app, '快照…')
  const list = again.page.getByRole('dialog', { name: '快照' })
  await tabTo(again.page, list.getByRole('button', { name: /^恢复…/ }))
  await again.page.keyboard.press('Enter')
  await expect(list).toContainText('一条也不会拿掉')
  await expect(list.getByRole('button', { name: '恢复', exact: true })).toBeFocused()
  await again.page.keyboard.press('Enter')
  await expect(list.getByRole('status')).toHaveText('看过 1 份报告，补回 1 条批注')
  await again.page.keyboard.press('Escape')
  await expect(noteCards(again.page)).toContainText('与年鉴核对')
  await expect(again.page.locator('mark[data-layer~="highlight"]')).toHaveText('云汀发展历程')
})
