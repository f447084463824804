import type { AnchorMatch } from '../core/annotation/match-anchor.ts'
import { mergeAnnotations } from '../core/annotation/merge-annotations.ts'
import type { Correction } from '../core/correction/correction.ts'
import { mergeCorrections } from '../core/correction/merge-corrections.ts'
import { strayAnchors } from './former-texts.ts'
import type { ReportFolder } from './report-folder.ts'
import type { ReportReader } from './report-reader.ts'

/**
 * Carries over what does not speak of the text at hand: annotations and corrections that wait for the reader, that
 * another machine made in a former version, or that a replacement which was cut off had not come to. What finds its
 * place is written down, except where nothing may be written. Returns the answer for each annotation that waits.
 */
export async function carryStray(
  { record, annotations, text, formerTexts }: ReportFolder,
  reader: ReportReader,
  readOnly: boolean,
): Promise<ReadonlyMap<string, AnchorMatch>> {
  const { textHash, hints, overrides } = record.record
  const before = annotations.record.annotations
  const version = { text, textHash }
  if (strayAnchors({ annotations: before, corrections: overrides }, version).length === 0) return new Map()
  const carried = await reader.carry({
    to: { ...version, hints },
    from: formerTexts,
    corrections: overrides,
    annotations: before,
    replaced: null,
  })
  if (!readOnly) {
    const idle = (corrections: readonly Correction[]) => strayAnchors({ annotations: [], corrections }, version).length
    if (idle(carried.corrections) < idle(overrides))
      await record.change((now) => ({
        ...now,
        overrides: mergeCorrections(overrides, carried.corrections, now.overrides),
      }))
    const after = carried.annotations.map(({ annotation }) => annotation)
    if (after.some((annotation, index) => annotation !== before[index]))
      await annotations.change((now) => ({ ...now, annotations: mergeAnnotations(now.annotations, after) }))
  }
  return new Map(
    carried.annotations.flatMap(({ annotation, match }) =>
      match.answer === 'exact' ? [] : [[annotation.id, match] as const],
    ),
  )
}
