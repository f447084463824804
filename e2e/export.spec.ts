import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { type Entry, open } from 'yauzl'
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  expect,
  exportNotes,
  type Meipi,
  noteCards,
  reportShown,
  sampleReport,
  saved,
  selectWords,
  tabTo,
  test,
  writeReport,
} from './app.ts'

const SAMPLE = '2025年云汀市政府工作报告'

/** Marks two passages of the sample, one in indigo with a note, the other in rouge with a tag. */
async function markTwo(page: Page): Promise<void> {
  await selectWords(page, '接入点位1376个')
  await page.keyboard.press('2')
  await selectWords(page, '接入点位1376个')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: '批注' }).fill('去年是多少？')
  await page.keyboard.press('Control+Enter')
  await selectWords(page, '荻荡湖退圩还湖2600亩')
  await page.keyboard.press('4')
  await selectWords(page, '荻荡湖退圩还湖2600亩')
  await page.keyboard.press('t')
  await page.keyboard.type('环境/水')
  await page.keyboard.press('Enter')
  await saved(page)
}

async function openMarked(start: (...args: string[]) => Promise<Meipi>, ...others: string[]): Promise<Meipi> {
  const meipi = await start(...others, sampleReport)
  await reportShown(meipi.page, SAMPLE)
  await markTwo(meipi.page)
  return meipi
}

const exportDialog = (page: Page) => page.getByRole('dialog', { name: '导出', exact: true })
const preview = (page: Page) => page.getByRole('region', { name: '预览' })

test('the dialog by keyboard: what is exported, how much, what it looks like', async ({ start, folder }) => {
  const { app, page } = await openMarked(start)
  await page.keyboard.press('Control+e')
  const dialog = exportDialog(page)
  await expect(dialog.getByRole('combobox', { name: '模板' })).toBeFocused()
  await expect(dialog.getByRole('status')).toHaveText('2 处划线、1 条批注')
  await expect(preview(page)).toContainText('title: "2025年云汀市政府工作报告"')
  await expect(preview(page)).toContainText('去年是多少？')

  // Colours by the reader's names, tags with those under them; the preview follows.
  await tabTo(page, dialog.getByRole('checkbox', { name: '数据' }))
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('status')).toHaveText('1 处划线、0 条批注')
  await expect(preview(page)).not.toContainText('去年是多少？')
  await page.keyboard.press('Space')
  await tabTo(page, dialog.getByRole('checkbox', { name: '环境 1' }))
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('status')).toHaveText('1 处划线、0 条批注')
  await expect(preview(page)).toContainText('荻荡湖退圩还湖2600亩')

  // Where nothing is left it says so, and nothing can be exported.
  await tabTo(page, dialog.getByRole('radio', { name: '不限' }))
  await page.keyboard.press('ArrowRight')
  await dialog.getByLabel('到', { exact: true }).fill('2001-01-01')
  await expect(dialog.getByRole('status')).toHaveText('没有符合条件的划线。请放宽颜色、标签或日期。')
  await expect(dialog.getByRole('button', { name: '导出…' })).toBeDisabled()
  await dialog.getByLabel('到', { exact: true }).fill('2999-12-31')
  await expect(dialog.getByRole('status')).toHaveText('1 处划线、0 条批注')

  await dialog.getByRole('combobox', { name: '模板' }).selectOption('Logseq 大纲')
  await expect(preview(page)).toContainText('meipi-report::')
  const path = join(folder, '环境.md')
  await answerSaveDialog(app, path)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('已导出：环境.md')
  const written = readFileSync(path, 'utf8')
  expect(written).toContain('荻荡湖退圩还湖2600亩')
  expect(written).not.toContain('1376')
  await expect(page.getByRole('main')).toBeVisible()

  // Template and colours are as they were chosen last; tags and dates were of that one time.
  await page.keyboard.press('Control+e')
  await expect(dialog.getByRole('combobox', { name: '模板' })).toHaveValue('logseq')
  await expect(dialog.getByRole('status')).toHaveText('2 处划线、1 条批注')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('reference and terms are the reader’s choice', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page, SAMPLE)
  await page.keyboard.press('Control+e')
  const dialog = exportDialog(page)
  await expect(dialog.getByRole('status')).toHaveText('还没有划线。在正文里选中文字划线，再来导出。')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await selectWords(page, '迭代升级“五源共治”体系')
  await page.keyboard.press('1')
  await saved(page)
  await page.keyboard.press('Control+e')
  await expect(preview(page)).toContainText('## 术语')
  await dialog.getByRole('checkbox', { name: /^术语附录/ }).press('Space')
  await expect(preview(page)).not.toContainText('## 术语')
  await dialog.getByRole('radio', { name: '以政府为作者' }).press('Space')
  await expect(preview(page)).toContainText('引用：云汀市人民政府')
  await dialog.getByRole('combobox', { name: '国标版本' }).selectOption('GB/T 7714 旧版（2015）')
  await expect(preview(page)).toContainText('云汀市: 云汀市人民政府, 2025')
})

