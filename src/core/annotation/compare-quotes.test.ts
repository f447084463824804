import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareQuotes, type QuotePiece } from './compare-quotes.ts'

/** `完成[-三][+五]项`: what was removed and what was added. */
const written = (pieces: readonly QuotePiece[]) =>
  pieces.map(({ text, change }) => (change === 'same' ? text : `[${change === 'added' ? '+' : '-'}${text}]`)).join('')

describe('compareQuotes', () => {
  it.each([
    ['nothing', '新增就业一万人', '新增就业一万人', '新增就业一万人'],
    ['a word in the middle', '改造老旧小区', '改造城中村小区', '改造[-老旧][+城中村]小区'],
    ['something inserted', '完成年度计划', '超额完成年度计划', '[+超额]完成年度计划'],
    ['something deleted', '全面完成年度计划。', '完成年度计划。', '[-全面]完成年度计划。'],
    ['a figure as a whole', '增长6.3%，居首位', '增长5.3%，居首位', '增长[-6.3%][+5.3%]，居首位'],
    ['figures with thousands', '1,200个', '1,300个', '[-1,200][+1,300]个'],
    ['a character between two changes with them', '一万二千三百人', '三万五千三百人', '[-一万二][+三万五]千三百人'],
    ['punctuation between two changes for itself', '甲、乙', '丙、丁', '[-甲][+丙]、[-乙][+丁]'],
    ['width', '增长6％', '增长6%', '增长[-6％][+6%]'],
    ['everything', '甲乙', '丙丁', '[-甲乙][+丙丁]'],
    ['all of it gone', '甲乙', '', '[-甲乙]'],
    ['a character outside the basic plane', '𠮷田', '𠮶田', '[-𠮷][+𠮶]田'],
  ])('%s', (_what, before, after, expected) => {
    expect(written(compareQuotes(before, after))).toBe(expected)
  })

  it('says of quotes that have nothing in common that all of it differs', () => {
    const [before, after] = ['甲'.repeat(500), '乙'.repeat(500)]
    expect(compareQuotes(before, after)).toEqual([
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ])
  })

  it('keeps both quotes whole, and never shows two pieces of a kind side by side', () => {
    const quote = fc.string({ unit: fc.constantFrom('增', '长', '6', '.', '%', '，', ' ', '\n', '𠮷', 'a') })
    fc.assert(
      fc.property(quote, quote, (before, after) => {
        const pieces = compareQuotes(before, after)
        const without = (change: QuotePiece['change']) =>
          pieces.map((each) => (each.change === change ? '' : each.text)).join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
        for (const [index, each] of pieces.entries()) {
          expect(each.text).not.toBe('')
          expect(pieces[index + 1]?.change).not.toBe(each.change)
        }
        if (before === after) expect(pieces.every(({ change }) => change === 'same')).toBe(true)
      }),
    )
  })
})
