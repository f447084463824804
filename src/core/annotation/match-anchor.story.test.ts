import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseReport } from '../report/parse-report.ts'
import type { AnchoredText } from './anchor.ts'
import { prepareMatching } from './match-anchor.ts'
import { EDIT_KINDS, type EditKind, HOSTILE_KINDS } from './testing/edit-kinds.ts'
import { type Evaluation, evaluate, followPassages, newEvaluation } from './testing/evaluate.ts'
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

const evaluations = new Map<EditKind, Evaluation>()

function describeText(text: string): AnchoredText {
  return { text, textHash: text, outline: parseReport(text, {}).outline }
}

function evaluateKind({ edit }: EditKind): Evaluation {
  const random = makeRandom(1)
  const evaluation = newEvaluation()
  for (const { before, later } of PAIRS) {
    const source = describeText(before)
    const after = edit(before, later, random)
    const anchors = Array.from({ length: QUOTES_A_TEXT }, () => choosePassage(source, random))
    const match = prepareMatching(describeText(after.text))(source)
    evaluate(evaluation, source, after, followPassages(before, after, anchors), match)
  }
  return evaluation
}

beforeAll(() => {
  for (const kind of [...EDIT_KINDS, ...HOSTILE_KINDS]) evaluations.set(kind, evaluateKind(kind))
}, 60_000)

describe('matchAnchor, on 200 passages', () => {
  it.each([...EDIT_KINDS, ...HOSTILE_KINDS])('attaches none to a wrong place: $name', (kind) => {
    const { wrongs, tally } = evaluations.get(kind) ?? newEvaluation()
    expect(wrongs).toEqual([])
    expect(tally.right + tally.ambiguous + tally.orphan).toBe(PAIRS.length * QUOTES_A_TEXT)
  })

  it('attaches nothing to a later report', () => {
    const kind = EDIT_KINDS.find(({ name }) => name.includes('later'))
    expect(kind && evaluations.get(kind)?.tally.right).toBe(0)
  })

  it('finds nearly all whose words and context stand, and has most others among the candidates', () => {
    const all = EDIT_KINDS.flatMap((kind) => evaluations.get(kind) ?? [])
    const sum = (count: (evaluation: Evaluation) => number) => all.map(count).reduce((total, each) => total + each, 0)
    expect(sum(({ standing }) => standing.count)).toBeGreaterThan(800)
    expect(sum(({ standing }) => standing.right) / sum(({ standing }) => standing.count)).toBeGreaterThan(0.95)
    expect(sum(({ offered }) => offered.among) / sum(({ offered }) => offered.count)).toBeGreaterThan(0.9)
  })
})
