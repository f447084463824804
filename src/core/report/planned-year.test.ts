import { describe, expect, it } from 'vitest'
import { readPlannedYear, YEAR_RULES } from './planned-year.ts'
import { readDate } from './report-date.ts'

const nothing = { title: null, date: null, headings: [], paragraphs: [] }

describe('readPlannedYear', () => {
  it.each(YEAR_RULES)('$name: $example', ({ where, example, add, pattern }) => {
    const evidence =
      where === 'heading' ? { headings: [example] } : where === 'title' ? { title: example } : { paragraphs: [example] }
    expect(pattern.test(example)).toBe(true)
    expect(readPlannedYear({ ...nothing, ...evidence })).toBe(2024)
    expect(Number(/\d{4}/.exec(example)?.[0]) + add).toBe(2024)
  })

  it.each([
    ['a report given in December plans the next year', { date: readDate('2023年12月24日') }, 2024],
    [
      'a wrong title does not outvote the date',
      { title: '2011年青禾省政府工作报告', date: readDate('2012年1月10日') },
      2012,
    ],
    ['the later of two headings', { headings: ['一、2017年主要工作任务', '二、2018年重点任务'] }, 2018],
    [
      'a distant goal is no plan',
      { headings: ['一、2023年工作回顾'], paragraphs: ['到2035年远景目标是：基本实现现代化'] },
      2024,
    ],
    [
      'a December report whose headings speak of its own year',
      { date: readDate('2020年11月30日'), headings: ['二、2020年工作安排', '2020年目标任务'] },
      2020,
    ],
    ['nothing', {}, null],
  ])('%s', (_, evidence, year) => {
    expect(readPlannedYear({ ...nothing, ...evidence })).toBe(year)
  })
})
