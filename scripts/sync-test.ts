import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ignoredLines } from './sync-test/ignored-lines.ts'
import { runRounds } from './sync-test/run-rounds.ts'
import type { RoundFigures } from './sync-test/shared-library.ts'
import { capture } from './system/capture.ts'
import { projectRoot } from './system/project-root.ts'
import { isMain, runMain } from './system/run-main.ts'
import { say } from './system/say.ts'

// `npm run test:sync -- [--rounds N] [--seed N] [--share-all]`: two Syncthing nodes on this machine keep one library on two
// sides, both of which work, cut off from each other and not. They ignore what docs/sharing.md says, or nothing with
// --share-all. Exit code 0 where nothing was lost and both became the same; 1 where not, then the folder is kept; 2 where
// Syncthing is missing.

const SHARING = join(projectRoot, 'docs', 'sharing.md')

const COLUMNS = [
  ['round', 6],
  ['kind', 10],
  ['changes', 9],
  ['copies', 7],
  ['conflicts', 10],
  ['passes', 7],
  ['lost', 5],
  ['seconds', 7],
] as const

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string' }, seed: { type: 'string' }, 'share-all': { type: 'boolean' } },
  })
  const { code, stdout } = await capture(['syncthing', '--version'])
  if (code !== 0) {
    say(
      '没有找到 Syncthing，这项测试没有运行。请先安装：sudo apt-get install -y syncthing（其他系统见 https://syncthing.net/downloads/）。',
      'Syncthing was not found, this test did not run. Install it first: sudo apt-get install -y syncthing (other systems: https://syncthing.net/downloads/).',
    )
    return 2
  }
  const rounds = Number(values.rounds ?? 20)
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'meipi-sync-'))
  console.log(`${stdout.trim()}\n${rounds} rounds, seed ${seed}, in ${folder}\n`)
  console.log(row(COLUMNS.map(([name]) => name)))
  const all: RoundFigures[] = []
  const onRound = (figures: RoundFigures) => {
    all.push(figures)
    console.log(row(describeRound(String(all.length), figures.kind, [figures])))
    for (const problem of [...figures.lost, ...figures.faults]) console.log(`  ${problem}`)
  }
  const ignored = values['share-all'] ? [] : ignoredLines(readFileSync(SHARING, 'utf8'))
  await runRounds({ rounds, seed, folder, ignored, onRound })
  console.log(row(describeRound('all', '', all)))
  const isGood = all.every(({ lost, faults }) => lost.length + faults.length === 0)
  if (isGood) rmSync(folder, { recursive: true, force: true })
  return isGood ? 0 : 1
}

function describeRound(name: string, kind: string, rounds: readonly RoundFigures[]): string[] {
  const sum = (of: (figures: RoundFigures) => number) => rounds.reduce((total, figures) => total + of(figures), 0)
  return [
    name,
    kind,
    `${sum(({ changes }) => changes[0])}+${sum(({ changes }) => changes[1])}`,
    String(sum(({ copies }) => copies)),
    String(rounds.at(-1)?.conflicts ?? 0),
    String(Math.max(0, ...rounds.map(({ passes }) => passes))),
    String(sum(({ lost }) => lost.length)),
    (sum(({ milliseconds }) => milliseconds) / 1000).toFixed(1),
  ]
}

function row(cells: readonly string[]): string {
  return COLUMNS.map(([, width], index) => (cells[index] ?? '').padEnd(width)).join(' ')
}

if (isMain(import.meta.url)) await runMain(main)
