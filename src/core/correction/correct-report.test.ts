import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../annotation/anchor.ts'
import { parseReport } from '../report/parse-report.ts'
import { findBrokenLaws } from '../report/reading-laws.ts'
import { isBodyBlock } from '../report/reading-view.ts'
import type { Report } from '../report/report.ts'
import { rangesOverlap, toSourceRange } from '../text/range.ts'
import { correctReport, type HashedText } from './correct-report.ts'
import { CORRECTED_FIELDS, CORRECTED_KINDS, type Correction, correctionsSchema } from './correction.ts'

const SAMPLE = readFileSync(new URL('../../../resources/sample-report.txt', import.meta.url), 'utf8')
const sample: HashedText = { text: SAMPLE, textHash: 'sample' }
const parsed = parseReport(SAMPLE, { fileName: '2019年样例.txt' })

/** The anchor of words that stand once, or for the first time behind other words. */
function anchorAt(words: string, behind = '', source = sample, report = parsed) {
  const start = source.text.indexOf(words, source.text.indexOf(behind))
  expect(start, words).toBeGreaterThanOrEqual(0)
  return describeAnchor({ ...source, outline: report.outline }, toSourceRange(start, start + words.length))
}

function correct(...corrections: Correction[]): Report {
  const report = correctReport(sample, parsed, corrections)
  expect(findBrokenLaws(SAMPLE, report)).toEqual([])
  return report
}

function blockAt(report: Report, words: string) {
  const start = SAMPLE.indexOf(words)
  return report.blocks.find((block) => rangesOverlap(block, toSourceRange(start, start + 1)))
}

const outlineOf = (report: Report) => report.outline.map(({ text, level }) => `${level} ${text}`)
const entriesOf = (report: Report) =>
  report.glossary.entries.map(({ number, term, definition }) => `${number ?? '-'}|${term ?? '-'}|${definition}`)
const doubtsOf = (report: Report) => report.diagnostics.map(({ code }) => code)

