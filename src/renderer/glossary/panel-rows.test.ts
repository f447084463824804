import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import sample from '/resources/sample-report.txt?raw'
import { buildDictionary } from '../../core/glossary/dictionary.ts'
import { compileHeadwordFinder } from '../../core/glossary/report-terms.ts'
import type { ReportGlossary, ReportSummary } from '../../core/library-view.ts'
import { parseReport } from '../../core/report/parse-report.ts'
import { countColors } from '../../core/tags/tag-counts.ts'
import { foldKey } from '../../core/text/fold.ts'
import type { Reading } from '../reader/reader-store.ts'
import { findsTerm, panelRows, type TermRow } from './panel-rows.ts'

vi.mock('../meipi-api.ts', () => ({ meipi: {} }))

const report = parseReport(sample, { fileName: 'sample-report.txt' })

const summary: ReportSummary = {
  id: 'here',
  file: 'sample-report.txt',
  title: report.title,
  region: report.region,
  province: null,
  year: report.year,
  delivered: report.delivered,
  textHash: '',
  characters: 0,
  terms: report.glossary.entries.length,
  annotations: 0,
  tags: [],
  tagCounts: [],
  colors: countColors([]),
  progress: 0,
  doubts: [],
}

const HERE: ReportGlossary = { reportId: 'here', glossary: report.glossary }

/** A report that explains terms, in this order. */
const explaining = (reportId: string, ...terms: string[]): ReportGlossary => ({
  reportId,
  glossary: {
    entries: terms.map((term, index) => ({ number: String(index + 1), term: `“${term}”`, definition: '释' })),
  },
})

function rowsOf(glossaries: readonly ReportGlossary[], mine: readonly string[] = []) {
  const headwords = buildDictionary(
    glossaries,
    mine.map((term) => ({ id: term, term, definition: '我的释义' })),
  )
  const reading: Reading = {
    opened: {
      summary,
      text: sample,
      report,
      corrections: [],
      annotations: [],
      waiting: [],
      conflicts: [],
      readingPlace: null,
    },
    places: compileHeadwordFinder(headwords)(sample, report),
  }
  return { headwords, rows: panelRows(reading, headwords) }
}

const termsOf = (rows: readonly TermRow[]) => rows.map(({ headword }) => headword.term)

/** As the sample report's appendix lists them. */
const OWN = [
  '链长+专班',
  '亩均论英雄',
  '高效办成一件事',
  '五源共治',
  '五源共治一张图',
  '一河两岸三组团',
  '15分钟医养圈',
  '四稳三进',
  '百企智改',
  '三集中三到户',
  '荻乡工坊',
  '一老一小',
  '三重一大',
  '两单一闭环',
]

