import { describe, expect, it } from 'vitest'
import { ORDINAL_RULES, ordinalRank, readOrdinal } from './ordinal.ts'

describe('readOrdinal', () => {
  it.each(ORDINAL_RULES)('$form: $example', ({ form, example }) => {
    const ordinal = readOrdinal(example)
    expect(ordinal).toMatchObject({ form, number: 1, at: 0 })
    expect(example.slice(ordinal?.end)).toMatch(/^\p{Script=Han}/u)
  })

  it.each([
    ['十二、加快转型', 'chinese-comma', 12, '加快转型'],
    ['(十一)加快转型', 'chinese-paren', 11, '加快转型'],
    ['（ 三 ）加快转型', 'chinese-paren', 3, '加快转型'],
    ['三、 2017年工作', 'chinese-comma', 3, '2017年工作'],
    ['１．加快转型', 'arabic-dot', 1, '加快转型'],
    ['??（一）加快转型', 'chinese-paren', 1, '加快转型'],
    ['<U+00A0><U+00A0>一、加快转型', 'chinese-comma', 1, '加快转型'],
  ])('%s', (line, form, number, words) => {
    const ordinal = readOrdinal(line)
    expect(ordinal).toMatchObject({ form, number })
    expect(line.slice(ordinal?.end)).toBe(words)
  })

  it.each([
    '一是加快转型',
    '一、二、三产业协调发展',
    '一、二产业比重上升',
    '1.5万亩良田',
    '2024年工作',
    '十四五时期',
    '（2024年）',
    '——综合实力增强',
    '',
  ])('no ordinal: %s', (line) => {
    expect(readOrdinal(line)).toBeNull()
  })

  it('ranks 一、above（一）above 1. above（1）', () => {
    const ranks = (['chinese-comma', 'chinese-paren', 'arabic-dot', 'arabic-paren'] as const).map(ordinalRank)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(new Set(ranks).size).toBe(4)
  })
})
