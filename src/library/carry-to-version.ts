import type { TextVersion } from '../core/annotation/anchor.ts'
import type { Annotation } from '../core/annotation/annotation.ts'
import { type CarriedAnnotation, carryAnnotations, carryPlace } from '../core/annotation/carry-annotations.ts'
import { isSameReport } from '../core/annotation/match-anchor.ts'
import { carryCorrections } from '../core/correction/carry-corrections.ts'
import { correctReport } from '../core/correction/correct-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { ImportHints } from '../core/report/import-hints.ts'
import { parseReport } from '../core/report/parse-report.ts'

/** A text version, and what is to be carried over to it. */
export interface CarryTask {
  readonly to: TextVersion & { readonly hints: ImportHints }
  /** The versions that anchors speak of, as far as they are kept. */
  readonly from: readonly TextVersion[]
  readonly corrections: readonly Correction[]
  readonly annotations: readonly Annotation[]
  /** The version that this one takes the place of, and where the reader was in it; null where it did so long ago. */
  readonly replaced: (TextVersion & { readonly place: number | null }) | null
}

/** What was carried over. */
export interface CarryOutcome {
  readonly corrections: readonly Correction[]
  readonly annotations: readonly CarriedAnnotation[]
  readonly place: number | null
  /** Whether the version that is replaced and this one are versions of one report, as far as their words tell. */
  readonly sameReport: boolean
}

/** Carries over what speaks of former versions of a text. Annotations come to stand under the headings as corrected. */
export function carryToVersion({ to, from, corrections, annotations, replaced }: CarryTask): CarryOutcome {
  const { text, textHash } = to
  const parsed = parseReport(text, to.hints)
  const carried = carryCorrections(corrections, from, { text, textHash, outline: parsed.outline })
  const { outline } = correctReport({ text, textHash }, parsed, carried)
  const target = { text, textHash, outline }
  return {
    corrections: carried,
    annotations: carryAnnotations(annotations, from, target),
    place: replaced && replaced.place !== null ? carryPlace(replaced.place, replaced, target) : null,
    sameReport: replaced === null || isSameReport(replaced.text, text),
  }
}
