import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnchoredText } from '../src/core/annotation/anchor.ts'
import { prepareMatching } from '../src/core/annotation/match-anchor.ts'
import { EDIT_KINDS, type EditKind, HOSTILE_KINDS } from '../src/core/annotation/testing/edit-kinds.ts'
import { misprint } from '../src/core/annotation/testing/edits.ts'
import {
  evaluate,
  followPassages,
  newEvaluation,
  newTally,
  type Tally,
} from '../src/core/annotation/testing/evaluate.ts'
import { choosePassage, judge } from '../src/core/annotation/testing/judge.ts'
import { makeRandom } from '../src/core/annotation/testing/random.ts'
import { trackText } from '../src/core/annotation/testing/tracked-text.ts'
import { parseReport } from '../src/core/report/parse-report.ts'
import { importFile } from '../src/library/importers/importer-for.ts'
import { sha256 } from '../src/library/sha256.ts'
import { attachPlainly } from './anchors/plain-strategy.ts'
import { reencode } from './anchors/reencode.ts'
import { showSpread, timeOf } from './median.ts'

// `npm run bench:anchors [-- QUOTES [SEED]]`: where annotations go when a text comes in a new version (docs/adr/0010),
// beside a plain strategy in the same run. What is right is known from the offsets of the edit, not from its words.

const QUOTES = Number(process.argv[2] ?? 2000)
const SEED = Number(process.argv[3] ?? 5)
const QUOTES_A_REPORT = 10
const bulk = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'bulk')
if (!existsSync(bulk)) throw new Error(`no reports to measure on: ${bulk}`)

const names = readdirSync(bulk).sort()
const texts = new Map(names.map((name) => [name, importFile(readFileSync(join(bulk, name)), name).text]))
const textOf = (name: string): string => texts.get(name) ?? ''
const pairs = names.flatMap((name) => {
  const later = laterOf(name)
  return later === undefined ? [] : [{ before: textOf(name), later: textOf(later) }]
})

/** The next report of the same city. One file of the corpus is another's report under a later year: that is no next one. */
function laterOf(name: string): string | undefined {
  const city = name.slice(0, name.indexOf('_'))
  const lines = new Set(longLines(name))
  return names.find((other) => {
    if (!other.startsWith(`${city}_`) || other <= name) return false
    return longLines(other).filter((line) => lines.has(line)).length < lines.size / 2
  })
}

function longLines(name: string): string[] {
  return textOf(name)
    .split('\n')
    .filter((line) => line.trim().length > 20)
}

function describe(text: string): AnchoredText {
  return { text, textHash: sha256(text), outline: parseReport(text, {}).outline }
}

const share = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)
const cells = (tally: Tally) => [tally.right, tally.wrong, tally.ambiguous, tally.orphan]
const rows: (string | number)[][] = []

function run({ name, edit }: EditKind): void {
  // For each kind the same reports and the same passages.
  const random = makeRandom(SEED)
  const ours = newEvaluation()
  const plain = newTally()
  for (let done = 0; done < QUOTES; done += QUOTES_A_REPORT) {
    const { before, later } = random.pick(pairs)
    const source = describe(before)
    const anchors = Array.from({ length: Math.min(QUOTES_A_REPORT, QUOTES - done) }, () =>
      choosePassage(source, random),
    )
    const after = edit(before, later, makeRandom(SEED + done))
    const passages = followPassages(before, after, anchors)
    evaluate(ours, source, after, passages, prepareMatching(describe(after.text))(source))
    for (const passage of passages) {
      const verdict = judge(after.text, passage, attachPlainly(passage.anchor, after.text))
      plain[verdict === 'not attached' ? 'orphan' : verdict]++
    }
  }
  const { standing, offered, wrongs } = ours
  for (const { passage, match } of wrongs) console.log('wrong:', name, JSON.stringify({ ...passage, match }))
  rows.push([
    name,
    ...cells(ours.tally),
    `${share(standing.right, standing.count)} of ${standing.count}`,
    `${share(offered.among, offered.count)}, first ${share(offered.first, offered.count)}`,
    ...[plain.right, plain.wrong, plain.orphan],
  ])
}

run({ name: 're-encoded (GBK, BOM, CRLF)', edit: (text) => reencode(text) })
for (const kind of EDIT_KINDS) run(kind)
rows.push(['made to mislead:'])
for (const kind of HOSTILE_KINDS) run(kind)

console.log(`${QUOTES} quotes of 4 to 80 characters from ${pairs.length} reports, seed ${SEED}\n`)
const head = ['edit', 'right', 'WRONG', 'ambig.', 'orphan', 'right where all stands, once', 'place among candidates']
const table = [[...head, 'plain: right', 'WRONG', 'none'], ...rows]
const widths = table[0]?.map((_cell, column) => Math.max(...table.map((row) => String(row[column] ?? '').length))) ?? []
for (const row of table)
  console.log(
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width)
      })
      .join('  '),
  )

const long = describe(
  pairs
    .slice(0, 5)
    .map(({ before }) => before)
    .join('\n')
    .slice(0, 60_000),
)
const random = makeRandom(SEED)
const anchors = Array.from({ length: 2000 }, () => choosePassage(long, random))
console.log('\n2,000 annotations, 60,000 characters, everything that is prepared for it included, ms')
for (const [what, text] of [
  ['  misprints, 1 in 60', misprint(trackText(long.text), random, 1 / 60).text],
  [
    '  other reports',
    pairs
      .slice(-5)
      .map(({ before }) => before)
      .join('\n')
      .slice(0, 60_000),
  ],
] as const) {
  const target = describe(text)
  const spread = timeOf(() => anchors.map(prepareMatching(target)(long)), 3)
  console.log(what, showSpread(spread, 0))
}
