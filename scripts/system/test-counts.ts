import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests of a suite ended how. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const count = z.number().int().nonnegative()

/** What Vitest's json reporter (Jest's shape) and Playwright's say; only the numbers that are read here. */
const vitestSchema = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  numFailedTestSuites: count,
})
const playwrightSchema = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown()).default([]),
})

/** Vitest's result → counts. A file that failed without a failed test (it did not load) is one failure. Throws on another shape. */
export function parseVitestResult(result: unknown): TestCounts {
  const found = vitestSchema.parse(result)
  const failed = found.numFailedTests || (found.numFailedTestSuites > 0 ? 1 : 0)
  return { passed: found.numPassedTests, failed, skipped: found.numPendingTests + found.numTodoTests }
}

/** Playwright's result → counts. A flaky test passed in the end; an error outside of tests is a failure. Throws on another shape. */
export function parsePlaywrightResult(result: unknown): TestCounts {
  const { stats, errors } = playwrightSchema.parse(result)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}

/** A suite's outcome: its counts, or what is wrong with its result, which counts as one failed test. */
export interface SuiteOutcome {
  readonly counts: TestCounts
  readonly problem?: string
}

/** Reads a suite's result file. Never throws: a file that is missing, malformed or without a test is a problem. */
export function readSuite(file: string, parse: (result: unknown) => TestCounts): SuiteOutcome {
  try {
    const counts = parse(JSON.parse(readFileSync(file, 'utf8')))
    if (counts.passed + counts.failed > 0) return { counts }
    return { counts: { ...counts, failed: 1 }, problem: `${file}: no test was run` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { counts: { passed: 0, failed: 1, skipped: 0 }, problem: `${file}: ${reason}` }
  }
}
