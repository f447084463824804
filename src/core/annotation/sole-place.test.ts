import { describe, expect, it } from 'vitest'
import { toSourceRange } from '../text/range.ts'
import { describeAnchor } from './anchor.ts'
import type { Candidate, QuoteDifference } from './candidates.ts'
import { type AnchorMatch, type Doubt, matchAnchor } from './match-anchor.ts'
import { solePlace } from './sole-place.ts'
import { makeReport } from './testing/made-report.ts'

const place = (start: number, score: number, difference: QuoteDifference): Candidate => ({
  range: toSourceRange(start, start + 8),
  quote: '新增城镇就业五万人',
  difference,
  sectionPath: [],
  score,
})
const ambiguous = (candidates: readonly Candidate[], doubt: Doubt = 'changed-or-repeated'): AnchorMatch => ({
  answer: 'ambiguous',
  doubt,
  candidates,
})

describe('solePlace', () => {
  it.each<[string, AnchorMatch, number | null]>([
    ['the words once', ambiguous([place(40, 0.9, 'none')]), 40],
    ['the words in another width', ambiguous([place(40, 0.9, 'form')]), 40],
    ['others that are only alike', ambiguous([place(40, 0.9, 'none'), place(90, 0.5, 'words')]), 40],
    ['a likely place of other words', ambiguous([place(40, 0.9, 'none'), place(90, 0.7, 'words')]), null],
    ['the words twice', ambiguous([place(40, 0.9, 'none'), place(90, 0.5, 'none')]), null],
    ['the words with other figures', ambiguous([place(40, 0.9, 'figures')]), null],
    ['other words', ambiguous([place(40, 0.9, 'words')]), null],
    [
      'the words where they are unlikely, others where they are not',
      ambiguous([place(9, 0.8, 'words'), place(40, 0.5, 'none')]),
      null,
    ],
    ['another year’s report', ambiguous([place(40, 0.9, 'none')], 'another-report'), null],
    ['a lost text', ambiguous([place(40, 0.9, 'none')], 'old-text-missing'), null],
    ['no likely place', { answer: 'orphan', doubt: 'changed-or-repeated', candidates: [place(40, 0.5, 'none')] }, null],
    ['a passage that is in place', { answer: 'moved', range: toSourceRange(40, 48) }, null],
  ])('%s', (_what, match, start) => {
    expect(solePlace(match)?.start ?? null).toBe(start)
  })

  it('is where the words stand when what is beside them was corrected', () => {
    const report = makeReport(3, 2024)
    const words = '启动老城有轨电车规划研究'
    const versionOf = (sentence: string) => ({ text: `${report}　　${sentence}\n${makeReport(4, 2024)}`, outline: [] })
    const before = versionOf(`按照既定布署${words}，年内开工。`)
    const after = versionOf(`按照既定部署${words}，年内开工。`)
    const start = before.text.indexOf(words)
    const anchor = describeAnchor({ ...before, textHash: 'old' }, toSourceRange(start, start + words.length))
    const match = matchAnchor(anchor, before, { ...after, textHash: 'new' })
    expect(match.answer).toBe('ambiguous')
    expect(solePlace(match)).toEqual(toSourceRange(start, start + words.length))
  })
})
