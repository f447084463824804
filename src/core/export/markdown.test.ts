import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Annotation, type ColorId, DEFAULT_COLOR_NAMES } from '../annotation/annotation.ts'
import type { Block, BlockKind, GlossaryEntry, Report } from '../report/report.ts'
import { toSourceRange } from '../text/range.ts'
import type { ExportInput } from './export-model.ts'
import { exportMarkdown } from './markdown.ts'
import { toBlockId } from './obsidian-names.ts'

const TEXT_HASH = 'a'.repeat(64)

/** Each line of the report's text, with what it is. */
const LINES: readonly (readonly [BlockKind, string])[] = [
  ['title', '2025年云汀市政府工作报告'],
  ['heading', '一、2024年工作回顾'],
  ['heading', '（一）生态优先'],
  ['paragraph', '污染防治纵深推进。坚持“五源共治”[1]，建成“五源共治一张图”[2]，优良天数比率达87.4%。'],
  ['paragraph', '绿色转型步伐加快。单位能耗下降3.1%。'],
  ['listItem', '一是严格执行“三重一大”[3]制度。'],
  ['glossaryHeading', '名词解释'],
  ['glossaryEntry', '1.“五源共治”：对五类污染源协同治理。'],
  ['glossaryEntry', '2.“五源共治一张图”：数字化监管平台。'],
  ['glossaryEntry', '3.“三重一大”：重大事项决策等。'],
]

const text = LINES.map(([, line]) => line).join('\n')

const blocks: readonly Block[] = LINES.map(([kind, line]) => ({ kind, ...rangeOf(line) }))

const entries: readonly GlossaryEntry[] = [
  { number: '1', term: '“五源共治”', definition: '对五类污染源协同治理。' },
  { number: '2', term: '“五源共治一张图”', definition: '数字化监管平台。' },
  { number: '3', term: '“三重一大”', definition: '“三重”指三类事项；\n“一大”指大额资金。' },
].map((entry, index) => ({ ...entry, ...rangeOf(LINES[index + 7]?.[1] ?? '') }))

const report: Report = {
  title: '2025年云汀市政府工作报告',
  region: '云汀市',
  place: null,
  year: 2025,
  delivered: '2025-01-08',
  meeting: null,
  speaker: '沈禾清',
  blocks,
  outline: [],
  glossary: { heading: '名词解释', entries },
  markers: [],
  diagnostics: [],
}

const input: ExportInput = {
  reportId: '0123456789abcdef',
  report,
  text,
  textHash: TEXT_HASH,
  annotations: [],
  colorNames: DEFAULT_COLOR_NAMES,
  exported: '2025-02-01T08:30:00.000Z',
  tags: ['生态', '2025'],
}

describe('a whole file', () => {
  const exported = exportMarkdown({
    ...input,
    annotations: [
      annotate('b2', '绿色转型步伐加快。单位能耗下降3.1%。\n一是严格执行“三重一大”[3]制度。', {
        color: 'indigo',
        tags: ['能耗', '待 核实'],
        note: '与上年比：\n\n- 上年 **3.4%**\n\n```sql\nselect 1\n```\n',
      }),
      annotate('a1', '坚持“五源共治”[1]', { color: 'malachite' }),
      annotate('c3', '优良天数比率达87.4%', { deleted: true, note: '不要了' }),
    ],
  })

  test('reads as it should', () => {
    expect(exported).toBe(`---
title: "2025年云汀市政府工作报告"
region: "云汀市"
year: 2025
delivered: "2025-01-08"
tags:
  - "生态"
  - "_2025"
aliases:
  - "云汀市 2025"
meipi_report: "0123456789abcdef"
text_hash: "${TEXT_HASH}"
exported: "2025-02-01T08:30:00.000Z"
---

# 2025年云汀市政府工作报告

> 坚持“五源共治”[1]
>
> —— 一、2024年工作回顾 › （一）生态优先 · ¶ 1 · 措施 · [回到原文](meipi://report/0123456789abcdef?a=a1)

^hl-a1

> 绿色转型步伐加快。单位能耗下降3.1%。
>
> 一是严格执行“三重一大”[3]制度。
>
> —— 一、2024年工作回顾 › （一）生态优先 · ¶ 2–3 · 数据 · #能耗 #待-核实 · [回到原文](meipi://report/0123456789abcdef?a=b2)

^hl-b2

> [!note] 批注
> 与上年比：
>
> - 上年 **3.4%**
>
> \`\`\`sql
> select 1
> \`\`\`

## 术语

- **“五源共治”**（注释 1）：对五类污染源协同治理。
- **“三重一大”**（注释 3）：“三重”指三类事项；

  “一大”指大额资金。
`)
  })

  test('its front matter is read back', () => {
    expect(readFrontMatter(exported)).toEqual({
      title: report.title,
      region: '云汀市',
      year: 2025,
      delivered: '2025-01-08',
      tags: ['生态', '_2025'],
      aliases: ['云汀市 2025'],
      meipi_report: input.reportId,
      text_hash: TEXT_HASH,
      exported: input.exported,
    })
  })
})

