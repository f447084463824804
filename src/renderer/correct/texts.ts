import type { CorrectedField } from '../../core/correction/correction.ts'
import { defineTexts } from '../interface/define-texts.ts'

interface CorrectTexts {
  readonly menu: string
  readonly asParagraph: string
  readonly asHeading: (level: number) => string
  readonly asSalutation: string
  readonly asByline: string
  readonly asBoilerplate: string
  readonly asParsed: string
  readonly splitEntry: string
  readonly joinEntry: string
  readonly entryTerm: string
  readonly act: string
  readonly corrected: string
  readonly title: string
  readonly hint: string
  readonly fields: Readonly<Record<CorrectedField, string>>
  readonly yearHint: string
  readonly dateHint: string
  readonly badYear: string
  readonly badDate: string
  readonly reset: string
}

/** What is said where the reader corrects what the parser got wrong. */
export const texts = defineTexts<CorrectTexts>(
  {
    menu: '改正这一段',
    asParagraph: '正文段落',
    asHeading: (level) => `${'一二三四'.charAt(level - 1)}级标题`,
    asSalutation: '称呼（各位代表：）',
    asByline: '题下说明（日期、报告人）',
    asBoilerplate: '网页杂项，收起',
    asParsed: '恢复自动识别',
    splitEntry: '从选中处拆成新词条',
    joinEntry: '并入上一词条',
    entryTerm: '选中的文字是术语',
    act: '改正',
    corrected: '已改正。原文没有改动，随时可以撤销。',
    title: '改正报告信息',
    hint: '只改眉批对报告的理解，不改原文。留空表示没有。',
    fields: { title: '标题', region: '地区', year: '年份', delivered: '报告日期', meeting: '会议', speaker: '报告人' },
    yearHint: '报告所部署的那一年，如 2024',
    dateHint: '年-月-日，如 2024-01-04',
    badYear: '年份请写四位数字，如 2024。',
    badDate: '日期请写成年-月-日，如 2024-01-04。',
    reset: '全部恢复自动识别',
  },
  {
    menu: 'Correct this paragraph',
    asParagraph: 'Paragraph',
    asHeading: (level) => `Heading ${level}`,
    asSalutation: 'Salutation',
    asByline: 'Line under the title (date, speaker)',
    asBoilerplate: 'Web page furniture: set aside',
    asParsed: 'As recognised',
    splitEntry: 'A new entry begins at the selection',
    joinEntry: 'Belongs to the entry above',
    entryTerm: 'The selected words are the term',
    act: 'correction',
    corrected: 'Corrected. The text itself is unchanged, and this can be undone.',
    title: 'Correct report details',
    hint: 'This corrects how Meipi understands the report, never its text. Leave empty what there is not.',
    fields: {
      title: 'Title',
      region: 'Region',
      year: 'Year',
      delivered: 'Delivered',
      meeting: 'Meeting',
      speaker: 'Speaker',
    },
    yearHint: 'The year that the report plans, as 2024',
    dateHint: 'Year-month-day, as 2024-01-04',
    badYear: 'Write the year in four digits, as 2024.',
    badDate: 'Write the date as year-month-day, as 2024-01-04.',
    reset: 'All as recognised',
  },
)
