import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceRange, toSourceRange } from '../text/range.ts'
import { squeeze } from '../text/white-space.ts'
import { type AnchoredText, describeAnchor } from './anchor.ts'
import { MOST_CANDIDATES } from './candidates.ts'
import { type AnchorMatch, isSameReport, matchAnchor, prepareMatching } from './match-anchor.ts'
import { makeReport } from './testing/made-report.ts'

const OLD = `一、2024年工作回顾
　　经济运行稳中向好。全年地区生产总值完成426.8亿元，增长6.3%；规模以上工业增加值增长8.1%；固定资产投资增长6.5%。新增市场主体8200户，其中企业2600户。
　　生态环境持续改善。实施“五源共治”，空气优良天数比例达到88.2%，国控断面水质全部达标。完成造林1.2万亩，治理水土流失36平方公里。
　　各位代表！一年来的成绩来之不易。
二、2025年重点工作
　　坚持项目为王。开工重大项目120个，完成投资260亿元。抓好各项任务落实。
　　坚持生态优先。深化“五源共治”，空气优良天数比例保持在88%以上。抓好各项任务落实。
　　各位代表！让我们携手奋进。
`

const outline = [
  { text: '一、2024年工作回顾', level: 1, runIn: false, ...toSourceRange(0, 10) },
  {
    text: '二、2025年重点工作',
    level: 1,
    runIn: false,
    ...toSourceRange(OLD.indexOf('二、2025'), OLD.indexOf('二、2025') + 10),
  },
]
const versionOf = (text: string): AnchoredText => ({ text, textHash: text, outline: [] })
const old: AnchoredText = { ...versionOf(OLD), outline }

function anchorOf(words: string, before = '') {
  const start = OLD.indexOf(before + words) + before.length
  if (start < before.length) throw new Error(`not in the text: ${before}${words}`)
  return describeAnchor(old, toSourceRange(start, start + words.length))
}

/** Where an answer attaches, with the six characters before it; or what it says instead. */
function shown(text: string, match: AnchorMatch): string {
  if (!('range' in match)) return `${match.answer}: ${match.doubt}`
  return `${match.answer}: ${squeeze(text.slice(0, match.range.start)).slice(-6)}|${sliceRange(text, match.range)}`
}

interface Case {
  readonly what: string
  readonly words: string
  /** What stands right before the words, where they stand more than once. */
  readonly after?: string
  readonly edit: (text: string) => string
  readonly expected: string
}

const halfWidth = (text: string) => text.replaceAll('；', ';').replaceAll('，', ',').replaceAll('%', '％')
const CHANGED = 'changed-or-repeated'

