import { describe, expect, it } from 'vitest'
import { summarise } from './ci-summary.ts'
import type { SuiteOutcome } from './system/test-counts.ts'

const suite = (passed: number, failed: number, skipped = 0): SuiteOutcome => ({ counts: { passed, failed, skipped } })
const missing: SuiteOutcome = { ...suite(0, 1), problem: 'e2e.json: ENOENT' }

describe('summarise', () => {
  const cases = [
    { name: 'all passed', suites: [suite(10, 0), suite(4, 0)], run: 0, line: '14 passed, 0 failed', exitCode: 0 },
    {
      name: 'some skipped',
      suites: [suite(10, 0, 2), suite(4, 0, 1)],
      run: 0,
      line: '14 passed, 0 failed, 3 skipped',
      exitCode: 0,
    },
    { name: 'some failed', suites: [suite(10, 1), suite(4, 2)], run: 1, line: '14 passed, 3 failed', exitCode: 1 },
    {
      name: 'failed though the run did not say so',
      suites: [suite(1, 1)],
      run: 0,
      line: '1 passed, 1 failed',
      exitCode: 1,
    },
    { name: 'a result is missing', suites: [suite(10, 0), missing], run: 0, line: '10 passed, 1 failed', exitCode: 1 },
    { name: 'only lint failed', suites: [suite(10, 0), suite(4, 0)], run: 1, line: '14 passed, 1 failed', exitCode: 1 },
  ]
  it.each(cases)('$name → $line', ({ suites, run, line, exitCode }) => {
    expect(summarise(suites, run)).toMatchObject({ line, exitCode })
  })

  it('hands on what is wrong with a result', () => {
    expect(summarise([missing], 1).problems).toEqual(['e2e.json: ENOENT'])
  })
})