test('a template of the reader’s own: an error is told with its line, mended, saved and used', async ({
  start,
  folder,
}) => {
  const { app, page } = await openMarked(start)
  await page.keyboard.press('Control+e')
  const dialog = exportDialog(page)
  await dialog.getByRole('combobox', { name: '模板' }).selectOption('纯 Markdown')
  await dialog.getByRole('button', { name: '从此模板另存…' }).click()
  const editor = page.getByRole('dialog', { name: '导出模板' })
  await expect(editor.getByRole('textbox', { name: '名称' })).toBeFocused()
  await editor.getByRole('textbox', { name: '名称' }).fill('摘抄')
  const source = editor.getByRole('textbox', { name: '模板内容' })
  await expect(source).toHaveValue(/report\.heading/)
  await source.fill(
    '# {{ report.heading | md }}\n{% for passage in passages %}\n- {{ passage.qoute | md }}\n{% endfor %}',
  )
  const problem = editor.getByRole('alert')
  await expect(problem).toContainText('模板第 3 行：没有名为 passage.qoute 的内容')
  await problem.getByRole('button', { name: '到第 3 行' }).click()
  await expect(source).toBeFocused()
  await page.keyboard.type('- 《{{ passage.quote | md }}》')
  await expect(preview(page)).toContainText('- 《接入点位1376个》')

  // A loop without end is stopped, and the next preview comes at once.
  const good = await source.inputValue()
  await source.fill(
    '{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
  )
  await page.waitForTimeout(600)
  await source.fill(good)
  await expect(preview(page)).toContainText('- 《接入点位1376个》', { timeout: 3000 })

  // What was written is not thrown away by Escape.
  await page.keyboard.press('Escape')
  await expect(source).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('combobox', { name: '模板' })).toHaveValue('摘抄')
  expect(readFileSync(join(folder, 'library', 'templates', '摘抄.liquid'), 'utf8')).toBe(good)

  const path = join(folder, '摘抄.md')
  await answerSaveDialog(app, path)
  await expect(preview(page)).toContainText('- 《接入点位1376个》')
  await dialog.getByRole('button', { name: '导出…' }).click()
  await expect(page.getByRole('alert')).toContainText('已导出')
  expect(readFileSync(path, 'utf8')).toContain('- 《荻荡湖退圩还湖2600亩》')

  // It can be changed; one that changed on the disk meanwhile is not written over.
  await page.keyboard.press('Control+e')
  await dialog.getByRole('button', { name: '编辑…' }).click()
  await source.fill(`${good}\n完`)
  writeFileSync(join(folder, 'library', 'templates', '摘抄.liquid'), '别处改的')
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor.getByRole('alert')).toContainText('刚刚被别的程序改动')
  expect(readFileSync(join(folder, 'library', 'templates', '摘抄.liquid'), 'utf8')).toBe('别处改的')
})