describe('a block', () => {
  it('becomes a heading, and an item of the outline in its place', () => {
    const words = '实现上述目标，必须把握好以下三点：'
    const report = correct({ what: 'block', anchor: anchorAt(words), kind: 'heading', level: 2 })
    expect(blockAt(report, words)).toMatchObject({ kind: 'heading', level: 2 })
    const added = report.outline.findIndex(({ text }) => text === words)
    expect(report.outline[added]).toMatchObject({ level: 2, runIn: false })
    expect(report.outline.toSpliced(added, 1)).toEqual(parsed.outline)
    expect(report.outline[added - 1]?.text).toBe('二、2025年总体要求和主要目标')
  })

  it('becomes a heading beside the one before it where no level is given', () => {
    const report = correct({ what: 'block', anchor: anchorAt('实现上述目标'), kind: 'heading' })
    expect(blockAt(report, '实现上述目标')?.level).toBe(1)
  })

  it('has another level, and its item too', () => {
    const report = correct({ what: 'block', anchor: anchorAt('（二）聚力改革开放'), kind: 'heading', level: 3 })
    expect(outlineOf(report).filter((line) => line.includes('聚力改革开放'))).toEqual([
      '3 （二）聚力改革开放，发展动能更加强劲',
    ])
    expect(report.outline).toHaveLength(parsed.outline.length)
  })

  it('is no heading but a paragraph', () => {
    const report = correct({ what: 'block', anchor: anchorAt('四、加强政府自身建设'), kind: 'paragraph' })
    expect(blockAt(report, '四、加强政府自身建设')).not.toHaveProperty('level')
    expect(outlineOf(report)).toEqual(outlineOf(parsed).filter((line) => !line.includes('自身建设')))
  })

  it('is a heading with its lead sentence in it', () => {
    const lead = parsed.outline.find(({ runIn }) => runIn)
    expect(lead?.text).toBe('（一）坚定政治忠诚')
    const report = correct({ what: 'block', anchor: anchorAt('（一）坚定政治忠诚'), kind: 'heading', level: 2 })
    expect(report.outline.filter(({ text }) => text.startsWith('（一）坚定政治忠诚'))).toMatchObject([
      { runIn: false, text: expect.stringMatching(/落地见效。$/) },
    ])
  })

  it('keeps its lead sentence as a paragraph', () => {
    const report = correct({ what: 'block', anchor: anchorAt('（一）坚定政治忠诚'), kind: 'paragraph' })
    expect(report).toEqual(parsed)
  })

  it('is set aside, and its markers with it', () => {
    const report = correct({ what: 'block', anchor: anchorAt('污染防治纵深推进'), kind: 'boilerplate' })
    expect(blockAt(report, '污染防治纵深推进')?.kind).toBe('boilerplate')
    expect(report.markers.map(({ number }) => number)).toEqual(
      parsed.markers.map(({ number }) => number).filter((number) => number !== '4' && number !== '5'),
    )
    expect(report.markers.every(({ entry, number }) => report.glossary.entries[entry ?? -1]?.number === number)).toBe(
      true,
    )
  })

  it('comes back from what was set aside, with its markers', () => {
    const text = SAMPLE.replace('云汀市人民政府门户网站', '云汀市人民政府门户网站[2]')
    const source = { text, textHash: 'other' }
    const report = parseReport(text, {})
    const anchor = anchorAt('云汀市人民政府门户网站[2]', '', source, report)
    const corrected = correctReport(source, report, [{ what: 'block', anchor, kind: 'paragraph' }])
    expect(findBrokenLaws(text, corrected)).toEqual([])
    expect(corrected.markers.filter(({ start }) => start < anchor.end)).toMatchObject([{ number: '2', entry: 1 }])
    expect(corrected.markers).toHaveLength(report.markers.length + 1)
  })

  it('takes the entry that begins in it out of the glossary', () => {
    const report = correct({ what: 'block', anchor: anchorAt('4.“五源共治”：'), kind: 'boilerplate' })
    expect(entriesOf(report)).toEqual(entriesOf(parsed).filter((entry) => !entry.startsWith('4|')))
    expect(report.markers.map(({ number, entry }) => [number, entry])).toEqual(
      parsed.markers.map(({ number }) => [
        number,
        number === '4' ? null : Number(number) - (Number(number) > 4 ? 2 : 1),
      ]),
    )
    expect(doubtsOf(report)).toEqual([...doubtsOf(parsed), 'glossary-gap'])
  })

  it('takes the end off an entry that reaches into it', () => {
    const report = correct({ what: 'block', anchor: anchorAt('“一闭环”指交办'), kind: 'boilerplate' })
    expect(entriesOf(report).at(-1)).toBe('14|“两单一闭环”|“两单”指年度重点任务清单、堵点问题清单；')
  })

  it('takes its name from the glossary', () => {
    const report = correct({ what: 'block', anchor: anchorAt('名词解释'), kind: 'boilerplate' })
    expect(report.glossary).toEqual({ heading: null, entries: parsed.glossary.entries })
  })

  it.each(CORRECTED_KINDS)('of a text that is no report becomes %s', (kind) => {
    const source = { text: '甲乙丙\n　　丁戊己', textHash: 'plain' }
    const report = parseReport(source.text, {})
    const anchor = anchorAt('丁戊', '', source, report)
    const corrected = correctReport(source, report, [{ what: 'block', anchor, kind }])
    expect(findBrokenLaws(source.text, corrected)).toEqual([])
    expect(corrected.blocks.map((block) => block.kind)).toEqual(['paragraph', kind])
    expect(corrected.outline.map(({ text }) => text)).toEqual(kind === 'heading' ? ['丁戊己'] : [])
    expect(doubtsOf(corrected)).toEqual(['not-a-report'])
  })
})

