import { describe, expect, it } from 'vitest'
import { toSourceOffset, toSourceRange } from '../text/range.ts'
import { sectionAt } from './section-path.ts'

const item = (text: string, level: number, start: number) => ({
  text,
  level,
  runIn: false,
  ...toSourceRange(start, start + 2),
})
const outline = [item('一', 1, 10), item('(一)', 2, 20), item('1', 3, 30), item('(二)', 2, 40), item('二', 1, 50)]

describe('sectionAt', () => {
  it.each([
    [5, ''],
    [10, '一'],
    [25, '一 (一)'],
    [35, '一 (一) 1'],
    [45, '一 (二)'],
    [99, '二'],
  ])('%i → %s', (offset, expected) => {
    expect(
      sectionAt(outline, toSourceOffset(offset))
        .map(({ text }) => text)
        .join(' '),
    ).toBe(expected)
  })

  it('does not need a first level', () => {
    expect(sectionAt([item('(一)', 2, 0), item('一', 1, 10)], toSourceOffset(12)).map(({ text }) => text)).toEqual([
      '一',
    ])
  })
})
