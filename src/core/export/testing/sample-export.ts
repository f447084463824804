import type { Annotation } from '../../annotation/annotation.ts'
import { DEFAULT_COLOR_NAMES } from '../../annotation/annotation.ts'
import type { BlockKind, GlossaryEntry, Report } from '../../report/report.ts'
import { toSourceRange } from '../../text/range.ts'
import type { ExportInput } from '../export-model.ts'

const TEXT_HASH = 'a'.repeat(64)

/** Each line of the report's text, with what it is. Some hold what Markdown, YAML or Obsidian would act on. */
const LINES: readonly (readonly [BlockKind, string])[] = [
  ['title', '2025年云汀市政府工作报告'],
  ['heading', '一、2024年工作回顾'],
  ['heading', '（一）生态优先'],
  ['paragraph', '污染防治纵深推进。坚持“五源共治”[1]，建成“五源共治一张图”[2]，优良天数比率达87.4%。'],
  ['paragraph', '绿色转型步伐加快。单位能耗下降3.1%。'],
  ['listItem', '一是严格执行“三重一大”[3]制度。'],
  ['heading', '二、*重点* [[工作]]'],
  ['paragraph', '---'],
  ['paragraph', '|甲|乙| [[链接]] ![[嵌入]] # 标题 `代码` %%注释%% ==高亮== $a$ <b>'],
  ['paragraph', '^hl-fake'],
  ['paragraph', '表情😀👩‍👧，生僻字𠮷𫟦𰻞，〇。'],
  ['paragraph', '1. 不是列表 * _x_ ~~y~~ key:: value'],
  ['glossaryHeading', '名词解释'],
  ['glossaryEntry', '1.“五源共治”：对五类污染源协同治理。'],
  ['glossaryEntry', '2.“五源共治一张图”：数字化监管平台。'],
  ['glossaryEntry', '3.“三重一大”：重大事项决策等。'],
]

const text = LINES.map(([, line]) => line).join('\n')

function rangeOf(words: string) {
  const start = Math.max(text.indexOf(words), 0)
  return toSourceRange(start, start + words.length)
}

const entries: readonly GlossaryEntry[] = [
  { number: '1', term: '“五源共治”', definition: '对五类污染源协同治理。' },
  { number: '2', term: '“五源共治一张图”', definition: '' },
  { number: null, term: '“三重一大”', definition: '“三重”指三类事项；\n“一大”指大额资金。' },
].map((entry, index) => ({ ...entry, ...rangeOf(LINES[index + 13]?.[1] ?? '') }))

const report: Report = {
  title: '2025年云汀市政府工作报告',
  region: '云汀市',
  place: null,
  year: 2025,
  delivered: '2025-01-08',
  meeting: '云汀市第十届人民代表大会第四次会议',
  speaker: '沈禾清',
  blocks: LINES.map(([kind, line]) => ({ kind, ...rangeOf(line) })),
  outline: [],
  glossary: { heading: '名词解释', entries },
  markers: [],
  diagnostics: [],
}

/** An annotation of the sample's text. */
export function annotateSample(
  number: number,
  quote: string,
  rest: Partial<Annotation> = {},
  sectionPath: readonly string[] = ['二、*重点* [[工作]]'],
): Annotation {
  const time = '2025-01-20T00:00:00.000Z'
  const anchor = { textHash: TEXT_HASH, ...rangeOf(quote), quote, prefix: '', suffix: '', sectionPath }
  const id = `3f2b8c6e-0c1d-4e5f-8a9b-${String(number).padStart(12, '0')}`
  return {
    id,
    revision: 1,
    created: time,
    modified: time,
    anchor,
    color: 'gamboge',
    note: '',
    tags: [],
    deleted: false,
    ...rest,
  }
}

const ECOLOGY = ['一、2024年工作回顾', '（一）生态优先']

/** Everything that an export can meet, in a report that was made for it. */
export const SAMPLE_EXPORT: ExportInput = {
  reportId: '0123456789abcdef',
  report,
  text,
  textHash: TEXT_HASH,
  colorNames: DEFAULT_COLOR_NAMES,
  exported: '2025-02-01T08:30:00.000Z',
  tags: ['生态', '2025', '待 核实'],
  annotations: [
    annotateSample(
      1,
      '绿色转型步伐加快。单位能耗下降3.1%。\n一是严格执行“三重一大”[3]制度。',
      { color: 'indigo', tags: ['能耗', '待 核实'], note: '与上年比：\n\n- 上年 **3.4%**\n\n```sql\nselect 1\n```\n' },
      ECOLOGY,
    ),
    annotateSample(2, '坚持“五源共治”[1]，建成“五源共治一张图”[2]', { color: 'malachite' }, ECOLOGY),
    annotateSample(3, '优良天数比率达87.4%', { deleted: true, note: '不要了' }, ECOLOGY),
    annotateSample(4, '---\n|甲|乙| [[链接]] ![[嵌入]] # 标题 `代码` %%注释%% ==高亮== $a$ <b>\n^hl-fake'),
    annotateSample(5, '表情😀👩‍👧，生僻字𠮷𫟦𰻞，〇。', {
      color: 'rouge',
      tags: ['1984', '环境/空气'],
      note: '^hl-x\n---\n> 引\n#+END_NOTE\nid:: 3f2b8c6e\n  - 列表\n未完 ```',
    }),
    { ...annotateSample(6, '1. 不是列表 * _x_ ~~y~~ key:: value'), id: '别处的 id (1)' },
    annotateSample(7, '别的版本里的话', {
      color: 'cinnabar',
      anchor: { ...annotateSample(7, '别的').anchor, quote: '别的版本里的话', textHash: 'b' },
    }),
  ],
}