test('a report without highlights says so', () => {
  expect(exportMarkdown(input)).toMatch(/\n---\n\n# 2025年云汀市政府工作报告\n\n这份报告还没有划线。\n$/)
})

test('what is not known of a report is left out', () => {
  const bare: Report = { ...report, title: null, region: null, year: null, delivered: null }
  const exported = exportMarkdown({ ...input, report: bare, tags: [] })
  expect(Object.keys(readFrontMatter(exported))).toEqual(['meipi_report', 'text_hash', 'exported'])
  expect(exported).toContain('\n# 政府工作报告\n')
})

test('a title with quotes, colon and line break', () => {
  const title = '“新”: "旧" # *报告*\n第二行'
  const exported = exportMarkdown({ ...input, report: { ...report, title } })
  expect(readFrontMatter(exported)).toMatchObject({ title })
  expect(exported).toContain('\n# “新”: "旧" \\# \\*报告\\* 第二行\n')
})

test('deleted annotations leave no trace', () => {
  const exported = exportMarkdown({ ...input, annotations: [annotate('a1', '五源共治', { deleted: true })] })
  expect(exported).toBe(exportMarkdown(input))
})

test('the order of the annotations given makes no difference', () => {
  const annotations = ['优良天数', '坚持“五源共治”', '坚持', '绿色转型'].map((quote, i) => annotate(`a${i}`, quote))
  const exported = exportMarkdown({ ...input, annotations })
  expect(readBlockIds(exported)).toEqual(['hl-a2', 'hl-a1', 'hl-a0', 'hl-a3'])
  expect(exportMarkdown({ ...input, annotations: annotations.toReversed() })).toBe(exported)
})

test('a passage of another version of the text comes last and claims no place', () => {
  const other = annotate('a1', '污染防治', {}, { textHash: 'b'.repeat(64) })
  const shifted = annotate('b2', '步伐加快', {}, { start: 0, end: 4 })
  const exported = exportMarkdown({ ...input, annotations: [other, shifted, annotate('c3', '一是严格执行')] })
  expect(readBlockIds(exported)).toEqual(['hl-c3', 'hl-b2', 'hl-a1'])
  expect(exported).toContain('> 污染防治\n>\n> —— 一、2024年工作回顾 › （一）生态优先 · 位置待核对 · 重点 · [')
  expect(exported.match(/¶/g)).toHaveLength(1)
})

test('a passage without headings above it, in a colour that the reader renamed', () => {
  const exported = exportMarkdown({
    ...input,
    colorNames: { ...DEFAULT_COLOR_NAMES, gamboge: '*要点*' },
    annotations: [annotate('a1', '工作报告', {}, { sectionPath: [] })],
  })
  expect(exported).toContain('> —— \\*要点\\* · [回到原文](')
})

describe('terms', () => {
  test('a longer term brings the one inside it, each once', () => {
    const annotations = ['“五源共治一张图”', '建成“五源共治一张图”', '坚持“五源'].map((quote, i) =>
      annotate(`a${i}`, quote),
    )
    expect(readTerms(exportMarkdown({ ...input, annotations }))).toEqual(['“五源共治”', '“五源共治一张图”'])
  })

  test('no appendix where no term is quoted, though the note names one', () => {
    const annotations = [annotate('a1', '优良天数', { note: '五源共治' })]
    expect(exportMarkdown({ ...input, annotations })).not.toContain('## 术语')
  })

  test('a missing definition is said to be missing', () => {
    const glossary = { heading: null, entries: [{ ...entries[0], number: null, definition: ' ' }] as GlossaryEntry[] }
    const exported = exportMarkdown({
      ...input,
      report: { ...report, glossary },
      annotations: [annotate('a1', '五源共治')],
    })
    expect(exported).toContain('\n- **“五源共治”**：原文没有给出解释。\n')
  })
})

describe('hostile words', () => {
  test.each([
    ['---', '> \\---'],
    ['高|低', '> 高|低'],
    ['[[x]]', '> \\[\\[x]]'],
    ['# a', '> \\# a'],
    ['`a` ``b', '> \\`a\\` \\`\\`b'],
    ['%%a%%', '> \\%\\%a\\%\\%'],
    ['^hl-b2', '> \\^hl-b2'],
    ['好\n^hl-b2\n[!note] x', '> 好\n>\n> \\^hl-b2\n>\n> \\[!note] x'],
    ['😀𠮷', '> 😀𠮷'],
    [' \n ', '> —— '],
  ])('quote %j', (quote, quoted) => {
    const exported = exportMarkdown({ ...input, annotations: [annotate('a1', quote)] })
    expect(exported).toContain(`\n\n${quoted}`)
    expect(readBlockIds(exported)).toEqual(['hl-a1'])
  })

  test('a note cannot leave its callout', () => {
    const note = '一\r二\u2028^hl-a1\n---\n> 三\n```\n未完'
    const exported = exportMarkdown({
      ...input,
      annotations: [annotate('a1', '坚持', { note }), annotate('b2', '转型')],
    })
    expect(exported).toContain('> [!note] 批注\n> 一\n> 二\n> ^hl-a1\n> ---\n> > 三\n> ```\n> 未完\n\n> 转型\n')
  })

  test('whatever is quoted, noted or tagged, front matter and block ids stand', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\n', '\r', '---', '^hl-a', '> ', '#', '`', '%%', '字', '\u2028', '\u0085'))
        .map((a) => a.join('')),
    )
    const annotations = fc.uniqueArray(
      fc.record({
        id: fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }),
        quote: words.filter((quote) => quote !== ''),
        note: words,
        tags: fc.array(words),
        sectionPath: fc.array(words),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    )
    fc.assert(
      fc.property(annotations, words, (drafts, title) => {
        const exported = exportMarkdown({
          ...input,
          report: { ...report, title },
          tags: drafts.flatMap(({ tags }) => tags),
          annotations: drafts.map(({ id, quote, note, tags, sectionPath }) =>
            annotate(id, quote, { note, tags }, { sectionPath }),
          ),
        })
        expect(readFrontMatter(exported)).toMatchObject({ title: title.replace(/\p{Surrogate}/gu, '\ufffd') })
        expect(readBlockIds(exported).toSorted()).toEqual(drafts.map(({ id }) => toBlockId(id)).toSorted())
        for (const line of readBody(exported).split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/))
          expect(line).toMatch(/^(?:$|>$|> |\^hl-|# |这份报告还没有划线。$)/)
      }),
    )
  })
})

