import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './system/die-with-parent.ts'
import { projectRoot } from './system/project-root.ts'
import { runChild } from './system/run-child.ts'
import { runMain } from './system/run-main.ts'

const RESULTS = 'test-results'

/** One suite of `npm test`: how it is called in the report, and the npm script (with arguments) that runs it. */
interface Suite {
  readonly name: string
  readonly script: readonly string[]
}

const SUITES: readonly Suite[] = [
  { name: 'lint', script: ['lint'] },
  { name: 'types', script: ['types'] },
  {
    name: 'unit',
    script: ['unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`],
  },
  { name: 'build', script: ['build'] },
  { name: 'e2e', script: ['e2e'] },
]

// `npm test`: every suite runs, also after one that failed, so that one run tells all; exit code 1 if any failed.
await runMain(async () => {
  mkdirSync(join(projectRoot, RESULTS), { recursive: true })
  // A suite that does not get as far as writing its result must not be taken for an earlier run of it.
  for (const name of ['unit.json', 'e2e.json']) rmSync(join(projectRoot, RESULTS, name), { force: true })
  const outcomes: string[] = []
  let failed = false
  for (const { name, script } of SUITES) {
    console.log(`\n▶ ${name}`)
    const began = Date.now()
    // In our process group: the terminal's Ctrl+C has to reach what npm starts, and npm's shell does not pass it on.
    const options = { cwd: projectRoot, shell: process.platform === 'win32', detached: false }
    const code = await runChild(npmRun(script), options)
    // Ctrl+C ends the run, not only the suite that was running.
    if (code === 130 || code === 143) return code
    failed ||= code !== 0
    const outcome = `${code === 0 ? '✔' : '✘'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`
    console.log(outcome)
    outcomes.push(outcome)
  }
  console.log(`\n${outcomes.join('\n')}`)
  return failed ? 1 : 0
})

function npmRun(script: readonly string[]): Command {
  return ['npm', 'run', '-s', ...script]
}