test('exporting into a file that was edited by hand shows the changes first and keeps the edits', async ({
  start,
  folder,
}) => {
  const meipi = await openMarked(start)
  const { app, page } = meipi
  const path = join(folder, '云汀.md')
  await exportNotes(meipi, path)
  const byHand = readFileSync(path, 'utf8').replace('\n> 荻荡湖', '\n我自己写的一段。\n\n> 荻荡湖')
  writeFileSync(path, `${byHand}\n## 我的结论\n\n待写。\n`)
  await page.keyboard.press('Alt+3')
  await noteCards(page).filter({ hasText: '荻荡湖' }).getByRole('button', { name: '删除' }).click()
  await selectWords(page, '云汀发展历程')
  await page.keyboard.press('1')
  await saved(page)
  const edited = readFileSync(path, 'utf8')

  await page.keyboard.press('Control+e')
  await answerOpenDialog(app, path)
  await exportDialog(page).getByRole('button', { name: '更新已有文件…' }).click()
  const review = page.getByRole('dialog', { name: '更新已有文件' })
  await expect(review).toContainText('新增 1 · 更新 0 · 删除 1 · 未变 1')
  await expect(review.getByRole('listitem').filter({ hasText: '新增' })).toContainText('云汀发展历程')
  expect(readFileSync(path, 'utf8')).toBe(edited)
  await review.getByRole('radio', { name: '移除' }).press('Space')
  await expect(review.locator('li[data-kind="removed"] del')).toContainText('荻荡湖退圩还湖2600亩')
  await page.keyboard.press('Escape')
  await expect(review).toBeHidden()
  expect(readFileSync(path, 'utf8')).toBe(edited)

  // To the same file as before: the same look first.
  await page.keyboard.press('Control+e')
  await answerSaveDialog(app, path)
  await exportDialog(page).getByRole('button', { name: '导出…' }).click()
  await expect(review).toContainText('删除 1')
  await review.getByRole('button', { name: '写入' }).click()
  await expect(review).toBeHidden()
  const updated = readFileSync(path, 'utf8')
  for (const part of [
    '我自己写的一段。',
    '## 我的结论\n\n待写。',
    '~~荻荡湖退圩还湖2600亩~~',
    '> 云汀发展历程',
    '去年是多少？',
  ])
    expect(updated).toContain(part)
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe(edited)
})

test('a file that is no export of Meipi’s is replaced only after a look, and kept', async ({ start, folder }) => {
  const { app, page } = await openMarked(start)
  const path = join(folder, '日记.md')
  writeFileSync(path, '# 日记\n')
  await page.keyboard.press('Control+e')
  await answerSaveDialog(app, path)
  await exportDialog(page).getByRole('button', { name: '导出…' }).click()
  const review = page.getByRole('dialog', { name: '更新已有文件' })
  await expect(review).toContainText('整个替换')
  await expect(review).toContainText('日记.md.bak')
  expect(readFileSync(path, 'utf8')).toBe('# 日记\n')
  await review.getByRole('button', { name: '写入' }).click()
  await expect(page.getByRole('alert')).toContainText('已导出')
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('# 日记\n')
  expect(readFileSync(path, 'utf8')).toContain('接入点位1376个')
})

test('several reports go into a folder, those with nothing to export stay out', async ({ start, folder }) => {
  const other = writeReport(
    folder,
    '汀溪县',
    '2025年汀溪县政府工作报告',
    '各位代表：',
    '　　现在，我向大会报告工作，请予审议。',
  )
  const bare = writeReport(folder, '荻川县', '2025年荻川县政府工作报告', '各位代表：', '　　请予审议。')
  const { app, page } = await openMarked(start, bare, other)
  await page.getByRole('list', { name: '报告' }).getByText('汀溪县 2025').click()
  await reportShown(page, /汀溪县/)
  await selectWords(page, '向大会报告工作')
  await page.keyboard.press('1')
  await saved(page)
  await page.keyboard.press('Control+e')
  const dialog = exportDialog(page)
  await dialog.getByRole('radio', { name: '全部' }).press('Space')
  await expect(dialog.getByRole('status')).toHaveText('3 处划线、1 条批注，在 2 份报告里')
  const into = join(folder, '导出')
  mkdirSync(into)
  await answerOpenDialog(app, into)
  await dialog.getByRole('button', { name: '导出 2 份…' }).click()
  await expect(page.getByRole('alert')).toContainText('已导出 2 份到文件夹 导出')
  expect(readFileSync(join(into, '2025年汀溪县政府工作报告.md'), 'utf8')).toContain('向大会报告工作')
  expect(readFileSync(join(into, `${SAMPLE}.md`), 'utf8')).toContain('接入点位1376个')
  expect(existsSync(join(into, '2025年荻川县政府工作报告.md'))).toBe(false)
})

