import { assertNever } from '../assert-never.ts'
import type { BlockCorrection, Correction } from './correction.ts'

/** The corrections with one more, which takes the place of the one that says something about the same thing. */
export function setCorrection(corrections: readonly Correction[], correction: Correction): Correction[] {
  return [...withdrawCorrection(corrections, correction), correction]
}

/** The corrections without the one that says something about the same thing. */
export function withdrawCorrection(corrections: readonly Correction[], correction: Correction): Correction[] {
  const target = describeTarget(correction)
  return corrections.filter((other) => describeTarget(other) !== target)
}

/** What the reader said about the block that begins at a position of one text version; null where nothing. */
export function blockCorrectionAt(
  corrections: readonly Correction[],
  start: number,
  textHash: string,
): BlockCorrection | null {
  const blocks = corrections.filter((correction) => correction.what === 'block')
  return blocks.findLast(({ anchor }) => anchor.start === start && anchor.textHash === textHash) ?? null
}

/** What a correction speaks of: two with the same target contradict each other. */
export function describeTarget(correction: Correction): string {
  switch (correction.what) {
    case 'field':
      return `field ${correction.field}`
    case 'block':
    case 'entry-term':
      return `${correction.what} ${correction.anchor.start} ${correction.anchor.textHash}`
    // Whether an entry begins at a place is one question with two answers.
    case 'entry-split':
    case 'entry-join':
      return `entry ${correction.anchor.start} ${correction.anchor.textHash}`
    default:
      return assertNever(correction)
  }
}
