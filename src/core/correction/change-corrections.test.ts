import { describe, expect, it } from 'vitest'
import { blockCorrectionAt, setCorrection, withdrawCorrection } from './change-corrections.ts'
import type { CorrectedKind, Correction } from './correction.ts'

function anchor(start: number, textHash = 'now') {
  return { textHash, start, end: start + 2, quote: '甲乙', prefix: '', suffix: '', sectionPath: [] }
}

const block = (start: number, kind: CorrectedKind, textHash?: string): Correction => ({
  what: 'block',
  anchor: anchor(start, textHash),
  kind,
})
const year = (value: string | null): Correction => ({ what: 'field', field: 'year', value })
const entry = (what: 'entry-split' | 'entry-join' | 'entry-term', start: number): Correction => ({
  what,
  anchor: anchor(start),
})

describe('setCorrection', () => {
  it.each<[string, Correction, Correction]>([
    ['a field', year('2024'), year(null)],
    ['a block', block(7, 'boilerplate'), block(7, 'heading')],
    ['the term of an entry', entry('entry-term', 7), entry('entry-term', 7)],
    ['where an entry begins', entry('entry-split', 7), entry('entry-join', 7)],
  ])('replaces what was said of %s', (_, before, after) => {
    const others = [year('1999'), block(1, 'byline'), entry('entry-split', 1)].filter(
      (other) => other.what !== before.what,
    )
    expect(setCorrection([...others, before], after)).toEqual([...others, after])
  })

  it.each<[string, Correction, Correction]>([
    ['another field', year('2024'), { what: 'field', field: 'title', value: '甲' }],
    ['another block', block(7, 'boilerplate'), block(8, 'boilerplate')],
    ['a block of another text version', block(7, 'boilerplate', 'old'), block(7, 'boilerplate')],
    ['the term of an entry that is split there', entry('entry-split', 7), entry('entry-term', 7)],
    ['a block where an entry is split', entry('entry-split', 7), block(7, 'paragraph')],
  ])('keeps what was said of %s', (_, before, after) => {
    expect(setCorrection([before], after)).toEqual([before, after])
  })
})

it('withdraws by what a correction speaks of, whatever it says', () => {
  const all = [year('2024'), block(7, 'boilerplate'), block(9, 'heading')]
  expect(withdrawCorrection(all, block(7, 'heading'))).toEqual([year('2024'), block(9, 'heading')])
  expect(withdrawCorrection(all, entry('entry-term', 7))).toEqual(all)
})

describe('blockCorrectionAt', () => {
  const all = [block(7, 'boilerplate', 'old'), block(7, 'heading'), entry('entry-term', 9)]
  it.each([
    [7, 'now', 'heading'],
    [7, 'old', 'boilerplate'],
    [7, 'never', undefined],
    [9, 'now', undefined],
  ])('%s in text %s: %s', (start, textHash, kind) => {
    expect(blockCorrectionAt(all, start, textHash)?.kind).toBe(kind)
  })
})
