import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type KillFigures, runKills } from './kill-test/run-kills.ts'

// `npm run test:kill -- [--kills N] [--seed N]`: processes that work on a library are killed at random moments, and what
// was acknowledged is looked for. Exit code 1 where anything is missing or cannot be read; then the folder is kept.

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } })
const kills = Number(values.kills ?? 500)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'meipi-kills-'))
const began = Date.now()
let toldFaults = 0

console.log(`${kills} kills, seed ${seed}, in ${folder}`)
const figures = await runKills({
  kills,
  seed,
  folder,
  onProgress: (sofar) => {
    const faults = faultsOf(sofar)
    for (const fault of faults.slice(toldFaults)) console.log(`kill ${sofar.kills}: ${fault}`)
    toldFaults = faults.length
    if (sofar.kills % 50 === 0) console.log(`${sofar.kills}: ${sofar.acknowledged} acknowledged, ${toldFaults} faults`)
  },
})
console.log(describeFigures(figures, Date.now() - began))
if (toldFaults === 0) rmSync(folder, { recursive: true, force: true })
process.exitCode = toldFaults === 0 ? 0 : 1

function faultsOf({ lost, unreadable, failures }: KillFigures): string[] {
  return [...lost, ...unreadable, ...failures]
}

function describeFigures(found: KillFigures, milliseconds: number): string {
  const rows: readonly (readonly [what: string, figure: number | string])[] = [
    ['kills (SIGKILL)', found.kills],
    ['  before the library was open', found.whileOpening],
    ['  of these in a library of the first version', found.whileMigrating],
    ['  libraries of the first version that were migrated', found.migrated],
    ['  in the middle of writing a record', found.whileSaving],
    ['  that left a snapshot half written', found.whileSnapshotting],
    ['changes acknowledged', found.acknowledged],
    ['changes under way when killed', found.underWay],
    ['snapshots looked through', found.snapshots],
    ['acknowledged changes lost', found.lost.length],
    ['unreadable files', found.unreadable.length],
    ['other faults', found.failures.length],
    ['minutes', (milliseconds / 60_000).toFixed(1)],
  ]
  const width = Math.max(...rows.map(([what]) => what.length))
  return rows.map(([what, figure]) => `${what.padEnd(width)}  ${figure}`).join('\n')
}
