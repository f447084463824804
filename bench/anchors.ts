import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnchoredText } from '../src/core/annotation/anchor.ts'
import type { Anchor } from '../src/core/annotation/annotation.ts'
import { prepareMatching } from '../src/core/annotation/match-anchor.ts'
import { choosePassage, followPassage, judge, overlap } from '../src/core/annotation/testing/judge.ts'
import { makeRandom } from '../src/core/annotation/testing/random.ts'
import { placesNow } from '../src/core/annotation/testing/tracked-text.ts'
import { parseReport } from '../src/core/report/parse-report.ts'
import { squeeze } from '../src/core/text/white-space.ts'
import { importFile } from '../src/library/importers/importer-for.ts'
import { sha256 } from '../src/library/sha256.ts'
import { EDIT_KINDS } from './anchors/kinds.ts'
import { attachPlainly } from './anchors/plain-strategy.ts'

// `npm run bench:anchors [QUOTES]`: where annotations go when a text comes in a new version (docs/adr/0010), beside a
// plain strategy in the same run. What is right is known from the edit's own offsets.

const QUOTES = Number(process.argv[2] ?? 2000)
const A_REPORT = 10
const bulk = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'bulk')
if (!existsSync(bulk)) throw new Error(`no reports to measure on: ${bulk}`)

const names = readdirSync(bulk).sort()
const texts = new Map(names.map((name) => [name, importFile(readFileSync(join(bulk, name)), name)]))
const pairs = names.flatMap((name) => laterOf(name)?.map((later) => ({ name, later })) ?? [])

/** The reports of the same city in the next years, the nearest first, without one that is the same report again. */
function laterOf(name: string): string[] {
  const [, city = '', year = ''] = /^(.*)_(\d{4})/.exec(name) ?? []
  const lines = new Set(linesOf(name))
  const later = names.filter((other) => other.startsWith(`${city}_`) && other > `${city}_${year}.md`)
  return later
    .filter((other) => linesOf(other).filter((line) => lines.has(line)).length < linesOf(other).length / 2)
    .slice(0, 1)
}

function linesOf(name: string): string[] {
  return (texts.get(name)?.text ?? '').split('\n').filter((line) => line.trim().length > 20)
}

function describe(text: string): AnchoredText {
  return { text, textHash: sha256(text), outline: parseReport(text, { fileName: 'report.txt' }).outline }
}

/** Whether words and context stand once in the old text, and once in the new; both without white space. */
function standsOnce({ prefix, quote, suffix }: Anchor, before: string, after: string): boolean {
  const all = plainForm(prefix + quote + suffix)
  return [before, after].every((text) => plainForm(text).split(all).length === 2)
}

function plainForm(text: string): string {
  return squeeze(text.normalize('NFKC')).replace(/[“”]/g, '"').replaceAll('。', '.').replace(/[‘’]/g, "'")
}

const random = makeRandom(5)
const chosen = Array.from({ length: Math.ceil(QUOTES / A_REPORT) }, () => random.pick(pairs))
const columns = ['right', 'wrong', 'ambiguous', 'orphan'] as const

for (const kind of EDIT_KINDS) {
  const ours = { right: 0, wrong: 0, ambiguous: 0, orphan: 0 }
  const plain = { right: 0, wrong: 0, ambiguous: 0, orphan: 0 }
  let standing = 0
  let standingRight = 0
  let offered = 0
  let offeredFirst = 0
  let offerable = 0
  let goneAmbiguous = 0
  let gone = 0
  let time = 0
  let plainTime = 0
  for (const { name, later } of chosen) {
    const before = texts.get(name)?.text ?? ''
    const source = describe(before)
    const after = kind.edit(before, texts.get(later)?.text ?? '', random)
    const target = describe(after.text)
    const places = placesNow(after)
    const passages = Array.from({ length: A_REPORT }, () =>
      followPassage(before, after, places, choosePassage(source, random)),
    )
    let began = performance.now()
    const match = prepareMatching(target)(source)
    const answers = passages.map(({ anchor }) => match(anchor))
    time += performance.now() - began
    began = performance.now()
    const plainAnswers = passages.map(({ anchor }) => attachPlainly(anchor, after.text))
    plainTime += performance.now() - began
    for (const [index, passage] of passages.entries()) {
      const answer = answers[index]
      if (!answer) continue
      const verdict = judge(after.text, passage, 'range' in answer ? answer.range : null)
      if (verdict === 'not attached' && 'candidates' in answer) {
        ours[answer.answer === 'orphan' ? 'orphan' : 'ambiguous']++
        const { fate } = passage
        if (fate.fate === 'gone') {
          gone++
          if (answer.answer === 'ambiguous') goneAmbiguous++
        } else {
          offerable++
          const at = answer.candidates.findIndex(({ range }) => overlap(range, fate) > 0.5)
          if (at >= 0) offered++
          if (at === 0) offeredFirst++
        }
      } else if (verdict !== 'not attached') ours[verdict]++
      if (verdict === 'wrong') console.log('WRONG', kind.name, name, JSON.stringify(passage), JSON.stringify(answer))
      if (passage.contextStands && standsOnce(passage.anchor, before, after.text)) {
        standing++
        if (verdict === 'right') standingRight++
        else if (process.env.WHY)
          console.log('MISS', kind.name, name, JSON.stringify(passage), JSON.stringify(answer).slice(0, 300))
      }
      const plainVerdict = judge(after.text, passage, plainAnswers[index] ?? null)
      if (plainVerdict === 'not attached') plain.orphan++
      else plain[plainVerdict]++
    }
  }
  console.log(
    kind.name.padEnd(32),
    columns.map((column) => String(ours[column]).padStart(5)).join(' '),
    '| standing',
    standing,
    `${((100 * standingRight) / Math.max(1, standing)).toFixed(1)}%`,
    '| offered',
    offered,
    offeredFirst,
    'of',
    offerable,
    '| gone',
    goneAmbiguous,
    'of',
    gone,
    '| plain',
    columns.map((column) => String(plain[column]).padStart(5)).join(' '),
    '| ms',
    time.toFixed(0),
    plainTime.toFixed(0),
  )
}
