import type { CarrySummary } from '../../core/library-view.ts'
import { defineTexts } from '../interface/define-texts.ts'
import { enFormats as en, zhFormats as zh } from '../interface/formats.ts'

/** How many annotations stay or move by themselves, and how many wait for the reader. */
type Counts = Pick<CarrySummary, 'exact' | 'moved' | 'ambiguous' | 'orphan'>

export const settledOf = ({ exact, moved }: Counts): number => exact + moved
export const waitingOf = ({ ambiguous, orphan }: Counts): number => ambiguous + orphan

/** What is said when another edition takes the place of a report's text. */
export const texts = defineTexts(
  {
    title: '换成另一版本',
    hint: (name: string) =>
      `为“${name}”换上另一版文字，比如订正稿，或另一种编码的文件。划线和批注会跟到新文字里；位置拿不准的，会请您逐条确认。原来的文件保留在资料库里。`,
    chooseFile: '选择文件…',
    orReport: '或者，用资料库里的另一份报告：',
    checking: '正在核对新旧文字…',
    replacing: '正在换成新版本…',
    edition: '新版本',
    settled: (count: number) => `${zh.number(count)} 处划线留在原位，或跟着文字移到新位置`,
    waiting: (count: number) => `${zh.number(count)} 处划线的位置要请您确认`,
    idleCorrections: (count: number) => `${zh.number(count)} 处改正在新文字里用不上（会留着）`,
    nothingMarked: '这份报告还没有划线和批注。',
    sameText: '这一版的文字和现在的完全相同。',
    otherReport:
      '这两份文字不像同一份报告。可能选错了文件，或者是另一年、另一地的报告。换上之后，划线都不会自动安放，要逐条确认。',
    takesIn: '换上之后，那份报告并入这一份，并移到回收站。',
    chooseAgain: '另选',
    replace: '换上这一版',
    replaceAnyway: '仍然换上',
    replaced: (counts: Counts) => {
      const parts = [
        ...(settledOf(counts) > 0 ? [`${zh.number(settledOf(counts))} 处划线已在位`] : []),
        ...(waitingOf(counts) > 0 ? [`${zh.number(waitingOf(counts))} 处待您确认`] : []),
      ]
      return `已换成新版本${parts.length > 0 ? `：${parts.join('，')}` : ''}`
    },
    putBack: '换回',
    backAgain: '已换回原来的文字',
  },
  {
    title: 'Replace with another edition',
    hint: (name) =>
      `Gives “${name}” another text: a corrected edition, say, or a file in another encoding. Highlights and notes go along; where the place is in doubt you are asked. The former file stays in the library.`,
    chooseFile: 'Choose a file…',
    orReport: 'Or take another report of the library:',
    checking: 'Comparing the texts…',
    replacing: 'Replacing…',
    edition: 'New edition',
    settled: (count) => `${en.count(count, 'highlight stays', 'highlights stay')} in place, or move with the words`,
    waiting: (count) => `${en.count(count, 'highlight waits', 'highlights wait')} for you to confirm the place`,
    idleCorrections: (count) =>
      `${en.count(count, 'correction has', 'corrections have')} no place in the new text (kept, without effect)`,
    nothingMarked: 'There are no highlights or notes in this report yet.',
    sameText: 'This edition has the very text that the report has now.',
    otherReport:
      'These do not look like two editions of one report. The file may be the wrong one, or the report of another year or place. No highlight would be placed by itself.',
    takesIn: 'That report becomes part of this one and moves to the bin.',
    chooseAgain: 'Choose another',
    replace: 'Replace',
    replaceAnyway: 'Replace anyway',
    replaced: (counts) => {
      const parts = [
        ...(settledOf(counts) > 0 ? [`${en.number(settledOf(counts))} in place`] : []),
        ...(waitingOf(counts) > 0 ? [`${en.number(waitingOf(counts))} for you to confirm`] : []),
      ]
      return `Replaced${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
    },
    putBack: 'Put back',
    backAgain: 'The former edition is back',
  },
)
