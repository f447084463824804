import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import { findLeadSentences } from './lead-sentences.ts'
import { parseReport } from './parse-report.ts'
import type { Block } from './report.ts'

function leadsOf(paragraphs: readonly string[]): string[] {
  const text = paragraphs.join('\n')
  let at = 0
  const blocks = paragraphs.map((paragraph): Block => {
    const range = toSourceRange(at, at + paragraph.length)
    at += paragraph.length + 1
    return { kind: 'paragraph', ...range }
  })
  return findLeadSentences(text, blocks).map(({ start, end }) => text.slice(start, end))
}

const WRITTEN_SO = [
  '工业势头强劲。规上工业增加值增长8%。',
  '农业稳产增效。粮食总产12亿斤。',
  '消费加快回暖。网上零售增长20%。',
]

describe('findLeadSentences', () => {
  it('finds the short sentences that open the paragraphs of a report written so', () => {
    expect(leadsOf([...WRITTEN_SO, '生态保护有力。空气优良率87%。', '全年完成投资16亿元，增长9%。'])).toEqual([
      '工业势头强劲',
      '农业稳产增效',
      '消费加快回暖',
      '生态保护有力',
    ])
  })

  it('takes a few of them for chance', () => {
    expect(leadsOf(WRITTEN_SO)).toEqual([])
    expect(
      leadsOf([...WRITTEN_SO, '生态保护有力。优良率87%。', ...Array(60).fill('全年完成投资16亿元，增长9%。')]),
    ).toEqual([])
  })

  it.each([
    ['a sentence with a pause', '工业强劲，农业稳产。粮食总产12亿斤。'],
    ['a paragraph of one sentence', '工业势头强劲。'],
    ['one too short to say anything', '同志们。让我们一起努力。'],
    ['a long one', '我们始终坚持以人民为中心的发展思想不动摇。全年投入民生资金20亿元。'],
  ])('leaves out %s', (_name, paragraph) => {
    expect(leadsOf([...WRITTEN_SO, '生态保护有力。优良率87%。', paragraph])).toHaveLength(4)
  })

  it('finds none in a text that is no report', () => {
    const text = '今天天气很好。我们去爬山。'
    expect(findLeadSentences(text, parseReport(text, {}).blocks)).toEqual([])
  })
})
