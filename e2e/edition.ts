import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Meipi, reportShown, sampleReport } from './app.ts'

/** Words of the sample that a reader marks: what becomes of each in the corrected edition. */
export const MARKED = {
  /** Stands further down. */
  kept: '建成高标准农田5.8万亩，粮食播种面积稳定在78.2万亩',
  /** Has other figures. */
  figures: '改造老旧小区29个、惠及居民6840户',
  /** Is said in other words. */
  words: '处置低效工业用地1140亩，盘活闲置厂房18.6万平方米',
  /** Is gone. */
  gone: '中华秋沙鸭连续三年到荻荡湖越冬，市民身边的“生态相册”越来越厚。',
  /** A whole paragraph, one phrase of which was changed. */
  long: '在肯定成绩的同时，我们也清醒看到，发展中还存在一些困难和问题：',
} as const

/** What the edition says in the place of what the sample said. */
const CORRECTIONS = [
  ['　　工业经济量质齐升。', '　　工业经济量质齐升。全市工业用电量增长7.2%，工业技改投资增长11.5%，走在全省前列。'],
  [MARKED.figures, '改造老旧小区31个、惠及居民7120户'],
  [MARKED.words, '清理处置低效工业用地1140亩，带动盘活闲置厂房和仓库18.6万平方米'],
  [MARKED.gone, ''],
  ['少数干部攻坚克难的本领不强', '个别干部担当作为的本领不够强'],
] as const

/** Corrections right beside what is marked, which stands as it did. */
const CORRECTIONS_BESIDE = [
  [`改革，${MARKED.words}`, `改革攻坚，${MARKED.words}`],
  [`${MARKED.figures}，更新燃气`, `${MARKED.figures}，改造燃气`],
] as const

/** The corrected edition of the sample, as a file; its path. */
export function correctedEdition(folder: string): string {
  return writeEdition(folder, CORRECTIONS)
}

/** An edition in which only what is beside the marks was corrected, as a file; its path. */
export function editionCorrectedBeside(folder: string): string {
  return writeEdition(folder, CORRECTIONS_BESIDE)
}

function writeEdition(folder: string, corrections: readonly (readonly [from: string, to: string])[]): string {
  const path = join(folder, '2025年云汀市政府工作报告（订正稿）.txt')
  const text = corrections.reduce((before, [from, to]) => before.replace(from, to), readFileSync(sampleReport, 'utf8'))
  writeFileSync(path, text)
  return path
}

/** Marks the passages of the sample, each in a colour of its own, with a note on one. */
export async function markSample({ page }: Meipi): Promise<void> {
  await reportShown(page)
  await page.evaluate(async (marked) => {
    const state = await window.meipi.windowState()
    const id = state.ok ? (state.value.reportId ?? state.value.library.reports[0]?.id ?? '') : ''
    const answer = await window.meipi.openReport(id)
    const text = answer.ok ? (answer.value?.text ?? '') : ''
    const colors = ['gamboge', 'indigo', 'malachite', 'rouge', 'cinnabar'] as const
    for (const [index, words] of marked.entries()) {
      const start = text.indexOf(words)
      const lineEnd = text.indexOf('\n', start)
      const end = words.endsWith('：') ? lineEnd : start + words.length
      const note = index === 1 ? '口径：含街道自行改造的小区，与住建局台账核对。' : ''
      const color = colors[index] ?? 'gamboge'
      await window.meipi.changeAnnotation(id, { act: 'add', id: crypto.randomUUID(), start, end, color, note })
    }
  }, Object.values(MARKED))
  await page.reload()
  await reportShown(page)
  await expect(page.locator('main mark[data-layer~="highlight"]').first()).toBeAttached()
}

/** Answers the next question for a file with a path, as a reader who finds it. */
export async function answerOpenDialog({ app }: Meipi, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** The entries of what waits for a place. */
export function trayEntries(page: Page) {
  return page.getByRole('region', { name: '待安放' }).getByRole('article')
}

/** Gives the open report the text of a file, with all that is asked about it. */
export async function replaceWith(meipi: Meipi, path: string): Promise<void> {
  const { page } = meipi
  await answerOpenDialog(meipi, path)
  const dialog = page.getByRole('dialog', { name: '换成另一版本' })
  await dialog.getByRole('button', { name: '选择文件…' }).click()
  await dialog.getByRole('button', { name: /换上/ }).click()
  await expect(dialog).toBeHidden()
  await reportShown(page)
}
