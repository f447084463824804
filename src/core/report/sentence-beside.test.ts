import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SourceRange, sliceRange, toSourceRange } from '../text/range.ts'
import { parseReport } from './parse-report.ts'
import { isBodyBlock, readingBlocks } from './reading-view.ts'
import type { Block, BlockKind } from './report.ts'
import { sentenceBeside } from './sentence-beside.ts'

type Pieces = readonly (readonly [kind: BlockKind, words: string])[]

/** A text of one line a block. */
function pageOf(pieces: Pieces): { text: string; blocks: Block[] } {
  let text = ''
  const blocks = pieces.map(([kind, words]): Block => {
    const start = text.length
    text += `${words}\n`
    return { kind, ...toSourceRange(start, start + words.length) }
  })
  return { text, blocks }
}

/** All sentences from one end to the other, each asked for from where the one before was left. */
function walk(text: string, blocks: readonly Block[], step: 1 | -1): SourceRange[] {
  const visited: SourceRange[] = []
  let at = step === 1 ? 0 : text.length
  for (;;) {
    const next = sentenceBeside(text, { blocks }, at, step)
    if (!next) return visited
    visited.push(next)
    if (visited.length > text.length) throw new Error('goes round in circles')
    at = step === 1 ? next.end : next.start
  }
}

const wordsOf = (pieces: Pieces) => {
  const { text, blocks } = pageOf(pieces)
  return walk(text, blocks, 1).map((range) => sliceRange(text, range))
}

describe('the sentences of a report', () => {
  it.each<readonly [what: string, pieces: Pieces, sentences: readonly string[]]>([
    [
      'each with its stop',
      [['paragraph', '全年增长6.3%。结构更优！问题何在？']],
      ['全年增长6.3%。', '结构更优！', '问题何在？'],
    ],
    [
      'quotation marks and brackets stay with the stop before them',
      [['paragraph', '他说：“马上就办。”（见附件。）大家都说好。']],
      ['他说：“马上就办。”', '（见附件。）', '大家都说好。'],
    ],
    ['marks in marks', [['paragraph', '“‘办就办好！’”『好？』」是的。']], ['“‘办就办好！’”', '『好？』」', '是的。']],
    ['a semicolon ends one', [['paragraph', '工业增长8%；消费增长6%。']], ['工业增长8%；', '消费增长6%。']],
    ['stops in a row are one end', [['paragraph', '怎么办？！想办法。']], ['怎么办？！', '想办法。']],
    [
      'blocks without a stop are a sentence each',
      [
        ['heading', '一、回顾'],
        ['paragraph', '工作扎实。'],
      ],
      ['一、回顾', '工作扎实。'],
    ],
    ['words after the last stop', [['paragraph', '主要是：经济增长。守住底线']], ['主要是：经济增长。', '守住底线']],
    [
      'white space around a sentence is no part of it',
      [['paragraph', '稳增长。　 \n 惠民生。']],
      ['稳增长。', '惠民生。'],
    ],
    ['a sentence goes on over a line break', [['paragraph', '稳增\n长。']], ['稳增\n长。']],
    [
      'what was set aside is passed over',
      [
        ['paragraph', '甲。'],
        ['boilerplate', '打印本页。'],
        ['paragraph', '乙。'],
      ],
      ['甲。', '乙。'],
    ],
    [
      'stops of small numbers are none',
      [['paragraph', '下降3.1%，建成5G工厂2.0版。']],
      ['下降3.1%，建成5G工厂2.0版。'],
    ],
    ['a block that is all stops', [['paragraph', '。。。']], ['。。。']],
    ['no blocks', [], []],
  ])('%s', (_what, pieces, sentences) => {
    expect(wordsOf(pieces)).toEqual(sentences)
  })

  const { text, blocks } = pageOf([
    ['heading', '一、回顾'],
    ['paragraph', '甲甲。乙乙。'],
    ['boilerplate', '打印。'],
    ['paragraph', '丙丙。'],
  ])
  const at = (words: string) => text.indexOf(words)
  it.each<readonly [what: string, offset: number, step: 1 | -1, words: string | null]>([
    ['from inside a sentence on to the next', at('甲甲') + 1, 1, '乙乙。'],
    ['from inside a sentence back to the one before', at('乙乙') + 1, -1, '甲甲。'],
    ['from the very start of one: that one', at('甲甲'), 1, '甲甲。'],
    ['from the very end of one, backwards: that one', at('乙乙'), -1, '甲甲。'],
    ['over what was set aside', at('打印') + 1, 1, '丙丙。'],
    ['back over what was set aside', at('打印') + 1, -1, '乙乙。'],
    ['from the last stop on: nothing', at('丙丙') + 1, 1, null],
    ['from the first sentence back: nothing', at('一、') + 2, -1, null],
    ['from before the text', 0, -1, null],
    ['from after the text', 999, 1, null],
  ])('%s', (_what, offset, step, words) => {
    const found = sentenceBeside(text, { blocks }, offset, step)
    expect(found && sliceRange(text, found)).toBe(words)
  })
})

describe('walking through a report', () => {
  const kind = fc.constantFrom<BlockKind[]>('paragraph', 'heading', 'glossaryEntry', 'boilerplate', 'other')
  const words = fc
    .string({ unit: fc.constantFrom('甲', '𠮷', '。', '；', '？', '!', '”', '“', '）', '\n', '　', '5'), minLength: 1 })
    .map((string) => string.trim())
    .filter((string) => string !== '')
  const pieces = fc.array(fc.tuple(kind, words), { maxLength: 8 })

  it('visits every sentence once, and backwards the same ones', () => {
    fc.assert(
      fc.property(pieces, (given) => {
        const { text, blocks } = pageOf(given)
        const forward = walk(text, blocks, 1)
        expect(walk(text, blocks, -1)).toEqual(forward.toReversed())
        const shown = readingBlocks({ blocks })
        const visited = forward.map((range) => sliceRange(text, range)).join('')
        expect(visited.replace(/\s/gu, '')).toBe(
          shown.map((block) => sliceRange(text, block).replace(/\s/gu, '')).join(''),
        )
        forward.forEach((range, index) => {
          const own = sliceRange(text, range)
          expect(own).toBe(own.trim())
          expect(range.start).toBeGreaterThanOrEqual(forward[index - 1]?.end ?? 0)
          const block = shown.find(({ start, end }) => start <= range.start && range.end <= end)
          expect(block).toBeDefined()
          // Nothing but closing marks follows its stops, and only the last of a block may do without.
          expect(own).toMatch(/^[^。；？!]*[。；？!]*[”）]*$/u)
          if (/\S/.test(text.slice(range.end, block?.end))) expect(own).toMatch(/[。；？!][”）]*$/u)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out nothing of a report as it is parsed', () => {
    const text =
      '政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2024年工作回顾\n' +
      '（一）产业更优。实施“链长+专班”[1]工作机制，建成工厂2家；新增企业26家。他们说：“马上就办！”\n' +
      '名词解释：\n1.“链长+专班”：由市领导担任链长。牵头部门组建专班。\n'
    const report = parseReport(text, {})
    expect(report.blocks.some(isBodyBlock)).toBe(true)
    const forward = walk(text, report.blocks, 1)
    expect(walk(text, report.blocks, -1)).toEqual(forward.toReversed())
    expect(
      forward
        .map((range) => sliceRange(text, range))
        .join('')
        .replace(/\s/gu, ''),
    ).toBe(text.replace(/\s/gu, ''))
  })
})
