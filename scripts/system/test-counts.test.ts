import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePlaywrightResult, parseVitestResult, readSuite } from './test-counts.ts'

const vitest = (passed: number, failed: number, pending = 0, todo = 0, failedSuites = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: todo,
  numFailedTestSuites: failedSuites,
  testResults: [],
})
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0, errors: unknown[] = []) => ({
  stats: { expected, unexpected, flaky, skipped, duration: 1 },
  errors,
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meipi-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readSuite', () => {
  const cases = [
    { name: 'Vitest', parse: parseVitestResult, result: vitest(5, 2, 1, 1), counts: [5, 2, 2] },
    {
      name: 'Vitest, a file that did not load',
      parse: parseVitestResult,
      result: vitest(5, 0, 0, 0, 1),
      counts: [5, 1, 0],
    },
    { name: 'Playwright', parse: parsePlaywrightResult, result: playwright(3, 1, 1, 2), counts: [4, 1, 2] },
    {
      name: 'Playwright, an error outside of tests',
      parse: parsePlaywrightResult,
      result: playwright(3, 0, 0, 0, [{}]),
      counts: [3, 1, 0],
    },
  ]
  it.each(cases)('$name', ({ parse, result, counts: [passed, failed, skipped] }) => {
    const file = join(folder, 'result.json')
    writeFileSync(file, JSON.stringify(result))
    expect(readSuite(file, parse)).toEqual({ counts: { passed, failed, skipped } })
  })

  const unusable = [
    { name: 'an empty file', content: '' },
    { name: 'no JSON', content: '{"numPassedTests": 5' },
    { name: 'another shape', content: '{"numPassedTests": "5"}' },
    { name: 'negative counts', content: JSON.stringify(vitest(5, -1)) },
    { name: 'no object', content: 'null' },
    { name: 'a suite that ran no test', content: JSON.stringify(vitest(0, 0, 3)) },
  ]
  it.each(unusable)('$name is one failure', ({ content }) => {
    const file = join(folder, 'result.json')
    writeFileSync(file, content)
    const outcome = readSuite(file, parseVitestResult)
    expect(outcome.counts).toMatchObject({ passed: 0, failed: 1 })
    expect(outcome.problem).toContain(file)
  })

  it('counts a file that is missing as one failure', () => {
    expect(readSuite(join(folder, 'none.json'), parsePlaywrightResult).counts).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    })
  })
})
