import { describe, expect, it } from 'vitest'
import { type AnchoredText, describeAnchor } from '../annotation/anchor.ts'
import { makeReport } from '../annotation/testing/made-report.ts'
import { toSourceRange } from '../text/range.ts'
import { carryCorrections } from './carry-corrections.ts'
import type { Correction } from './correction.ts'

const versionOf = (text: string): AnchoredText => ({ text, textHash: text, outline: [] })
const old = versionOf(makeReport(1, 2024))

describe('carryCorrections', () => {
  it('carries what finds its place, and keeps everything else as it is', () => {
    const year: Correction = { what: 'field', field: 'year', value: '2024' }
    const heading: Correction = {
      what: 'block',
      kind: 'heading',
      level: 2,
      anchor: describeAnchor(old, toSourceRange(1000, 1040)),
    }
    const gone: Correction = { what: 'entry-split', anchor: describeAnchor(old, toSourceRange(2000, 2040)) }
    const to = versionOf(`公告\n${old.text.slice(0, 1960)}${old.text.slice(2080)}`)
    const carried = carryCorrections([year, heading, gone], [old], to)
    expect(carried).toEqual([year, { ...heading, anchor: describeAnchor(to, toSourceRange(1003, 1043)) }, gone])
    expect(carryCorrections(carried, [], to)).toEqual(carried)
  })
})