function rangeOf(line: string) {
  const start = Math.max(text.indexOf(line), 0)
  return toSourceRange(start, start + line.length)
}

function annotate(
  id: string,
  quote: string,
  rest: Partial<Omit<Annotation, 'color'>> & { readonly color?: ColorId } = {},
  anchor: Partial<Annotation['anchor']> = {},
): Annotation {
  return {
    id,
    revision: 1,
    created: '2025-01-20T00:00:00.000Z',
    modified: '2025-01-20T00:00:00.000Z',
    color: 'gamboge',
    note: '',
    tags: [],
    deleted: false,
    ...rest,
    anchor: {
      textHash: TEXT_HASH,
      ...rangeOf(quote),
      quote,
      prefix: '',
      suffix: '',
      sectionPath: ['一、2024年工作回顾', '（一）生态优先'],
      ...anchor,
    },
  }
}

/** The front matter as YAML reads it. */
function readFrontMatter(exported: string): Record<string, unknown> {
  return parse(/^---\n([\s\S]*?)\n---\n\n/.exec(exported)?.[1] ?? '')
}

function readBody(exported: string): string {
  return exported.slice(exported.indexOf('\n---\n\n') + '\n---\n\n'.length)
}

/** Ids that stand on a line of their own, with blank lines around. */
function readBlockIds(exported: string): string[] {
  return [...exported.matchAll(/(?<=\n\n)\^(hl-.+)(?=\n(?:\n|$))/g)].map((match) => match[1] ?? '')
}

function readTerms(exported: string): string[] {
  return [...exported.matchAll(/^- \*\*(.+?)\*\*/gm)].map((match) => match[1] ?? '')
}
