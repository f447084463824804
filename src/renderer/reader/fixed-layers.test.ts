import { describe, expect, it } from 'vitest'
import sample from '/resources/sample-report.txt?raw'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { buildDictionary } from '../../core/glossary/dictionary.ts'
import { compileHeadwordFinder } from '../../core/glossary/report-terms.ts'
import type { ReportGlossary, ReportSummary } from '../../core/library-view.ts'
import { parseReport } from '../../core/report/parse-report.ts'
import { countColors } from '../../core/tags/tag-counts.ts'
import { sliceRange, toSourceRange } from '../../core/text/range.ts'
import { fixedLayers, highlightLayers } from './block-layers.ts'

const TEXT = `政府工作报告
——2024年1月4日在青禾市第九届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
（一）产业更优。深化“链长+专班”[1]机制，坚持“五源共治”[2]，推进“双减”[9]，落实“三重一大”，建设“无废城市”，发展新质生产力。
（二）城乡更美。全市新建道路十条，公园八处，学校三所，群众生活更加方便。
名词解释：
1.“链长+专班”：由市领导担任链长。
2.“五源共治”：对五类污染源协同治理。
`

const report = parseReport(TEXT, {})
const summary: ReportSummary = {
  id: 'here',
  file: 'a.txt',
  title: report.title,
  region: report.region,
  province: null,
  year: report.year,
  delivered: report.delivered,
  textHash: '',
  characters: 0,
  terms: 2,
  annotations: 0,
  tags: [],
  tagCounts: [],
  colors: countColors([]),
  progress: 0,
  doubts: [],
}

const THERE: ReportGlossary = {
  reportId: 'there',
  glossary: {
    entries: ['五源共治', '三重一大', '无废城市', '海绵城市'].map((term) => ({ number: null, term, definition: '释' })),
  },
}

/** The reader explains one own term of the report, one of another report, and one that nobody explains. */
const MINE = ['链长+专班', '无废城市', '新质生产力'].map((term) => ({ id: term, term, definition: '我的' }))

const headwords = buildDictionary([THERE, { reportId: 'here', glossary: report.glossary }], MINE)
const places = compileHeadwordFinder(headwords)(TEXT, report)
const layers = fixedLayers(
  { summary, report, text: TEXT },
  places,
  new Map(headwords.map((headword) => [headword.key, headword])),
)

const shown = (kind: string) =>
  layers
    .filter((layer) => layer.kind === kind)
    .map((layer) => `${sliceRange(TEXT, layer)} ${layer.tone ?? layer.id}`.replaceAll(/["“”]/gu, ''))

describe('what is painted on a report before anything is marked', () => {
  it('has each term with who explains it: the report itself before the reader, the reader before others', () => {
    expect(shown('term')).toEqual([
      '链长+专班 own',
      '五源共治 own',
      '三重一大 other',
      '无废城市 mine',
      '新质生产力 mine',
    ])
    expect(layers.filter(({ kind }) => kind === 'term').map(({ id }) => id)).toEqual(places.map(({ key }) => key))
  })

  it('has the note markers that lead to an entry, by the entry', () => {
    expect(shown('marker')).toEqual(['[1] 0', '[2] 1'])
    const at = TEXT.indexOf('[9]')
    const markers = [...report.markers, { number: '9', entry: null, ...toSourceRange(at, at + 3) }]
    const with9 = fixedLayers({ summary, text: TEXT, report: { ...report, markers } }, places, new Map())
    expect(with9.filter(({ kind }) => kind === 'marker').map(({ id }) => id)).toEqual(['0', '1'])
  })

  it('has lead sentences, and no headings of their own line', () => {
    expect(layers.filter(({ kind }) => kind === 'lead').map((layer) => sliceRange(TEXT, layer))).toEqual([
      '（一）产业更优',
      '（二）城乡更美',
    ])
  })

  it('has lead sentences whether they are in the outline or not', () => {
    const opened = { summary, text: sample, report: parseReport(sample, {}) }
    const leads = fixedLayers(opened, [], new Map()).filter(({ kind }) => kind === 'lead')
    expect(leads.map((lead) => sliceRange(sample, lead))).toEqual(
      expect.arrayContaining(['工业经济量质齐升', '（一）坚定政治忠诚']),
    )
  })

  it('has nothing but terms where a report has no outline and no markers', () => {
    const bare = { summary, text: TEXT, report: { ...report, outline: [], markers: [] } }
    expect(fixedLayers(bare, [], new Map())).toEqual([])
    expect(new Set(fixedLayers(bare, places, new Map()).map(({ kind }) => kind))).toEqual(new Set(['term']))
  })
})

describe('the highlights', () => {
  const annotation = (id: string, more: Partial<Annotation> = {}): Annotation => ({
    id,
    revision: 1,
    created: '2025-01-08T00:00:00.000Z',
    modified: '2025-01-08T00:00:00.000Z',
    anchor: { textHash: '', start: 3, end: 7, quote: '工作报告', prefix: '', suffix: '', sectionPath: [] },
    color: 'rouge',
    note: '',
    tags: [],
    deleted: false,
    ...more,
  })

  it('are the live annotations, each in its colour, with whether it has a note', () => {
    const given = [
      annotation('plain'),
      annotation('noted', { note: '好', color: 'indigo' }),
      annotation('blank', { note: ' \n' }),
      annotation('gone', { deleted: true, note: '旧' }),
    ]
    expect(highlightLayers(given)).toEqual([
      { kind: 'highlight', start: 3, end: 7, id: 'plain', tone: 'rouge', noted: false },
      { kind: 'highlight', start: 3, end: 7, id: 'noted', tone: 'indigo', noted: true },
      { kind: 'highlight', start: 3, end: 7, id: 'blank', tone: 'rouge', noted: false },
    ])
  })
})
