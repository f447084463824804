import { describe, expect, it } from 'vitest'
import type { ReportSummary } from '../core/library-view.ts'
import { countColors } from '../core/tags/tag-counts.ts'
import { MOST_RECENT, recentReports, withOpened } from './recent-reports.ts'

function summary(fields: Partial<ReportSummary>): ReportSummary {
  return {
    id: 'a',
    file: '报告.txt',
    title: null,
    region: null,
    province: null,
    year: null,
    delivered: null,
    textHash: '',
    characters: 0,
    terms: 0,
    annotations: 0,
    tags: [],
    tagCounts: [],
    colors: countColors([]),
    progress: 0,
    doubts: [],
    ...fields,
  }
}

describe('withOpened', () => {
  it.each([
    { recent: [], id: 'a', expected: ['a'] },
    { recent: ['a', 'b'], id: 'c', expected: ['c', 'a', 'b'] },
    { recent: ['a', 'b', 'c'], id: 'c', expected: ['c', 'a', 'b'] },
    { recent: ['a', 'b'], id: 'a', expected: ['a', 'b'] },
  ])('$recent and $id', ({ recent, id, expected }) => {
    expect(withOpened(recent, id)).toEqual(expected)
  })

  it('keeps the latest ones alone', () => {
    const full = Array.from({ length: MOST_RECENT }, (_, index) => String(index))
    expect(withOpened(full, 'new')).toEqual(['new', ...full.slice(0, -1)])
  })
})

describe('recentReports', () => {
  it('names reports in the order in which they were read, without those that are gone', () => {
    const reports = [
      summary({ id: 'a', title: '政府工作报告', region: '洪湖市', year: 2024 }),
      summary({ id: 'b', file: '无题.txt' }),
    ]
    expect(recentReports(['b', 'gone', 'a'], reports)).toEqual([
      { id: 'b', name: '无题.txt' },
      { id: 'a', name: '2024年洪湖市政府工作报告' },
    ])
  })
})