describe('a field', () => {
  it.each<[(typeof CORRECTED_FIELDS)[number], string | null, Partial<Report>]>([
    ['title', '云汀市2025年政府工作报告', { title: '云汀市2025年政府工作报告' }],
    ['year', '2026', { year: 2026 }],
    ['year', '２０２６年', { year: 2026 }],
    ['year', null, { year: null }],
    ['year', '明年', { year: 2025 }],
    ['year', '20255', { year: 2025 }],
    ['year', '25', { year: 2025 }],
    ['delivered', '2025-02-28', { delivered: '2025-02-28' }],
    ['delivered', '2025-02-30', { delivered: '2025-01-08' }],
    ['delivered', '2025年1月9日', { delivered: '2025-01-08' }],
    ['delivered', null, { delivered: null }],
    ['meeting', '云汀市第五届人民代表大会第五次会议', { meeting: '云汀市第五届人民代表大会第五次会议' }],
    ['speaker', '沈禾青', { speaker: '沈禾青' }],
    ['speaker', null, { speaker: null }],
    ['region', null, { region: null, place: null }],
    [
      'region',
      '湖北省荆州市洪湖市',
      {
        region: '湖北省荆州市洪湖市',
        place: { code: '421083', province: '湖北省', city: '荆州市', county: '洪湖市' },
      },
    ],
    ['region', '国务院', { region: '国务院', place: null }],
  ])('%s: %s', (field, value, expected) => {
    expect(correct({ what: 'field', field, value })).toEqual({ ...parsed, ...expected })
  })

  it('is doubted no more', () => {
    const text = SAMPLE.replace('2025年云汀市政府工作报告', '20xx年云汀市政府工作报告')
    const source = { text, textHash: 'masked' }
    const report = parseReport(text, {})
    expect(doubtsOf(report)).toEqual(['year-masked'])
    const year = (value: string | null): Correction => ({ what: 'field', field: 'year', value })
    expect(doubtsOf(correctReport(source, report, [year('2024')]))).toEqual([])
    expect(doubtsOf(correctReport(source, report, [year('去年')]))).toEqual(['year-masked'])
    expect(doubtsOf(correctReport(source, report, [{ what: 'field', field: 'title', value: '甲' }]))).toEqual([
      'year-masked',
    ])
  })

  it('has the value that was given last', () => {
    const title = (value: string): Correction => ({ what: 'field', field: 'title', value })
    expect(correct(title('甲'), title('乙')).title).toBe('乙')
  })
})

describe('a glossary entry', () => {
  it('is split where the reader says', () => {
    const report = correct({ what: 'entry-split', anchor: anchorAt('“三组团”指鹭渚文旅组团') })
    expect(entriesOf(report).slice(5, 8)).toEqual([
      '6|“一河两岸三组团”|“一河”指芷澜河；“两岸”指河东老城片区、河西新城片区；',
      '-|“三组团”|指鹭渚文旅组团、澜口产业组团、城北枢纽组团。',
      '7|“15分钟医养圈”|居民步行15分钟左右即可到达，能够提供基本医疗、康复护理、日间照料、助餐助浴等服务的社区医养结合服务网络。',
    ])
    expect(report.blocks).toHaveLength(parsed.blocks.length + 1)
    expect(report.markers.find(({ number }) => number === '7')?.entry).toBe(7)
  })

  it('is split at the number of one that was glued to it', () => {
    // A full stop is missing, so the parser dared not cut.
    const text = SAMPLE.replace('数字化监管平台。\n6.', '数字化监管平台 6.')
    const source = { text, textHash: 'glued' }
    const report = parseReport(text, {})
    expect(report.glossary.entries).toHaveLength(13)
    const anchor = anchorAt('6.“一河两岸三组团”', '', source, report)
    const corrected = correctReport(source, report, [{ what: 'entry-split', anchor }])
    expect(findBrokenLaws(text, corrected)).toEqual([])
    expect(entriesOf(corrected)[5]).toMatch(/^6\|“一河两岸三组团”\|“一河”指/)
    expect(corrected.markers.find(({ number }) => number === '6')?.entry).toBe(5)
    expect(doubtsOf(report)).toContain('glossary-gap')
    expect(doubtsOf(corrected)).not.toContain('glossary-gap')
  })

  it('joins the one before it', () => {
    const report = correct({ what: 'entry-join', anchor: anchorAt('5.“五源共治一张图”：') })
    expect(report.glossary.entries).toHaveLength(13)
    expect(entriesOf(report)[3]).toMatch(/^4\|“五源共治”\|对工业源.*联合执法。\n5\.“五源共治一张图”：.*监管平台。$/s)
    expect(report.blocks).toEqual(parsed.blocks)
    expect(report.markers.find(({ number }) => number === '5')?.entry).toBeNull()
    expect(report.markers.find(({ number }) => number === '6')?.entry).toBe(4)
  })

  it('is one again where it was split and joined', () => {
    const anchor = anchorAt('“三组团”指鹭渚文旅组团')
    const report = correct({ what: 'entry-split', anchor }, { what: 'entry-join', anchor })
    expect(report.glossary).toEqual(parsed.glossary)
  })

  it('cannot join where there is none before it', () => {
    const report = correct({ what: 'entry-join', anchor: anchorAt('1.“链长+专班”：') })
    expect(report).toEqual(parsed)
  })

  it('does not join over what the reader made a heading', () => {
    const lines = ['（甲类）', '五、保障']
    const text = SAMPLE.replace('\n5.“五源共治一张图”', `\n${lines.join('\n')}\n5.“五源共治一张图”`)
    const source = { text, textHash: 'groups' }
    const report = parseReport(text, {})
    const corrected = correctReport(source, report, [
      { what: 'block', anchor: anchorAt('（甲类）', '', source, report), kind: 'heading', level: 2 },
      { what: 'entry-join', anchor: anchorAt('5.“五源共治一张图”', '', source, report) },
    ])
    expect(findBrokenLaws(text, corrected)).toEqual([])
    expect(corrected.glossary.entries).toHaveLength(14)
    expect(corrected.glossary.entries[3]?.definition).toMatch(/联合执法。$/)
  })

  it.each([
    ['“五源共治”', '“五源共治”', '对工业源、农业源、生活源、移动源、扬尘源五类污染源'],
    ['五源共治', '五源共治', '对工业源、农业源、生活源、移动源、扬尘源五类污染源'],
    ['“五源共治”：对工业源', '“五源共治”：对工业源', '、农业源、生活源、移动源、扬尘源五类污染源'],
  ])('has %s for its term', (words, term, beginning) => {
    const report = correct({ what: 'entry-term', anchor: anchorAt(words, '4.“五源共治”：') })
    const entry = report.glossary.entries[3]
    expect(entry).toMatchObject({ number: '4', term, start: parsed.glossary.entries[3]?.start })
    expect(entry?.definition.startsWith(beginning)).toBe(true)
    expect(report.glossary.entries.toSpliced(3, 1)).toEqual(parsed.glossary.entries.toSpliced(3, 1))
  })

  it('keeps its term where the words reach out of it', () => {
    const words = '的改革举措。\n3.“高效办成一件事”'
    expect(correct({ what: 'entry-term', anchor: anchorAt(words) })).toEqual(parsed)
  })
})

