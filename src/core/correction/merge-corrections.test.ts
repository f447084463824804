import { describe, expect, it } from 'vitest'
import type { CorrectedField, Correction } from './correction.ts'
import { mergeCorrections } from './merge-corrections.ts'

const field = (name: CorrectedField, value: string | null): Correction => ({ what: 'field', field: name, value })
const year = (value: string) => field('year', value)
const title = (value: string) => field('title', value)

const CASES: readonly (readonly [
  what: string,
  base: readonly Correction[] | undefined,
  ours: readonly Correction[],
  theirs: readonly Correction[],
  merged: readonly Correction[],
])[] = [
  ['nothing was changed', [year('2024')], [year('2024')], [year('2024')], [year('2024')]],
  ['ours is new', [], [year('2024')], [], [year('2024')]],
  ['theirs is new', [], [], [year('2024')], [year('2024')]],
  ['each is new', [], [year('2024')], [title('甲')], [year('2024'), title('甲')]],
  ['we withdrew', [year('2024')], [], [year('2024')], []],
  ['they withdrew', [year('2024')], [year('2024')], [], []],
  ['we changed', [year('2024')], [year('2023')], [year('2024')], [year('2023')]],
  ['they changed', [year('2024')], [year('2024')], [year('2023')], [year('2023')]],
  ['both changed: ours', [year('2024')], [year('2023')], [year('2022')], [year('2023')]],
  ['we withdrew what they changed: ours', [year('2024')], [], [year('2022')], []],
  [
    'nobody knows what was before: all of it',
    undefined,
    [year('2023')],
    [year('2022'), title('甲')],
    [year('2023'), title('甲')],
  ],
]

describe('mergeCorrections', () => {
  it.each(CASES)('%s', (_what, base, ours, theirs, merged) => {
    expect(mergeCorrections(base, ours, theirs)).toEqual(merged)
  })
})
