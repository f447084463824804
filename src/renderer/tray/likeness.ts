import type { Candidate } from '../../core/annotation/candidates.ts'
import { LIKELY_SCORE } from '../../core/annotation/match-anchor.ts'

/** How like a candidate is, as far as words can tell it. */
export type Likeness = 'very' | 'rather' | 'slightly'

/** From here on nearly everything that is known of the old place speaks for the new one. */
const VERY_LIKE = 0.85

/** A score is a sum of weights: what it says beyond these three degrees is noise. */
export function likenessOf({ score }: Pick<Candidate, 'score'>): Likeness {
  if (score >= VERY_LIKE) return 'very'
  return score >= LIKELY_SCORE ? 'rather' : 'slightly'
}
