import type { AnchoredText, TextVersion } from '../annotation/anchor.ts'
import { anchorAfter, matchVersions } from '../annotation/carry-annotations.ts'
import type { Correction } from './correction.ts'

/**
 * Carries corrections over to a new text version, as annotations are. One whose place is not found beyond doubt is kept
 * as it is, and changes nothing there; what speaks of the whole report holds on.
 */
export function carryCorrections(
  corrections: readonly Correction[],
  from: readonly TextVersion[],
  to: AnchoredText,
): Correction[] {
  const match = matchVersions(from, to)
  return corrections.map((correction) => {
    if (correction.what === 'field') return correction
    const anchor = anchorAfter(correction.anchor, match(correction.anchor), to)
    return anchor === correction.anchor ? correction : { ...correction, anchor }
  })
}
