import { type AnchoredText, describeAnchor } from '../core/annotation/anchor.ts'
import type { Anchor, Annotation } from '../core/annotation/annotation.ts'
import { reanchor } from '../core/annotation/reanchor.ts'
import { correctReport } from '../core/correction/correct-report.ts'
import type { Correction } from '../core/correction/correction.ts'
import type { ImportHints } from '../core/report/import-hints.ts'
import { toSourceRange } from '../core/text/range.ts'
import type { ReportReader } from './report-reader.ts'
import { sha256 } from './sha256.ts'

/** A text version that anchors speak of, and what of them goes over to another. */
export interface CarriedText {
  readonly text: string
  readonly textHash: string
  /** What is added to a position here to have that in the new text; negative where the new text begins later. */
  readonly shift: number
  readonly corrections: readonly Correction[]
  readonly annotations: readonly Annotation[]
}

/** A new text version with what was carried over to it. */
export interface CarriedContent {
  readonly textHash: string
  readonly overrides: Correction[]
  readonly annotations: Annotation[]
}

/**
 * Carries corrections and annotations over to a text that was made from others by joining or cutting. Each anchor is
 * described anew where its words stand now. One that does not speak of the text it came with (its words do not stand
 * there) is evidence of something else, and is left as it is.
 */
export async function carryOver(
  reader: ReportReader,
  text: string,
  hints: ImportHints,
  sources: readonly CarriedText[],
): Promise<CarriedContent> {
  const textHash = sha256(text)
  const parsed = await reader.parse(text, hints)
  const overrides = sources.flatMap((source) =>
    source.corrections.map((correction) =>
      correction.what === 'field'
        ? correction
        : {
            ...correction,
            anchor: carryAnchor(correction.anchor, source, { text, textHash, outline: parsed.outline }),
          },
    ),
  )
  const { outline } = correctReport({ text, textHash }, parsed, overrides)
  const annotations = sources.flatMap((source) =>
    source.annotations.map((annotation) =>
      reanchor(annotation, (anchor) => carryAnchor(anchor, source, { text, textHash, outline })),
    ),
  )
  return { textHash, overrides, annotations }
}

/** Whether an anchor's words stand in a text where it says. */
export function speaksOf(anchor: Anchor, { text, textHash }: Pick<CarriedText, 'text' | 'textHash'>): boolean {
  const { start, end, quote } = anchor
  return anchor.textHash === textHash && text.slice(start, end) === quote && quote.trim() !== ''
}

function carryAnchor(anchor: Anchor, source: CarriedText, target: AnchoredText): Anchor {
  if (!speaksOf(anchor, source)) return anchor
  return describeAnchor(target, toSourceRange(anchor.start + source.shift, anchor.end + source.shift))
}