test('a Word file has quotes, notes and the reference', async ({ start, folder }) => {
  const { app, page } = await openMarked(start)
  const path = join(folder, '笔记.docx')
  await answerSaveDialog(app, path)
  await chooseMenu(app, '导出 Word…')
  await expect(page.getByRole('alert')).toContainText('已导出：笔记.docx')
  const xml = await partOf(path, 'word/document.xml')
  for (const words of ['接入点位1376个', '去年是多少？', '云汀市人民政府. 2025年云汀市政府工作报告'])
    expect(xml).toContain(words)
})

test('annotations go out as W3C JSON and come back equal; a table has them all', async ({ start, folder }) => {
  const first = await openMarked(start)
  const { page, app } = first
  const allOf = (of: Page) =>
    of.evaluate(async () => {
      const state = await window.meipi.windowState()
      const [report] = state.ok ? state.value.library.reports : []
      const answer = report ? await window.meipi.openReport(report.id) : null
      return answer?.ok ? answer.value?.annotations : null
    })
  const before = await allOf(page)
  expect(before).toHaveLength(2)
  const path = join(folder, '批注.jsonld')
  await answerSaveDialog(app, path)
  await chooseMenu(app, '导出批注（W3C JSON）…')
  const dialog = page.getByRole('dialog', { name: '导出批注（W3C JSON）' })
  await expect(dialog.getByRole('status')).toHaveText('2 条划线和批注')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('已导出：批注.jsonld')

  const table = join(folder, '批注.csv')
  await answerSaveDialog(app, table)
  await chooseMenu(app, '导出批注表格（CSV）…')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('已导出：批注.csv')
  const csv = readFileSync(table, 'utf8')
  expect(csv.startsWith('\ufeffreport,title,')).toBe(true)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(3)

  // They are taken out of the library, and come back into the open report.
  await answerOpenDialog(app, path)
  await chooseMenu(app, '导入批注…')
  const summary = page.getByRole('dialog', { name: '导入批注' })
  await expect(summary.getByRole('row', { name: '已有，内容相同 2' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(summary).toBeHidden()
  await first.app.close()
  writeFileSync(
    join(folder, 'library', 'reports', reportIdIn(path), 'annotations.json'),
    '{"schemaVersion":1,"annotations":[]}',
  )

  const again = await start()
  await reportShown(again.page, SAMPLE)
  await again.page.keyboard.press('Alt+3')
  await expect(noteCards(again.page)).toHaveCount(0)
  await answerOpenDialog(again.app, path)
  await chooseMenu(again.app, '导入批注…')
  await expect(again.page.getByRole('dialog', { name: '导入批注' }).getByRole('row', { name: '新增 2' })).toBeVisible()
  await again.page.keyboard.press('Enter')
  await expect(noteCards(again.page)).toHaveCount(2)
  expect(await allOf(again.page)).toEqual(before)

  // A file with anything wrong in it is refused whole, by the line.
  const wrong = join(folder, '坏的.jsonld')
  writeFileSync(wrong, readFileSync(path, 'utf8').replace('"color":"rouge"', '"color":"pink"'))
  await answerOpenDialog(again.app, wrong)
  await chooseMenu(again.app, '导入批注…')
  await expect(again.page.getByRole('alert')).toContainText(
    /第 \d+ 行（第 2 条批注）的 color 不符合格式。没有导入任何内容/,
  )
})

/** A part of a zip file. */
function partOf(path: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    open(path, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName !== name) return
        zip.openReadStream(entry, (failure, stream) => (failure ? reject(failure) : resolve(text(stream))))
      })
    })
  })
}

/** The report that the annotations of a file belong to. */
function reportIdIn(path: string): string {
  return /urn:meipi:report:([0-9a-f]{16})/.exec(readFileSync(path, 'utf8'))?.[1] ?? ''
}
