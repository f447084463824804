import { describe, expect, it } from 'vitest'
import { type Annotation, DEFAULT_COLOR_NAMES } from '../annotation/annotation.ts'
import { parseReport } from '../report/parse-report.ts'
import { toAnnotationsCsv } from './annotations-csv.ts'

const text = `2025年汀溪县政府工作报告
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
=坚持“五源共治”，空气质量持续改善。
二、2025年重点工作
抓好各项任务落实。
`

function annotate(id: string, quote: string, rest: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(quote)
  const time = '2025-01-20T00:00:00.000Z'
  return {
    id,
    revision: 1,
    created: time,
    modified: time,
    color: 'indigo',
    note: '',
    tags: [],
    deleted: false,
    anchor: {
      textHash: 'h',
      start,
      end: start + quote.length,
      quote,
      prefix: '',
      suffix: '',
      sectionPath: ['一、2024年工作回顾'],
    },
    ...rest,
  }
}

describe('toAnnotationsCsv', () => {
  it('has a row for every live annotation, in reading order', () => {
    const report = parseReport(text, {})
    const other = annotate('elsewhere', '抓好各项')
    const annotations = [
      annotate('b', '抓好各项任务落实。', { note: '与上年比：\n"持平"', tags: ['任务/落实', '待 核实'] }),
      annotate('a', '=坚持“五源共治”'),
      annotate('gone', '空气', { deleted: true }),
      { ...other, anchor: { ...other.anchor, textHash: 'old' } },
    ]
    const source = { reportId: '0123456789abcdef', report, text, textHash: 'h', annotations }
    const [header, ...rows] = toAnnotationsCsv([source], DEFAULT_COLOR_NAMES).slice(1).split('\r\n')
    expect(header).toBe(
      'report,title,region,year,delivered,annotation,section,paragraph,color,color_name,quote,note,tags,created,modified,revision,text_hash,start,end,in_place,link',
    )
    const time = '2025-01-20T00:00:00.000Z'
    const opening = '0123456789abcdef,2025年汀溪县政府工作报告,汀溪县,2025,'
    const section = '一、2024年工作回顾'
    const at = (quote: string) => `${text.indexOf(quote)},${text.indexOf(quote) + quote.length}`
    const link = 'meipi://report/0123456789abcdef?a='
    expect(rows).toEqual([
      `${opening},a,${section},2,indigo,数据,'=坚持“五源共治”,,,${time},${time},1,h,${at('=坚持“五源共治”')},1,${link}a`,
      `${opening},elsewhere,${section},,indigo,数据,抓好各项,,,${time},${time},1,old,${at('抓好各项')},0,${link}elsewhere`,
      `${opening},b,${section},3,indigo,数据,抓好各项任务落实。,"与上年比：\n""持平""",任务/落实; 待 核实,${time},${time},1,h,${at('抓好各项任务落实。')},1,${link}b`,
      '',
    ])
  })
})