const CASES: readonly Case[] = [
  { what: 'nothing changed', words: '增长6.3%', edit: (text) => text, expected: 'exact: 6.8亿元，|增长6.3%' },
  {
    what: 'furniture came before it',
    words: '增长6.3%',
    edit: (text) => `首页 > 政务公开\n${text}`,
    expected: 'moved: 6.8亿元，|增长6.3%',
  },
  {
    what: 'it was written in another width',
    words: '增长6.3%；规模以上',
    edit: halfWidth,
    expected: 'moved: 6.8亿元,|增长6.3％;规模以上',
  },
  {
    what: 'lines break elsewhere',
    words: '水质全部达标',
    edit: (text) => text.replaceAll('，', '，\n'),
    expected: 'moved: %，国控断面|水质全部达标',
  },
  {
    what: 'the sentence before it was changed',
    words: '实施“五源共治”',
    edit: (text) => text.replace('环境持续改善', '环境质量明显改善'),
    expected: 'moved: 量明显改善。|实施“五源共治”',
  },
  {
    what: 'a figure before it in its sentence was corrected',
    words: '增长6.3%',
    edit: (text) => text.replace('426.8亿元', '427.1亿元'),
    expected: `ambiguous: ${CHANGED}`,
  },
  {
    what: 'its own figure was corrected',
    words: '增长6.3%',
    edit: (text) => text.replace('6.3%', '6.4%'),
    expected: `ambiguous: ${CHANGED}`,
  },
  {
    what: 'it stands twice, each in its own surroundings',
    words: '各位代表！',
    after: '任务落实。\n　　',
    edit: (text) => `公告\n${text}`,
    expected: 'moved: 项任务落实。|各位代表！',
  },
  {
    what: 'it was deleted, and its like stands still',
    words: '抓好各项任务落实',
    after: '260亿元。',
    edit: (text) => text.replace('260亿元。抓好各项任务落实。', '260亿元。'),
    expected: `orphan: ${CHANGED}`,
  },
  {
    what: 'it was deleted, and nothing is like it',
    words: '治理水土流失36平方公里',
    edit: (text) => text.replace('完成造林1.2万亩，治理水土流失36平方公里。', ''),
    expected: `orphan: ${CHANGED}`,
  },
  {
    what: 'it was copied, and the original has a misprint now',
    words: '完成造林1.2万亩',
    edit: (text) =>
      text
        .replace('1.2万亩，治理水土', '1.2万亩，治里水土')
        .replace('一年来的成绩', '完成造林1.2万亩，治理水土流失36平方公里。一年来的成绩'),
    expected: `ambiguous: ${CHANGED}`,
  },
]

describe('matchAnchor', () => {
  it.each(CASES)('$what', ({ words, after = '', edit, expected }) => {
    const text = edit(OLD)
    expect(shown(text, matchAnchor(anchorOf(words, after), old, versionOf(text)))).toBe(expected)
  })

  it('moves nothing where the old text is lost, or is not the one that the anchor speaks of', () => {
    const text = `公告\n${OLD}`
    for (const from of [null, { text: `别的${OLD}` }, { text: '' }])
      expect(matchAnchor(anchorOf('增长6.3%'), from, versionOf(text))).toMatchObject({
        answer: 'ambiguous',
        doubt: 'old-text-missing',
        candidates: [{ quote: '增长6.3%', difference: 'none' }],
      })
  })

  it('takes an anchor that lies about its own text for no evidence', () => {
    const lying = { ...anchorOf('增长6.3%'), start: 3, end: 9 }
    expect(matchAnchor(lying, old, old)).toMatchObject({ answer: 'ambiguous', doubt: 'old-text-missing' })
    expect(matchAnchor({ ...lying, end: 99_999 }, old, old)).toMatchObject({ answer: 'ambiguous' })
  })

  it('attaches nothing to a report of another year, and shows what recurs there', () => {
    const [before, later] = [makeReport(7, 2024), makeReport(7, 2025)]
    const formula = '现在，我代表市人民政府，向大会报告工作，请予审议，'
    const source = versionOf(`${before}　　${formula}谢谢。\n`)
    const target = versionOf(`${later}　　${formula}谢谢。\n`)
    const start = source.text.lastIndexOf(formula)
    const anchor = describeAnchor(source, toSourceRange(start, start + formula.length))
    expect(isSameReport(source.text, target.text)).toBe(false)
    expect(matchAnchor(anchor, source, target)).toMatchObject({ answer: 'ambiguous', doubt: 'another-report' })
  })

  it('shows candidates with what they differ in, where they stand and how much speaks for them, the best first', () => {
    const text = halfWidth(OLD).replace('88.2％', '87.9％')
    const to = { ...versionOf(text), outline: outline.map((item) => ({ ...item })) }
    const match = matchAnchor(anchorOf('空气优良天数比例达到88.2%'), old, to)
    if (!('candidates' in match)) throw new Error(`attached: ${shown(text, match)}`)
    expect(match.answer).toBe('ambiguous')
    expect(match.candidates.map(({ quote, difference, sectionPath }) => [quote, difference, sectionPath])).toEqual([
      ['空气优良天数比例达到87.9％', 'figures', ['一、2024年工作回顾']],
      ['空气优良天数比例保持在88％', 'words', ['二、2025年重点工作']],
    ])
    const [first, second] = match.candidates
    expect(first && sliceRange(text, first.range)).toBe(first?.quote)
    expect(first?.score).toBeGreaterThan(0.9)
    expect(second?.score).toBeLessThan(first?.score ?? 0)
  })

  it('shows a few candidates, however often the words stand there', () => {
    const text = Array.from({ length: 300 }, (_line, index) => `${index}、抓好各项任务落实。`).join('\n')
    const match = matchAnchor(anchorOf('各项任务'), old, versionOf(text))
    expect('candidates' in match && match.candidates.length).toBe(MOST_CANDIDATES)
  })

  it.each([
    ['an empty text', ''],
    ['a text of white space', ' \n\n'],
    ['a text of one letter', 'a'],
    ['one character many times', '增'.repeat(20_000)],
  ])('finds nothing in %s', (_what, text) => {
    expect(matchAnchor(anchorOf('增长6.3%'), old, versionOf(text))).toMatchObject({ answer: 'orphan' })
  })
})

