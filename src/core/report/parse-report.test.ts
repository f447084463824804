import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReport } from './parse-report.ts'
import { findBrokenLaws } from './reading-laws.ts'

/** Lines that lead the parser into each of its passes. */
const LINES = [
  '政府工作报告',
  '20xx年青禾市政府工作报告(第2/2页)',
  '——2024年1月4日在青禾市第九届人民代表大会第三次会议上',
  '青禾市人民政府市长 林　舟',
  '各位代表：',
  '现在，我代表市人民政府，向大会报告工作，请予审议。',
  '一、2023年工作回顾',
  '（一）产业稳步发展。',
  '（二）城乡面貌改善。全市新建道路十条，公园八处，学校三所，群众生活更加方便。',
  '?? 1．推进“三项行动”[1]，',
  '2024年工作建议',
  '全年新建道路十条，公园八处，学校三所，群众生活更加方便，城市面貌焕然一新，各项事业全面进步，全市经济社会发展取得新的成绩。（三）守住底线，社会平安',
  '全年粮食产量稳定增长，“三项行动”1，城乡居民收入同步提高，市场主体活力持续增强，各方面工作都取得新的进步。某某官场笔记',
  '名词解释：',
  '1.“三项行动”：道路行动、公园行动、学校行动。2.五好：好山、好水。',
  '［2］五好：',
  '①“三网”指路网、电网、水网。',
  '附件2',
  '上一篇：2021年乙县政府工作报告',
  '发表于 2024-6-17 22:32:06 | 显示全部楼层',
  '\u200b',
  '<U+00A0>一、\u00a0',
  '𠮷字镇',
] as const

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const breaks = fc.constantFrom('\n', '\n\n', '\r\n', '\u3000', '\n\u00a0\n', '')
const pages = fc
  .array(fc.tuple(line, breaks), { maxLength: 60 })
  .map((parts) => parts.map(([words, end]) => words + end).join(''))
/** Long enough to be taken for a report. */
const reports = pages.map((page) => `各位代表：\n${page}\n${'推进高质量发展，改善民生。'.repeat(120)}\n${page}`)
const hints = fc.record(
  {
    fileName: fc.string({ maxLength: 20 }),
    title: fc.constantFrom('青禾市政府工作报告（2024年1月4日 林舟）', '２０２４', ''),
    bold: fc.array(fc.record({ start: fc.nat(400), end: fc.nat(400) }), { maxLength: 5 }),
    headings: fc.array(fc.record({ start: fc.nat(400), end: fc.nat(400), level: fc.integer({ min: 1, max: 6 }) }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
)

describe('every reading', () => {
  it('keeps the laws for any string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), pages), hints, (text, known) => {
        expect(findBrokenLaws(text, parseReport(text, known))).toEqual([])
      }),
    )
  })

  it('keeps the laws for anything that looks like a report', () => {
    fc.assert(
      fc.property(reports, hints, (text, known) => {
        const report = parseReport(text, known)
        expect(report.diagnostics.map(({ code }) => code)).not.toContain('not-a-report')
        expect(findBrokenLaws(text, report)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for the same text', () => {
    fc.assert(
      fc.property(reports, (text) => {
        expect(parseReport(text, {})).toEqual(parseReport(text, {}))
      }),
      { numRuns: 20 },
    )
  })
})

describe('a text that is no work report', () => {
  const NEWS = `${'青禾市今日召开会议，部署春耕生产。'.repeat(20)}\n一、时间\n（一）本周\n${'会议强调，要抓好落实。'.repeat(200)}`

  it.each([
    ['news', NEWS],
    ['a stub', '政府工作报告\n一、2023年工作回顾\n（一）产业发展。'],
    [
      'a record about a report',
      '标题：政府工作报告\n发文单位：青禾市人民政府\n发文时间：2020-01\n正文：\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n（一）产业发展。',
    ],
    ['nothing', ''],
  ])('is read plainly: %s', (_, text) => {
    const report = parseReport(text, { fileName: '2020年青禾市政府工作报告.txt' })
    expect(report).toMatchObject({ title: null, region: null, year: null, meeting: null, outline: [], markers: [] })
    expect(new Set(report.blocks.map(({ kind }) => kind))).toEqual(new Set(text === '' ? [] : ['paragraph']))
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['not-a-report'])
  })
})

it('reads a short speech that says what it is', () => {
  const text = '各位代表：\n现在，我代表县人民政府，向大会报告工作。\n一、2024年工作回顾\n全县粮食增产。'
  expect(parseReport(text, { title: '2025年汀溪县政府工作报告' })).toMatchObject({
    title: '2025年汀溪县政府工作报告',
    year: 2025,
    region: '汀溪县',
  })
})

describe('size', () => {
  const head =
    '政府工作报告\n——2024年1月4日在青禾市第九届人民代表大会第三次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n'
  const million = 1_000_000

  it.each([
    ['one line', '推进发展。'.repeat(million / 5)],
    ['one sentence', '推'.repeat(million)],
    ['brackets', '（'.repeat(million)],
    ['numbered lines', '一、推进发展\n'.repeat(million / 7)],
    ['glossaries', '名词解释\n1.甲：乙\n'.repeat(million / 12)],
    ['numbers in a definition', `名词解释\n1.甲：乙。${'2'.repeat(million)}`],
    ['governments', '市政府'.repeat(Math.floor(million / 3))],
  ])(
    'a million characters are no trouble: %s',
    (_, body) => {
      const from = performance.now()
      const report = parseReport(head + body, {})
      expect(report.region).toBe('青禾市')
      // Linear takes about a second; quadratic would take minutes.
      expect(performance.now() - from).toBeLessThan(15_000)
    },
    60_000,
  )
})