describe('the panel of a report', () => {
  // 枫桥经验 and 平急两用 stand in the sample, the latter first; 海绵城市 does not.
  const THERE = explaining('there', '枫桥经验', '五源共治', '海绵城市', '平急两用', '无废城市')

  it('has the report’s own terms in the order of its appendix', () => {
    expect(termsOf(rowsOf([HERE]).rows.own)).toEqual(OWN)
    expect(termsOf(rowsOf([HERE, THERE]).rows.own)).toEqual(OWN)
  })

  it('has them in that order whichever report came into the library first', () => {
    const before = explaining('before', '三重一大', '五源共治')
    expect(termsOf(rowsOf([before, HERE]).rows.own)).toEqual(OWN)
  })

  it('has every place at which an own term stands', () => {
    const { own } = rowsOf([HERE]).rows
    const places = Object.fromEntries(own.map((row) => [row.headword.term, row.places.length]))
    expect(places).toMatchObject({ '链长+专班': 2, 五源共治: 3, 五源共治一张图: 2, 四稳三进: 1, '15分钟医养圈': 2 })
    for (const { headword, places: at } of own)
      for (const { start, end } of at) expect(foldKey(sample.slice(start, end))).toBe(headword.key)
  })

  it('has terms that others explain and that stand here, in the order of the text', () => {
    const { other } = rowsOf([HERE, THERE], ['无废城市']).rows
    expect(termsOf(other)).toEqual(['平急两用', '枫桥经验'])
    expect(other.map(({ places }) => places.length)).toEqual([1, 1])
  })

  it('has all of the reader’s terms, those that stand here first, whoever else explains them', () => {
    const { rows } = rowsOf([HERE, THERE], ['一网统管', '无废城市', '三重一大', '双减', '“千万工程”'])
    expect(termsOf(rows.mine.slice(0, 3)).toSorted()).toEqual(['三重一大', '千万工程', '无废城市'])
    expect(termsOf(rows.mine.slice(3)).toSorted()).toEqual(['一网统管', '双减'])
    expect(rows.mine.map(({ places }) => places.length > 0)).toEqual([true, true, true, false, false])
    expect(termsOf(rows.own)).toContain('三重一大')
    expect(termsOf(rows.other)).not.toContain('无废城市')
  })

  it('has coinages that nobody explains, and no longer when somebody does', () => {
    const before = rowsOf([HERE]).rows.unexplained.map(({ term }) => term)
    expect(before).toEqual(expect.arrayContaining(['千万工程', '平急两用', '一企一策']))
    expect(OWN.filter((term) => before.includes(term))).toEqual([])
    const after = rowsOf([HERE, THERE], ['千万工程']).rows.unexplained.map(({ term }) => term)
    expect(after).toEqual(before.filter((term) => term !== '千万工程' && term !== '平急两用'))
  })

  it('has nothing but coinages where no report explains anything', () => {
    const { rows } = rowsOf([])
    expect([rows.own, rows.other, rows.mine]).toEqual([[], [], []])
    expect(rows.unexplained.length).toBeGreaterThan(0)
  })

  it('shows each term in one place, whoever explains it', () => {
    const words = [...OWN, '枫桥经验', '平急两用', '海绵城市', '无废城市', '千万工程', '一企一策', '双减']
    const some = fc.subarray(words)
    fc.assert(
      fc.property(some, some, some, fc.boolean(), (first, second, mine, hereFirst) => {
        const others = [explaining('first', ...first), explaining('second', ...second)]
        const { headwords, rows } = rowsOf(hereFirst ? [HERE, ...others] : [...others, HERE], mine)
        const keysOf = (list: readonly TermRow[]) => list.map(({ headword }) => headword.key)
        const [own, other, readers] = [keysOf(rows.own), keysOf(rows.other), keysOf(rows.mine)]
        expect(own.toSorted()).toEqual(OWN.map((term) => foldKey(term)).toSorted())
        expect(readers.toSorted()).toEqual(mine.map((term) => foldKey(term)).toSorted())
        expect(other.filter((key) => own.includes(key) || readers.includes(key))).toEqual([])
        expect(rows.other.filter(({ places }) => places.length === 0)).toEqual([])
        // What somebody explains is no coinage, and what stands here is shown somewhere.
        const explained = new Set(headwords.map(({ key }) => key))
        expect(rows.unexplained.filter(({ key }) => explained.has(key))).toEqual([])
        const shown = new Set([...own, ...other, ...readers])
        expect([...explained].filter((key) => sample.includes(key) && !shown.has(key))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('findsTerm', () => {
  it.each([
    ['五源共治', '', true],
    ['五源共治', '  ', true],
    ['五源共治', '源共', true],
    ['五源共治', 'wygz', true],
    ['五源共治', 'yuan', true],
    ['五源共治', '“五源', true],
    ['15分钟医养圈', '１５分钟', true],
    ['链长+专班', '+专', true],
    ['五源共治', '六源', false],
    ['五源共治', 'wgz', false],
    ['五源共治', '共源', false],
  ])('%s by %j: %s', (term, typed, found) => {
    expect(findsTerm(term, typed)).toBe(found)
  })
})
