import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionAt } from '../../core/annotation/section-path.ts'
import type { HeadwordPlace } from '../../core/glossary/report-terms.ts'
import type { OutlineItem } from '../../core/report/report.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { choosePlaces } from './term-marks.ts'

const heading = (start: number, level: number, runIn = false): OutlineItem => ({
  text: `${start}`,
  level,
  runIn,
  ...toSourceRange(start, start + 4),
})

const place = (key: string, start: number): HeadwordPlace => ({
  key,
  nested: [],
  ...toSourceRange(start, start + key.length),
})

/** 前言 · 一、(10) · （一）(20) · （二）(40, run in) · 二、(60) */
const OUTLINE = [heading(10, 1), heading(20, 2), heading(40, 2, true), heading(60, 1)]

const PLACES = [
  place('双减', 2),
  place('双减', 6),
  place('双减', 15),
  place('双碳', 17),
  place('双减', 25),
  place('双减', 30),
  place('双碳', 33),
  place('双减', 41),
  place('双减', 50),
  place('双减', 62),
  place('双减', 70),
]

const starts = (places: readonly HeadwordPlace[]) => places.map(({ key, start }) => `${key} ${start}`)

describe('choosePlaces', () => {
  it('marks every place', () => {
    expect(choosePlaces(PLACES, OUTLINE, 'every')).toEqual(PLACES)
  })

  it('marks none', () => {
    expect(choosePlaces(PLACES, OUTLINE, 'none')).toEqual([])
  })

  it('marks the first place of each term in each section, what stands before the first heading being one', () => {
    expect(starts(choosePlaces(PLACES, OUTLINE, 'first'))).toEqual([
      '双减 2',
      '双减 15',
      '双碳 17',
      '双减 25',
      '双碳 33',
      '双减 41',
      '双减 62',
    ])
  })

  it('marks the first of all where a report has no headings', () => {
    expect(starts(choosePlaces(PLACES, [], 'first'))).toEqual(['双减 2', '双碳 17'])
  })

  it('takes a term in the heading itself for the first of its section', () => {
    expect(starts(choosePlaces([place('双减', 20), place('双减', 25)], OUTLINE, 'first'))).toEqual(['双减 20'])
  })

  it('does not mistake a term of digits for another section', () => {
    const outline = [heading(1, 1), heading(12, 1)]
    const places = [place('2 5G', 5), place('5G', 15), place('5G', 20)]
    expect(starts(choosePlaces(places, outline, 'first'))).toEqual(['2 5G 5', '5G 15'])
  })

  it('leaves of each term in each section exactly the first, in order', () => {
    const outline = fc
      .uniqueArray(fc.nat(200), { maxLength: 8 })
      .chain((at) =>
        fc.tuple(
          ...at
            .toSorted((a, b) => a - b)
            .map((start) => fc.integer({ min: 1, max: 3 }).map((level) => heading(start, level))),
        ),
      )
    const places = fc
      .uniqueArray(fc.tuple(fc.constantFrom('双减', '双碳', '5G'), fc.nat(210)), {
        selector: ([, at]) => at,
        maxLength: 30,
      })
      .map((given) => given.toSorted(([, a], [, b]) => a - b).map(([key, start]) => place(key, start)))
    fc.assert(
      fc.property(outline, places, (headings, all) => {
        const chosen = choosePlaces(all, headings, 'first')
        expect(chosen).toEqual(all.filter((each) => chosen.includes(each)))
        for (const each of all) {
          const section = sectionAt(headings, each.start).at(-1)
          const alike = all.filter(
            ({ key, start }) => key === each.key && sectionAt(headings, start).at(-1) === section,
          )
          expect(chosen.includes(each)).toBe(alike[0] === each)
        }
      }),
    )
  })
})
