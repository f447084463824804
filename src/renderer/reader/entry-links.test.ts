import { describe, expect, it } from 'vitest'
import sample from '/resources/sample-report.txt?raw'
import { buildDictionary } from '../../core/glossary/dictionary.ts'
import { compileHeadwordFinder } from '../../core/glossary/report-terms.ts'
import type { OpenedReport, ReportGlossary, ReportSummary } from '../../core/library-view.ts'
import { parseReport } from '../../core/report/parse-report.ts'
import { isBodyBlock } from '../../core/report/reading-view.ts'
import { countColors } from '../../core/tags/tag-counts.ts'
import { sliceRange } from '../../core/text/range.ts'
import { followEntries } from './entry-links.ts'

const summary: ReportSummary = {
  id: 'here',
  file: 'a.txt',
  title: null,
  region: null,
  province: null,
  year: null,
  delivered: null,
  textHash: '',
  characters: 0,
  terms: 0,
  annotations: 0,
  tags: [],
  tagCounts: [],
  colors: countColors([]),
  progress: 0,
  doubts: [],
}

const openedOf = (text: string): OpenedReport => ({
  summary,
  text,
  report: parseReport(text, {}),
  corrections: [],
  annotations: [],
  waiting: [],
  conflicts: [],
  readingPlace: null,
})

function linksIn(text: string, others: readonly ReportGlossary[] = []) {
  const opened = openedOf(text)
  const headwords = buildDictionary([...others, { reportId: 'here', glossary: opened.report.glossary }])
  const byKey = new Map(headwords.map((headword) => [headword.key, headword]))
  const links = followEntries(opened, compileHeadwordFinder(headwords)(text, opened.report), byKey)
  return { opened, links }
}

/** Where each entry leads: the words, and how far they stand behind （一）. Null where it leads nowhere. */
const wordsIn = (text: string, others: readonly ReportGlossary[] = []) => {
  const { opened, links } = linksIn(text, others)
  return opened.report.glossary.entries.map(({ start }) => {
    const range = links.get(start)
    return range ? `${sliceRange(text, range)} ${range.start - text.indexOf('（一）')}` : null
  })
}

const HEAD = `政府工作报告
——2024年1月4日在青禾市第九届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
`

describe('followEntries', () => {
  it('leads from each entry of the sample to its note marker in the speech', () => {
    const { opened, links } = linksIn(sample)
    const { entries } = opened.report.glossary
    expect(entries.map(({ start }) => sliceRange(sample, links.get(start) ?? { start, end: start }))).toEqual(
      entries.map(({ number }) => `[${number}]`),
    )
    for (const range of links.values()) {
      const block = opened.report.blocks.find(({ start, end }) => start <= range.start && range.end <= end)
      expect(block && isBodyBlock(block)).toBe(true)
    }
    // The way back is shown at the end of an entry's block: every link belongs to one.
    const starts = opened.report.blocks.filter(({ kind }) => kind === 'glossaryEntry').map(({ start }) => start)
    expect([...links.keys()].filter((start) => !starts.some((known) => known === start))).toEqual([])
  })

  it('leads to the first place of a term that has no marker', () => {
    const text = `${HEAD}（一）推进“双减”。坚持“五源共治”[2]，巩固“双减”成果。
名词解释：
1.“双减”：减轻作业负担。
2.“五源共治”：对五类污染源协同治理。
3.“海绵城市”：蓄水的城市。
`
    expect(wordsIn(text)).toEqual(['双减 6', '[2] 18', null])
  })

  it('leads to the marker and not to an earlier place of the term', () => {
    const text = `${HEAD}（一）推进“双减”。巩固“双减”[1]成果，再谈“双减”[1]。
名词解释：
1.“双减”：减轻作业负担。
`
    expect(wordsIn(text)).toEqual(['[1] 16'])
  })

  it('knows nothing of terms that other reports explain, and of markers that lead nowhere', () => {
    const text = `${HEAD}（一）推进“双减”[7]，坚持“五源共治”。
名词解释：
1.“五源共治”：对五类污染源协同治理。
`
    const other: ReportGlossary = {
      reportId: 'there',
      glossary: {
        entries: ['双减', '五源共治'].map((term) => ({ number: null, term, definition: '释' })),
      },
    }
    const { links } = linksIn(text, [other])
    expect(links.size).toBe(1)
    expect(wordsIn(text, [other])).toEqual(['五源共治 16'])
  })

  it('has no way back where a report explains nothing', () => {
    expect(linksIn(`${HEAD}（一）推进“双减”[1]。\n`).links.size).toBe(0)
  })
})
