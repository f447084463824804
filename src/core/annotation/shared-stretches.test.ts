import { describe, expect, it } from 'vitest'
import { DRIFT, indexStretches, SAME_REPORT_SHARE, shareStretches } from './shared-stretches.ts'
import { insertSentences, misprint } from './testing/edits.ts'
import { makeReport } from './testing/made-report.ts'
import { makeRandom } from './testing/random.ts'
import { trackText } from './testing/tracked-text.ts'

const compare = (from: string, to: string) => shareStretches(from, indexStretches(to), to.length)

const report = makeReport(1, 2024)
const misprinted = misprint(trackText(report), makeRandom(1), 1 / 25).text
const appended = `${makeReport(2, 2024)}${report}${makeReport(3, 2024)}`

describe('shareStretches', () => {
  it.each([
    ['a text and itself', report, report, true],
    ['a text and one with a misprint in every 25 characters', report, misprinted, true],
    ['a text and a part of it', report, report.slice(1000, 2000), true],
    ['a part of a text and the whole', report.slice(1000, 2000), report, true],
    ['a text and one that holds it among others', report, appended, true],
    ['a text and one that holds it twice', report, report + report, true],
    ['the reports of two years', report, makeReport(1, 2025), false],
    ['the reports of two places', report, makeReport(2, 2024), false],
    ['a text and an empty one', report, '', false],
    ['two short texts', '各位代表', '各位代表', false],
  ])('knows %s', (_what, from, to, expected) => {
    expect(compare(from, to).sameReport).toBe(expected)
    expect(SAME_REPORT_SHARE).toBe(0.5)
  })

  it('measures what stands around a place still', () => {
    const { surroundings } = compare(report, `公告${report}`)
    expect(surroundings(2000, 2010, 2002)).toBeGreaterThan(0.7)
    expect(surroundings(2000, 2010, 2002 + DRIFT)).toBeGreaterThan(0.7)
    expect(surroundings(2000, 2010, 2003 + DRIFT)).toBe(0)
    expect(surroundings(0, report.length, 2)).toBeGreaterThan(0.7)
  })

  it('counts nothing that stands elsewhere as well', () => {
    expect(compare(report, report + report).surroundings(2000, 2010, 2000)).toBe(0)
    const others = report.split('。').map((sentence) => `${sentence}。`)
    const grown = insertSentences(trackText(report), makeRandom(1), 1, others).text
    expect(compare(report, grown).surroundings(2000, 2010, grown.indexOf(report.slice(2000, 2010)))).toBeLessThan(0.7)
  })
})
