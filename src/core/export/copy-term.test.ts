import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readBlockKinds, readShownQuotes, renderHtml } from '../../library/testing/read-markdown.ts'
import { type CitedEntry, type CopiedSource, type CopiedWording, copyTerm } from './copy-term.ts'

const REPORT_ID = '0123456789abcdef'

const cityReport: CitedEntry['report'] = {
  id: REPORT_ID,
  file: '云汀.txt',
  title: '2025年云汀市政府工作报告',
  region: '云汀市',
  year: 2025,
  delivered: '2025-01-08',
}

function entry(report: CitedEntry['report'], number: string | null = '4'): CopiedSource {
  return { by: 'report', report, number }
}

const CITY = `——2025年云汀市政府工作报告（2025-01-08），名词解释 4 · [打开报告](meipi://report/${REPORT_ID})`

describe('a term', () => {
  it.each<[string, readonly CopiedWording[], string]>([
    [
      'with one definition',
      [{ definition: '五类污染源协同治理。', sources: [entry(cityReport)] }],
      `**五源共治**\n\n> 五类污染源协同治理。\n>\n> ${CITY}`,
    ],
    [
      'with two wordings, one of two lines',
      [
        { definition: ' 甲；\n乙。 ', sources: [entry(cityReport)] },
        { definition: '丙。', sources: [{ by: 'reader', cited: null }] },
      ],
      `**五源共治**\n\n> 甲；\n>\n> 乙。\n>\n> ${CITY}\n\n> 丙。\n>\n> ——我的释义`,
    ],
    [
      "with the reader's own, taken from a report",
      [{ definition: '甲', sources: [{ by: 'reader', cited: { report: cityReport, number: '4' } }] }],
      `**五源共治**\n\n> 甲\n>\n> ——我的释义，引自 ${CITY.slice(2)}`,
    ],
    [
      'of reports of which little is known',
      [
        { definition: '甲', sources: [entry(null, null)] },
        { definition: '乙', sources: [entry({ ...cityReport, title: null, delivered: null })] },
        { definition: '丙', sources: [entry({ ...cityReport, title: '政府工作报告' }, null)] },
      ],
      [
        '**五源共治**',
        '> 甲\n>\n> ——已不在资料库中的报告，名词解释',
        `> 乙\n>\n> ——云汀，名词解释 4 · [打开报告](meipi://report/${REPORT_ID})`,
        `> 丙\n>\n> ——2025年云汀市政府工作报告（2025-01-08），名词解释 · [打开报告](meipi://report/${REPORT_ID})`,
      ].join('\n\n'),
    ],
    [
      'without words',
      [{ definition: ' \n', sources: [entry(cityReport)] }],
      `**五源共治**\n\n> 没有给出解释。\n>\n> ${CITY}`,
    ],
    ['that nobody explains', [], '**五源共治**'],
  ])('%s', (_, wordings, markdown) => {
    expect(copyTerm('五源共治', wordings)).toBe(markdown)
  })

  it('names five who say the same, and counts the others', () => {
    const sources = Array.from({ length: 8 }, (_, index) => entry(cityReport, String(index + 1)))
    const [quote] = readShownQuotes(copyTerm('三公经费', [{ definition: '甲', sources }]))
    expect(quote?.paragraphs).toHaveLength(7)
    expect(quote?.paragraphs.at(-1)).toBe('——另有 3 处给出同样的解释')
    expect(quote?.paragraphs.at(-2)).toContain('名词解释 5')
  })
})

describe('to a reader of Markdown', () => {
  it.each([
    ['“三公”经费', '“三公”经费'],
    ['链长+专班', '链长+专班'],
    ['**a**', '**a**'],
    ['<b>', '&lt;b&gt;'],
    ['[[x]](y)', '[[x]](y)'],
    ['a\\', 'a\\'],
    ['#a `b` _c_', '#a `b` _c_'],
  ])('shows the term as printed: %s', (term, shown) => {
    expect(renderHtml(copyTerm(term, []))).toBe(`<p><strong>${shown}</strong></p>\n`)
  })

  test('has a quote for each wording, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('\n', '---', '> ', '1. ', '#', '`', '[a](b)', '[b]: c', '<!--', '字', '\u2028', '\\'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 3 }), words, (title, definitions, number) => {
        const source = entry({ ...cityReport, id: REPORT_ID, file: 'x', title, delivered: null }, number)
        const copied = copyTerm(
          '五源共治',
          definitions.map((definition) => ({ definition, sources: [source] })),
        )
        expect(readBlockKinds(copied)).toEqual(['paragraph', ...definitions.map(() => 'blockquote')])
        for (const { links } of readShownQuotes(copied)) expect(links).toEqual([`meipi://report/${REPORT_ID}`])
      }),
    )
  })
})
