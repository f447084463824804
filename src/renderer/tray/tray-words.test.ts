import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../../core/text/range.ts'
import { elide } from './elide.ts'
import { likenessOf } from './likeness.ts'
import { inOneLine, surroundingsOf } from './surroundings.ts'

describe('elide', () => {
  it.each([
    ['nothing', '', ''],
    ['a short text', '改造老旧小区二十九个', '改造老旧小区二十九个'],
    ['one that would hardly get shorter', '甲'.repeat(40), '甲'.repeat(40)],
    ['a long one', `${'甲'.repeat(30)}${'乙'.repeat(30)}`, `${'甲'.repeat(18)}……${'乙'.repeat(18)}`],
    ['characters outside the basic plane', '𠮷'.repeat(50), `${'𠮷'.repeat(18)}……${'𠮷'.repeat(18)}`],
  ])('%s', (_what, text, expected) => {
    expect(elide(text)).toBe(expected)
  })
})

describe('likenessOf', () => {
  it.each([
    [1, 'very'],
    [0.85, 'very'],
    [0.84, 'rather'],
    [0.6, 'rather'],
    [0.59, 'slightly'],
    [0.35, 'slightly'],
  ] as const)('%s is %s', (score, likeness) => {
    expect(likenessOf({ score })).toBe(likeness)
  })
})

describe('surroundings', () => {
  it.each([
    ['across lines', '一、回顾\n　　改造小区。\n　　新增学位。', 9, 11, '一、回顾 改造', '。 新增学位。'],
    ['at the beginning', '改造小区。新增学位。', 0, 4, '', '。新增学位。'],
    ['at the end', '改造小区。新增学位。', 5, 10, '改造小区。', ''],
    [
      'with more beyond',
      `${'甲'.repeat(40)}中${'乙'.repeat(40)}`,
      40,
      41,
      `…${'甲'.repeat(32)}`,
      `${'乙'.repeat(32)}…`,
    ],
    ['of everything', '改造小区', 0, 4, '', ''],
  ])('%s', (_what, text, start, end, before, after) => {
    expect(surroundingsOf(text, toSourceRange(start, end))).toEqual({ before, after })
  })

  it('never begin or end with half a character', () => {
    const text = `甲${'𠮷'.repeat(60)}`
    const { before, after } = surroundingsOf(text, toSourceRange(61, 63))
    expect(before).toBe(`…${'𠮷'.repeat(16)}`)
    expect(after).toBe(`${'𠮷'.repeat(16)}…`)
    expect(inOneLine({ before: '\udfb7甲', after: '乙\ud842' })).toEqual({ before: '甲', after: '乙' })
  })
})
