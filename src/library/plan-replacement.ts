import type { TextVersion } from '../core/annotation/anchor.ts'
import type { Annotation } from '../core/annotation/annotation.ts'
import type { CarriedAnnotation } from '../core/annotation/carry-annotations.ts'
import type { CarrySummary } from '../core/library-view.ts'
import type { CarryOutcome, CarryTask } from './carry-to-version.ts'
import type { Edition } from './edition.ts'
import { strayAnchors } from './former-texts.ts'
import { withOwnIds, withoutFieldsOf } from './merge-content.ts'
import type { OpenReport } from './open-report.ts'
import type { ReportReader } from './report-reader.ts'

export interface PlanOptions {
  readonly reader: ReportReader
  /** Makes an id that no annotation has. */
  readonly newId: () => string
}

/** What became of the annotations, without the report's new summary. */
export type Carried = Omit<CarrySummary, 'summary'>

/** What a replacement comes to, before anything is written. */
export interface Replacement {
  readonly to: CarryTask['to']
  readonly old: TextVersion
  /** Texts that anchors may speak of afterwards. */
  readonly formerTexts: readonly TextVersion[]
  readonly carried: CarryOutcome
}

/** Works out what giving a report another text comes to. Nothing is changed. */
export async function planReplacement(
  { reader, newId }: PlanOptions,
  report: OpenReport,
  edition: Edition,
): Promise<Replacement> {
  const old = { text: report.text, textHash: report.textHash }
  const { record } = report.record
  const before = report.annotations.record.annotations
  const fresh = withOwnIds(before, withoutKnown(before, edition.annotations), newId)
  const to = { text: edition.text, textHash: edition.textHash, hints: edition.hints }
  const formerTexts = [old, ...report.formerTexts, ...edition.formerTexts]
  const carried = await reader.carry({
    to,
    from: formerTexts,
    corrections: [...record.overrides, ...withoutFieldsOf(record.overrides, edition.corrections)],
    annotations: [...before, ...fresh],
    replaced: { ...old, place: record.readingPlace?.offset ?? null },
  })
  return { to, old, formerTexts, carried }
}

/** What became, or would become, of the annotations and corrections of a report. */
export function describeCarried({ to, carried }: Pick<Replacement, 'to' | 'carried'>): Carried {
  return {
    ...countAnswers(carried.annotations),
    idleCorrections: strayAnchors({ annotations: [], corrections: carried.corrections }, to).length,
    sameReport: carried.sameReport,
  }
}

/** What is not there already, word for word: a replacement that was cut off may have brought it. */
function withoutKnown(known: readonly Annotation[], added: readonly Annotation[]): Annotation[] {
  const all = new Set(known.map((annotation) => JSON.stringify(annotation)))
  return added.filter((annotation) => !all.has(JSON.stringify(annotation)))
}

function countAnswers(carried: readonly CarriedAnnotation[]) {
  const counts = { exact: 0, moved: 0, ambiguous: 0, orphan: 0 }
  for (const { annotation, match } of carried) if (!annotation.deleted) counts[match.answer]++
  return counts
}
