import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { foldKey } from './fold.ts'
import { matchesPinyin } from './match-pinyin.ts'

/** The first letters of a text's pinyin as the library reads it in its context. */
function initialsOf(text: string): string {
  return pinyin(foldKey(text), { pattern: 'first', toneType: 'none', type: 'array', v: true })
    .filter((letter) => /^[a-z0-9]+$/.test(letter))
    .join('')
}

describe('matchesPinyin', () => {
  it.each([
    ['五源共治', 'wygz'],
    ['五源共治', 'ygz'],
    ['五源共治', 'WYGZ'],
    ['五源共治', 'wuyuan'],
    ['五源共治', 'wu yuan gong zhi'],
    ['五源共治', "wu'yuan"],
    ['五源共治', 'yuang'],
    ['五源共治', 'wuyu'],
    ['五源共治', 'wuyuangz'],
    ['五源共治', 'wygzh'],
    ['“三重一大”', 'szyd'],
    ['“三重一大”', 'scyd'],
    ['银行', 'yinhang'],
    ['银行', 'yx'],
    ['“链长+专班”', 'lczb'],
    ['“链长+专班”', 'lzzb'],
    ['“链长+专班”', 'lianzhangzhuanban'],
    ['绿色', 'lv'],
    ['绿色', 'lü'],
    ['女性', 'nuxing'],
    ['5G全连接工厂', '5gq'],
    ['5G全连接工厂', 'gquan'],
    ['營商環境', 'yshj'],
    ['五源共治', ''],
    ['五源共治', ' '],
  ])('%s by %s', (text, typed) => {
    expect(matchesPinyin(text, typed)).toBe(true)
  })

  it.each([
    ['五源共治', 'wgz'],
    ['五源共治', 'wygzx'],
    ['五源共治', 'uyuan'],
    ['五源共治', 'wuyuanx'],
    ['五源共治', '五源'],
    ['五源共治', '，'],
    ['五源共治', '“”'],
    ['——', 'a'],
    ['', 'a'],
  ])('%s not by %s', (text, typed) => {
    expect(matchesPinyin(text, typed)).toBe(false)
  })

  it('finds every text by its initials, and by a run of them', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)) }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), (words, from, length) => {
        const initials = initialsOf(words)
        expect(initials).toMatch(/^[a-z0-9]*$/)
        expect(matchesPinyin(words, initials)).toBe(true)
        expect(matchesPinyin(words, initials.slice(from, from + length))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('comes to an end where every character could be the next', () => {
    // One that tried every way would not come to an end.
    expect(matchesPinyin('长'.repeat(500), `${'z'.repeat(200)}x`)).toBe(false)
  })
})
