import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../report/parse-report.ts'
import type { AnchoredText } from './anchor.ts'
import { prepareMatching } from './match-anchor.ts'
import { EDIT_KINDS, HOSTILE_KINDS } from './testing/edit-kinds.ts'
import { evaluate, followPassages, newEvaluation } from './testing/evaluate.ts'
import { choosePassage } from './testing/judge.ts'
import { makeReport } from './testing/made-report.ts'
import { makeRandom } from './testing/random.ts'

// The evaluation of `npm run bench:anchors` in short, on texts that are the project's own.

const sample = readFileSync(join(import.meta.dirname, '../../../resources/sample-report.txt'), 'utf8')

/** Each text with one of a later year. The sample has none: a made one takes a part of its sentences over. */
const PAIRS = [
  { before: sample, later: `${makeReport(1, 2026)}${sample.slice(600, 1800)}` },
  ...[2, 3, 4].map((seed) => ({ before: makeReport(seed, 2024), later: makeReport(seed, 2025) })),
]
const QUOTES_A_TEXT = 50

function describeText(text: string): AnchoredText {
  return { text, textHash: text, outline: parseReport(text, {}).outline }
}

describe('matchAnchor, on 200 passages', () => {
  const [ordinary, hostile] = [newEvaluation(), newEvaluation()]
  it.each([
    ...EDIT_KINDS.map((kind) => ({ ...kind, evaluation: ordinary })),
    ...HOSTILE_KINDS.map((kind) => ({ ...kind, evaluation: hostile })),
  ])('attaches none to a wrong place: $name', ({ edit, evaluation }) => {
    const random = makeRandom(1)
    for (const { before, later } of PAIRS) {
      const source = describeText(before)
      const after = edit(before, later, random)
      const anchors = Array.from({ length: QUOTES_A_TEXT }, () => choosePassage(source, random))
      const passages = followPassages(before, after, anchors)
      evaluate(evaluation, source, after, passages, prepareMatching(describeText(after.text))(source))
    }
    expect(evaluation.wrongs).toEqual([])
  })

  it('finds nearly all whose words and context stand, and has most others among the candidates', () => {
    const { standing, offered, tally } = ordinary
    expect(standing.count).toBeGreaterThan(800)
    expect(standing.right / standing.count).toBeGreaterThan(0.97)
    expect(offered.among / offered.count).toBeGreaterThan(0.9)
    // A later year's report is another report.
    expect(tally.ambiguous + tally.orphan).toBeGreaterThan(4 * QUOTES_A_TEXT)
  })
})
