import { describe, expect, it } from 'vitest'
import { parseAnyNumber, parseChineseNumber } from './chinese-number.ts'
import { squeeze, trimInvisible, trimRange } from './white-space.ts'

describe('parseChineseNumber', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['二〇一〇', 2010],
    ['二○二一', 2021],
    ['', null],
    ['百', null],
    ['十十', null],
    ['一十二十', null],
  ])('%s', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  it('reads ASCII and full-width digits too', () => {
    expect(['12', '１２', '十二', '1２'].map(parseAnyNumber)).toEqual([12, 12, 12, 12])
    expect(['1.2', '-1', '1e3', ' '].map(parseAnyNumber)).toEqual([null, null, null, null])
  })
})

describe('white space', () => {
  it('keeps a zero-width character in a block, for it is no white space, and out of a heading', () => {
    const text = '\u3000\u200b一、甲部\u200b\u00a0'
    expect(trimRange(text, 0, text.length)).toEqual({ start: 1, end: 7 })
    expect(trimInvisible(text, 0, text.length)).toEqual({ start: 2, end: 6 })
  })

  it('finds nothing in white space alone', () => {
    expect(trimRange(' \u3000\ufeff', 0, 3)).toBeNull()
    expect(trimInvisible('\u200b ', 0, 2)).toBeNull()
  })

  it('squeezes spaced words', () => {
    expect(squeeze('政 府\u3000工\u00a0作\u200b报<U+00A0>告')).toBe('政府工作报告')
  })
})