describe('matchAnchor, for any text', () => {
  const sentence = fc
    .array(fc.constantFrom('坚持', '深化', '改革', '民生', '6.3%', '项目', '生态', '，', '增长', '落实'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((words) => `${words.join('')}。`)
  const sentences = fc.array(sentence, { minLength: 1, maxLength: 40 })

  it('answers exactly in the same text, and never attaches to other words', () => {
    fc.assert(
      fc.property(sentences, sentences, fc.nat(), fc.nat(40), fc.boolean(), (one, two, at, length, mixed) => {
        const source = versionOf(one.join('\n'))
        const target = versionOf(mixed ? [...two, ...one.slice(2), ...two].join('') : two.join(''))
        const start = at % source.text.length
        const range = toSourceRange(start, Math.min(source.text.length, start + 1 + length))
        if (sliceRange(source.text, range).trim() === '') return
        const anchor = describeAnchor(source, range)
        expect(matchAnchor(anchor, source, source)).toMatchObject({ answer: 'exact' })
        const match = matchAnchor(anchor, source, target)
        if ('range' in match) {
          expect(squeeze(sliceRange(target.text, match.range))).toBe(squeeze(anchor.quote))
          return
        }
        for (const { range: place, quote, score } of match.candidates) {
          expect(sliceRange(target.text, place)).toBe(quote)
          expect(score).toBeLessThanOrEqual(1)
        }
        expect(match.candidates.map(({ score }) => score)).toEqual(
          match.candidates.map(({ score }) => score).sort((a, b) => b - a),
        )
      }),
    )
  })

  it('follows a passage wherever a text with room around it was put into another', () => {
    const made = makeReport(9, 2024)
    const source = versionOf(made)
    const match = prepareMatching(versionOf(`公告\n\n${made}\n\n附件`))(source)
    fc.assert(
      fc.property(fc.nat(made.length - 2), fc.nat(200), (start, length) => {
        const range = toSourceRange(start, Math.min(made.length, start + 1 + length))
        if (sliceRange(made, range).trim() === '') return
        const anchor = describeAnchor(source, range)
        expect(match(anchor)).toEqual({ answer: 'moved', range: toSourceRange(anchor.start + 4, anchor.end + 4) })
      }),
    )
  })

  it('takes little time for many annotations', () => {
    const source = versionOf(makeReport(3, 2024, 1500))
    const target = versionOf(makeReport(3, 2025, 1500))
    expect(source.text.length).toBeGreaterThan(50_000)
    const match = prepareMatching(target)(source)
    const began = performance.now()
    for (let at = 0; at < 500; at++) match(describeAnchor(source, toSourceRange(at * 100, at * 100 + 30)))
    // A quarter of what a reader has at most, in what ten times as long would still be bearable: for machines that are busy.
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
