import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLibrary } from './reading-room/bench-library.ts'
import { compare, printTable, type Row } from './reading-room/compared.ts'
import { measureFirstOpenings } from './reading-room/first-openings.ts'
import {
  measureCard,
  measureFinding,
  measureNoise,
  measureOpening,
  measureScrolling,
  type Pair,
  ROUNDS,
} from './reading-room/measures.ts'
import { frameInterval } from './reading-room/scrolling.ts'
import { closeAndForget, libraryIn, openStage, type Stage } from './reading-room/stage.ts'
import { benchReports } from './reports.ts'

// `npm run bench`, second part: what a reader waits for in the app, beside the same text in the `<pre>` of a bare
// Electron window, by turns in one run. Figures are median (minimum–maximum) of nine rounds, or of all their
// keystrokes; a ratio is that of the medians (of one round at least – at most).

const folder = mkdtempSync(join(tmpdir(), 'meipi-bench-'))
let stage: Stage | undefined
try {
  const reports = await makeLibrary(libraryIn(folder), benchReports())
  stage = await openStage(folder)
  const loadBefore = showLoad()
  const rows = await measureAll(stage, reports)
  printTable([['', 'app', 'bare window', 'ratio'], ...rows])
  console.log(`noise: ${availableParallelism()} processors, load ${loadBefore} before and ${showLoad()} after`)
} finally {
  await stage?.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measureAll(on: Stage, reports: Pair['reports']): Promise<Row[]> {
  const pair: Pair = { app: await on.startApp(), bare: await on.startBare(), reports }
  const interval = await frameInterval(pair.bare.page)
  say('noise and openings')
  const rows = [await measureNoise(pair), ...(await measureOpening(pair))]
  say('cards and finding')
  rows.push(await measureCard(pair), ...(await measureFinding(pair)))
  say('scrolling')
  rows.push(...(await measureScrolling(pair, interval)))
  await closeAndForget(pair.app)
  await pair.bare.app.close()

  say('first openings and memory')
  const { median, long } = await measureFirstOpenings(on, reports, ROUNDS)
  return [
    ...rows,
    compare('the first click after a start → text painted, median report, ms', median.opening),
    compare('  then the long one, ms', long.opening),
    compare('memory of the renderer with the median report, MB', median.memory, 0),
    compare('  then with the long one, MB', long.memory, 0),
    [`one frame of this display, ${on.versions}, ms`, '', interval.toFixed(1), ''],
  ]
}

/** What is going on, for who waits: all of it takes about seven minutes. */
function say(what: string): void {
  console.error(`measuring ${what} …`)
}

function showLoad(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
