import type { QuoteDifference } from '../../core/annotation/candidates.ts'
import type { Doubt } from '../../core/annotation/match-anchor.ts'
import { defineTexts } from '../interface/define-texts.ts'
import { enFormats as en, zhFormats as zh } from '../interface/formats.ts'
import type { Likeness } from './likeness.ts'

interface TrayTexts {
  readonly tray: string
  readonly waitingCount: (count: number) => string
  readonly explanation: string
  readonly previous: string
  readonly next: string
  readonly fold: string
  readonly entry: (index: number, count: number) => string
  readonly before: string
  readonly doubts: Readonly<Record<Doubt, string>>
  readonly found: (count: number) => string
  readonly foundUnlikely: (count: number) => string
  readonly foundNothing: string
  readonly candidates: string
  readonly likeness: Readonly<Record<Likeness, string>>
  readonly difference: Readonly<Record<QuoteDifference, string>>
  readonly noSection: string
  readonly peek: string
  readonly place: string
  readonly choose: string
  readonly choosing: string
  readonly leaveChoosing: string
  readonly backToTray: string
  readonly showAll: string
  readonly showLess: string
  readonly placed: (count: number) => string
  readonly sole: (count: number) => string
  readonly placeSole: (count: number) => string
}

/** What is said of annotations that have no place in the text at hand. */
export const texts = defineTexts<TrayTexts>(
  {
    tray: '待安放',
    waitingCount: (count) => `待安放 ${zh.number(count)}`,
    explanation: '这份报告换过文字，下面的批注不能确定在哪里，没有擅自移动。请逐条看过，再放到合适的位置。',
    previous: '上一条',
    next: '下一条',
    fold: '收起',
    entry: (index, count) => `待安放第 ${zh.number(index)} 条，共 ${zh.number(count)} 条`,
    before: '原来的文字',
    doubts: {
      'changed-or-repeated': '这段文字或紧挨着的文字改过、删去了，或者不止出现一次。',
      'another-report': '新旧文字不像同一份报告（也许是另一年的），相同的话可能只是套话。',
      'old-text-missing': '划线时的那版文字不在资料库里，无法核对它原来的位置。',
    },
    found: (count) => `找到 ${zh.number(count)} 处可能的位置，请确认。`,
    foundUnlikely: (count) => `没有找到可靠的位置；下面 ${zh.number(count)} 处只是有些像。`,
    foundNothing: '没有找到相像的文字。可以自己选一处，或者删除。',
    candidates: '可能的位置',
    likeness: { very: '很像', rather: '比较像', slightly: '有些像' },
    difference: {
      none: '文字相同',
      form: '只有空格、全半角或引号不同',
      figures: '只有数字不同',
      words: '文字有改动',
    },
    noSection: '标题之前',
    peek: '看一看',
    place: '放在这里',
    choose: '自己选…',
    choosing: '在正文里选中这条批注现在的文字，再按“放在这里”。',
    leaveChoosing: '不选了',
    backToTray: '回到待安放',
    showAll: '展开全文',
    showLess: '收起全文',
    placed: (count) => (count === 1 ? '已安放' : `已安放 ${zh.number(count)} 条`),
    sole: (count) => `其中 ${zh.number(count)} 条的文字原样只在一处，只是紧挨着的文字有改动。`,
    placeSole: (count) => `这 ${zh.number(count)} 条都放过去`,
  },
  {
    tray: 'To be placed',
    waitingCount: (count) => `${en.number(count)} to be placed`,
    explanation:
      'The text of this report was replaced. Where these notes belong is not beyond doubt, so they were not moved. Look at each and put it where it belongs.',
    previous: 'Previous',
    next: 'Next',
    fold: 'Fold',
    entry: (index, count) => `To be placed: ${en.number(index)} of ${en.number(count)}`,
    before: 'Former words',
    doubts: {
      'changed-or-repeated':
        'The words, or those right beside them, were changed, are gone, or stand there more than once.',
      'another-report':
        'The two texts do not look like versions of one report (perhaps of another year): what both say may be a formula.',
      'old-text-missing': 'The text that was marked is not in the library: where the words stood cannot be checked.',
    },
    found: (count) => `${en.count(count, 'likely place was', 'likely places were')} found. Please confirm.`,
    foundUnlikely: (count) =>
      `No likely place was found; ${en.count(count, 'passage is', 'passages are')} somewhat alike.`,
    foundNothing: 'No similar words were found. Choose a passage yourself, or delete the note.',
    candidates: 'Possible places',
    likeness: { very: 'Very alike', rather: 'Quite alike', slightly: 'Somewhat alike' },
    difference: {
      none: 'same words',
      form: 'other spaces, width or quotation marks',
      figures: 'only the figures differ',
      words: 'other words',
    },
    noSection: 'Before the first heading',
    peek: 'Look',
    place: 'Put here',
    choose: 'Choose…',
    choosing: 'Select the words in the text that this note belongs to, then press “Put here”.',
    leaveChoosing: 'Leave',
    backToTray: 'Back to the list',
    showAll: 'Show all',
    showLess: 'Show less',
    placed: (count) => (count === 1 ? 'Placed' : `${en.count(count, 'note', 'notes')} placed`),
    sole: (count) =>
      `The words of ${en.count(count, 'note', 'notes')} stand in one place as they were; only what is beside them was changed.`,
    placeSole: (count) => `Put ${en.count(count, 'note', 'notes')} there`,
  },
)
