import { defineTexts } from '../interface/define-texts.ts'
import { enFormats as en, zhFormats as zh } from '../interface/formats.ts'

/** Characters that a practised reader of reports reads in a minute. */
const READING_SPEED = 400

function minutes(characters: number): number {
  return Math.max(1, Math.round(characters / READING_SPEED))
}

/** What is said on and around the page. */
export const texts = defineTexts(
  {
    outline: '目录',
    terms: '术语',
    notes: '批注',
    sidebar: '侧栏',
    noOutline: '这份报告没有可识别的标题。',
    hasMarks: '有划线',
    highlightToolbar: '划线',
    note: '批注',
    tags: '标签',
    copyQuote: '复制引文',
    find: '查找',
    define: '释义',
    notAReport: '这份文件不像政府工作报告，按普通文本显示。',
    doubts: '有待核对：',
    between: '',
    correct: '改正',
    characters: (count: number) => `${zh.number(count)} 字`,
    minutes: (characters: number) => `约 ${zh.number(minutes(characters))} 分钟`,
    glossaryCount: (count: number) => `${zh.number(count)} 条名词解释`,
    noteCount: (count: number) => `${zh.number(count)} 条批注`,
    paragraphNumber: (count: number) => `¶ ${count}`,
    paragraphMenu: (count: number) => `第 ${count} 段：改正`,
    blockMenu: '改正这一段',
    asideFolded: (lines: number) => `已收起网页杂项 ${zh.number(lines)} 行 · 显示`,
    asideShown: (lines: number) => `网页杂项 ${zh.number(lines)} 行 · 收起`,
    keepBlock: '放回正文',
    goToMarkers: '回到正文',
    findInText: '在文中查找',
    findCount: (here: number, all: number) => (all === 0 ? '没有' : `${zh.number(here)} / ${zh.number(all)}`),
    findNext: '下一处',
    findPrevious: '上一处',
    annotationGone: '这个链接指向的划线已不在这份报告里，可能已经删除。报告已经打开，可以在“批注”里查看其他划线。',
  },
  {
    outline: 'Outline',
    terms: 'Terms',
    notes: 'Notes',
    sidebar: 'Sidebar',
    noOutline: 'No headings were recognised in this report.',
    hasMarks: 'has highlights',
    highlightToolbar: 'Highlight',
    note: 'Note',
    tags: 'Tags',
    copyQuote: 'Copy quote',
    find: 'Find',
    define: 'Define',
    notAReport: 'This does not look like a government work report. It is shown as plain text.',
    doubts: 'To be checked: ',
    between: ' ',
    correct: 'Correct',
    characters: (count) => en.count(count, 'character', 'characters'),
    minutes: (characters) => `about ${en.number(minutes(characters))} min`,
    glossaryCount: (count) => en.count(count, 'term explained', 'terms explained'),
    noteCount: (count) => en.count(count, 'note', 'notes'),
    paragraphNumber: (count) => `¶ ${count}`,
    paragraphMenu: (count) => `Paragraph ${count}: correct`,
    blockMenu: 'Correct this paragraph',
    asideFolded: (lines) => `${en.count(lines, 'line', 'lines')} of web page furniture set aside · show`,
    asideShown: (lines) => `${en.count(lines, 'line', 'lines')} of web page furniture · fold`,
    keepBlock: 'Put back',
    goToMarkers: 'Back to the text',
    findInText: 'Find in the text',
    findCount: (here, all) => (all === 0 ? 'None' : `${en.number(here)} / ${en.number(all)}`),
    findNext: 'Next',
    findPrevious: 'Previous',
    annotationGone:
      'The highlight that this link leads to is not in this report any more; it may have been deleted. The report is open, and “Notes” has its other highlights.',
  },
)
