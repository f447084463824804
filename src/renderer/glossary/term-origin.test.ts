import { describe, expect, it } from 'vitest'
import { buildDictionary } from '../../core/glossary/dictionary.ts'
import type { OpenedReport } from '../../core/library-view.ts'
import { parseReport } from '../../core/report/parse-report.ts'
import { countColors } from '../../core/tags/tag-counts.ts'
import { originOf, ownEntry, type TermOrigin } from './term-origin.ts'

const TEXT = `政府工作报告
——2024年1月4日在青禾市第九届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
（一）产业更优。深化“链长+专班”机制，坚持“五源共治”。
名词解释：
1.“链长+专班”：由市领导担任链长。
2.“五源共治”：对五类污染源协同治理。
`

const opened: OpenedReport = {
  summary: {
    id: 'here',
    file: 'a.txt',
    title: null,
    region: null,
    province: null,
    year: null,
    delivered: null,
    textHash: '',
    characters: 0,
    terms: 2,
    annotations: 0,
    tags: [],
    tagCounts: [],
    colors: countColors([]),
    progress: 0,
    doubts: [],
  },
  text: TEXT,
  report: parseReport(TEXT, {}),
  corrections: [],
  annotations: [],
  waiting: [],
  conflicts: [],
  readingPlace: null,
}

const explaining = (reportId: string, ...terms: string[]) => ({
  reportId,
  glossary: { entries: terms.map((term) => ({ number: null, term, definition: '释' })) },
})
const mine = (...terms: string[]) => terms.map((term) => ({ id: term, term, definition: '我的' }))

const headwords = buildDictionary(
  [explaining('there', '五源共治', '三重一大', '双减'), { reportId: 'here', glossary: opened.report.glossary }],
  mine('链长+专班', '双减', '新质生产力'),
)
const headwordOf = (term: string) => {
  const found = headwords.find((headword) => headword.term === term)
  if (!found) throw new Error(`no headword ${term}`)
  return found
}

describe('who explains a term', () => {
  it.each<readonly [term: string, origin: TermOrigin, elsewhere: TermOrigin]>([
    ['五源共治', 'own', 'own'],
    ['链长+专班', 'own', 'mine'],
    ['三重一大', 'other', 'own'],
    ['双减', 'mine', 'own'],
    ['新质生产力', 'mine', 'mine'],
  ])('%s: %s here, %s there', (term, origin, elsewhere) => {
    expect([originOf(headwordOf(term), 'here'), originOf(headwordOf(term), 'there')]).toEqual([origin, elsewhere])
  })

  it.each([
    ['链长+专班', '由市领导担任链长。'],
    ['五源共治', '对五类污染源协同治理。'],
    ['三重一大', null],
    ['新质生产力', null],
  ])('%s is explained by the report’s own entry: %s', (term, definition) => {
    expect(ownEntry(opened, headwordOf(term))?.definition ?? null).toBe(definition)
  })
})
