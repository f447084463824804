import { describe, expect, it } from 'vitest'
import { completeTag, writtenTag } from './complete-tag.ts'

describe('a line of tags', () => {
  it.each([
    ['民', 1, '民', '民生/教育 '],
    ['数据 民', 4, '民', '数据 民生/教育 '],
    ['数据，#民', 5, '#民', '数据，民生/教育 '],
    ['民 数据', 1, '民', '民生/教育 数据'],
    ['民生 数据', 1, '民', '民生/教育 数据'],
    ['数据 ', 3, '', '数据 民生/教育 '],
    ['', 0, '', '民生/教育 '],
  ])('%j at %i asks for %j and becomes %j', (line, caret, asked, completed) => {
    expect(writtenTag(line, caret)).toBe(asked)
    expect(completeTag(line, caret, '民生/教育')).toBe(completed)
  })
})
