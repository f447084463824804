import { join } from 'node:path'
import { projectRoot } from './system/project-root.ts'
import { isMain, runMain } from './system/run-main.ts'
import { parsePlaywrightResult, parseVitestResult, readSuite, type SuiteOutcome } from './system/test-counts.ts'

/** The closing line of a CI run, what to say before it, and the exit code. */
export interface Summary {
  readonly line: string
  readonly problems: readonly string[]
  readonly exitCode: 0 | 1
}

/**
 * Adds up suites, given the exit code of the run that they belong to. A run that failed in something that is no test
 * (lint, types, build) shows as one failure, so that the line never speaks of success when there is none.
 */
export function summarise(suites: readonly SuiteOutcome[], runExitCode: number): Summary {
  const total = (key: keyof SuiteOutcome['counts']): number => suites.reduce((sum, suite) => sum + suite.counts[key], 0)
  const problems = suites.flatMap((suite) => suite.problem ?? [])
  let failed = total('failed')
  if (runExitCode !== 0 && failed === 0) {
    failed = 1
    problems.push(`the run failed (exit code ${runExitCode}) though no test did: see lint, types and build above`)
  }
  const skipped = total('skipped')
  const line = `${total('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return { line, problems, exitCode: failed > 0 ? 1 : 0 }
}

// `node scripts/ci-summary.ts EXIT_CODE`: the line goes to stdout, problems to stderr before it.
if (isMain(import.meta.url))
  await runMain(async () => {
    const results = join(projectRoot, 'test-results')
    const suites = [
      readSuite(join(results, 'unit.json'), parseVitestResult),
      readSuite(join(results, 'e2e.json'), parsePlaywrightResult),
    ]
    const { line, problems, exitCode } = summarise(suites, Number(process.argv[2] ?? 0))
    for (const problem of problems) process.stderr.write(`${problem}\n`)
    process.stdout.write(`${line}\n`)
    return exitCode
  })