describe('what does not stand there', () => {
  const anchor = anchorAt('4.“五源共治”：')
  it.each<[string, Correction]>([
    ['another text version', { what: 'block', anchor: { ...anchor, textHash: 'old' }, kind: 'boilerplate' }],
    ['other words', { what: 'block', anchor: { ...anchor, quote: '五源共治' }, kind: 'boilerplate' }],
    [
      'behind the end',
      { what: 'block', anchor: { ...anchor, start: SAMPLE.length, end: SAMPLE.length + 9 }, kind: 'heading' },
    ],
    ['a split outside the glossary', { what: 'entry-split', anchor: anchorAt('污染防治纵深推进') }],
    ['a split where an entry begins', { what: 'entry-split', anchor }],
    ['a join in the middle of an entry', { what: 'entry-join', anchor: anchorAt('“三组团”指') }],
    ['a term outside the glossary', { what: 'entry-term', anchor: anchorAt('污染防治纵深推进') }],
  ])('changes nothing: %s', (_, correction) => {
    expect(correct(correction)).toEqual(parsed)
  })
})

describe('every correction', () => {
  const places = parsed.blocks.map(({ start, end }) => ({ start, end }))
  const entryPlaces = parsed.glossary.entries.flatMap(({ start, end }) => [
    { start, end },
    { start: start + 7, end: start + 12 },
  ])
  const toAnchor = ({ start, end }: { start: number; end: number }) =>
    describeAnchor({ ...sample, outline: parsed.outline }, toSourceRange(start, end))
  const anchors = fc.constantFrom(...places).map(toAnchor)
  const entryAnchors = fc.oneof(
    fc.constantFrom(...entryPlaces).map(toAnchor),
    fc
      .tuple(fc.nat(SAMPLE.length - 1), fc.integer({ min: 1, max: 40 }))
      .map(([start, length]) => ({ start, end: Math.min(start + length, SAMPLE.length) }))
      .filter(({ start, end }) => SAMPLE.slice(start, end).trim() !== '')
      .map(toAnchor),
    fc
      .tuple(fc.integer({ min: parsed.glossary.entries[0]?.start ?? 0, max: SAMPLE.length - 1 }), fc.nat(30))
      .map(([start, length]) => ({ start, end: Math.min(start + length + 1, SAMPLE.length) }))
      .filter(({ start, end }) => SAMPLE.slice(start, end).trim() !== '')
      .map(toAnchor),
  )
  const glossaryBlocks = parsed.blocks.filter(({ kind }) => kind.startsWith('glossary'))
  const blockCorrection: fc.Arbitrary<Correction> = fc
    .tuple(
      fc.oneof(anchors, fc.constantFrom(...glossaryBlocks).map(toAnchor), entryAnchors),
      fc.constantFrom(...CORRECTED_KINDS),
      fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    )
    .map(([anchor, kind, level]) => ({ what: 'block', anchor, kind, ...(level === undefined ? {} : { level }) }))
  const correction: fc.Arbitrary<Correction> = fc.oneof(
    blockCorrection,
    fc.record({
      what: fc.constant('field' as const),
      field: fc.constantFrom(...CORRECTED_FIELDS),
      value: fc.option(fc.constantFrom('2024', '2024-01-04', '洪湖市', '江岸区', '甲'), { nil: null }),
    }),
    fc.record({
      what: fc.constantFrom('entry-split' as const, 'entry-join' as const, 'entry-term' as const),
      anchor: entryAnchors,
    }),
  )
  const corrections = fc.array(correction, { maxLength: 12 })

  it('keeps the laws, and the text covered', () => {
    fc.assert(
      fc.property(corrections, (all) => {
        expect(correctionsSchema.safeParse(all).success).toBe(true)
        const report = correctReport(sample, parsed, all)
        expect(findBrokenLaws(SAMPLE, report)).toEqual([])
        for (const { text, start, end } of report.outline) expect(SAMPLE.slice(start, end)).toBe(text)
        const body = report.blocks.filter(isBodyBlock)
        for (const marker of report.markers) expect(body.some((block) => rangesOverlap(block, marker))).toBe(true)
        for (const item of report.outline) expect(body.some((block) => rangesOverlap(block, item))).toBe(true)
        for (const block of report.blocks.filter(({ kind }) => kind === 'heading'))
          expect(report.outline.filter((item) => !item.runIn && rangesOverlap(block, item))).toMatchObject([
            { level: block.level },
          ])
      }),
      { numRuns: 300 },
    )
  })

  it('is the same when it is made twice, in the list or in the reading', () => {
    fc.assert(
      fc.property(corrections, (all) => {
        const once = correctReport(sample, parsed, all)
        expect(correctReport(sample, parsed, [...all, ...all])).toEqual(once)
        expect(correctReport(sample, once, all)).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })

  it('is withdrawn by leaving it out, and leaves the reading it is made on as it was', () => {
    const before = structuredClone(parsed)
    fc.assert(fc.property(corrections, (all) => void correctReport(sample, parsed, all)))
    expect(parsed).toEqual(before)
    expect(correctReport(sample, parsed, [])).toBe(parsed)
  })

  it('counts the same in any order', () => {
    const target = (each: Correction) => (each.what === 'field' ? each.field : `${each.what} ${each.anchor.start}`)
    const apart = fc.uniqueArray(correction, { maxLength: 10, selector: target })
    fc.assert(
      fc.property(
        apart.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(correctReport(sample, parsed, shuffled)).toEqual(correctReport(sample, parsed, all))
        },
      ),
      { numRuns: 200 },
    )
  })
})

it('stays quick with thousands of corrections', () => {
  const anchors = parsed.blocks.map((block) => describeAnchor({ ...sample, outline: parsed.outline }, block))
  const all = Array.from({ length: 5000 }, (_, i): Correction => {
    const anchor = anchors[i % anchors.length]
    if (anchor === undefined) throw new Error('the sample has blocks')
    return { what: 'block', anchor, kind: i % 2 === 0 ? 'heading' : 'boilerplate' }
  })
  const from = performance.now()
  expect(findBrokenLaws(SAMPLE, correctReport(sample, parsed, all))).toEqual([])
  expect(performance.now() - from).toBeLessThan(2000)
})
