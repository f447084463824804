import { describe, expect, it } from 'vitest'
import { findsTag } from './finds-tag.ts'

describe('findsTag', () => {
  it.each([
    ['', true],
    ['教', true],
    ['#民生', true],
    ['生/教', true],
    ['jiaoyu', true],
    ['msjy', true],
    ['ms', true],
    ['数据', false],
    ['sj', true],
    ['jm', false],
  ])('民生/教育 for %j: %j', (typed, found) => {
    expect(findsTag('民生/教育', typed)).toBe(found)
  })

  it('finds Latin letters in either case', () => {
    expect(findsTag('数据/GDP', 'gdp')).toBe(true)
  })
})
