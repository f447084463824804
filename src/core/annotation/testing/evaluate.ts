import { squeeze } from '../../text/white-space.ts'
import type { AnchoredText } from '../anchor.ts'
import type { Anchor } from '../annotation.ts'
import type { AnchorMatch } from '../match-anchor.ts'
import { followPassage, holdsMost, judge, type TrackedPassage } from './judge.ts'
import { placesNow, type TrackedText } from './tracked-text.ts'

/** What a strategy did with passages. */
export interface Tally {
  right: number
  wrong: number
  ambiguous: number
  orphan: number
}

/** What became of passages in one kind of edit. */
export interface Evaluation {
  readonly tally: Tally
  /** Of the passages whose words and 32 characters on either side stand as they did, and once: how many were found. */
  readonly standing: { count: number; right: number }
  /** Of the passages that were not attached and have a place: how many had it among their candidates, how many as the first. */
  readonly offered: { count: number; among: number; first: number }
  /** Each passage that was attached to a wrong place, for a look. */
  readonly wrongs: { readonly passage: TrackedPassage; readonly match: AnchorMatch }[]
}

export function newEvaluation(): Evaluation {
  return {
    tally: newTally(),
    standing: { count: 0, right: 0 },
    offered: { count: 0, among: 0, first: 0 },
    wrongs: [],
  }
}

export function newTally(): Tally {
  return { right: 0, wrong: 0, ambiguous: 0, orphan: 0 }
}

/** Follows passages through an edit. */
export function followPassages(before: string, after: TrackedText, anchors: readonly Anchor[]): TrackedPassage[] {
  const places = placesNow(after)
  return anchors.map((anchor) => followPassage(before, after, places, anchor))
}

/** Adds the answers for some passages of one text to an evaluation. */
export function evaluate(
  evaluation: Evaluation,
  source: AnchoredText,
  after: TrackedText,
  passages: readonly TrackedPassage[],
  match: (anchor: Anchor) => AnchorMatch,
): void {
  const { tally, standing, offered, wrongs } = evaluation
  const forms = [plainForm(source.text), plainForm(after.text)]
  for (const passage of passages) {
    const answer = match(passage.anchor)
    const verdict = judge(after.text, passage, 'range' in answer ? answer.range : null)
    if (verdict !== 'not attached') tally[verdict]++
    if (verdict === 'wrong') wrongs.push({ passage, match: answer })
    if (passage.contextStands && standsOnceIn(forms, passage.anchor)) {
      standing.count++
      if (verdict === 'right') standing.right++
    }
    if (!('candidates' in answer)) continue
    tally[answer.answer]++
    const { fate } = passage
    if (fate.fate === 'gone') continue
    offered.count++
    const at = answer.candidates.findIndex(({ range }) => holdsMost(range, fate))
    if (at >= 0) offered.among++
    if (at === 0) offered.first++
  }
}

function standsOnceIn(forms: readonly string[], { prefix, quote, suffix }: Anchor): boolean {
  const words = plainForm(prefix + quote + suffix)
  return forms.every((form) => form.indexOf(words) >= 0 && form.indexOf(words) === form.lastIndexOf(words))
}

/** A form of its own, so that what is judged does not judge itself. */
function plainForm(text: string): string {
  return squeeze(text.normalize('NFKC')).replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll('。', '.')
}
