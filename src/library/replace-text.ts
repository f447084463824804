import { join } from 'node:path'
import type { Annotation } from '../core/annotation/annotation.ts'
import type { CarriedAnnotation } from '../core/annotation/carry-annotations.ts'
import { mergeAnnotations } from '../core/annotation/merge-annotations.ts'
import { mergeCorrections } from '../core/correction/merge-corrections.ts'
import type { CarrySummary } from '../core/library-view.ts'
import type { Edition } from './edition.ts'
import { dropFormerTexts, keepFormerText, strayAnchors } from './former-texts.ts'
import { reportFiles } from './library-paths.ts'
import { withOwnIds, withoutFieldsOf } from './merge-content.ts'
import type { OpenReport } from './open-report.ts'
import type { ReportRecord } from './records.ts'
import { originalNames } from './report-folder.ts'
import type { ReportReader } from './report-reader.ts'
import { syncFolder, writeAtomically, writeSynced } from './synced-write.ts'

export interface ReplaceOptions {
  /** The folder of the report. */
  readonly folder: string
  readonly reader: ReportReader
  /** Makes an id that no annotation has. */
  readonly newId: () => string
}

/** What became of the annotations, without the report's new summary. */
export type Carried = Omit<CarrySummary, 'summary'>

/**
 * Gives a report another text: a corrected edition, or the same in another encoding. What speaks of the old text is
 * carried over; the old text is kept beside the new one while anything speaks of it still.
 *
 * Every file is on the disk before the next is written: the new originals, which nothing speaks of yet; the old text
 * under the name of a former one; the new text; the record, which decides; the annotations. Where it ends before the
 * record, the report is as it was (`openReportFolder` finds the old text among the former ones); where it ends
 * after, the annotations that were not carried yet are when the report is read (`carryStray`).
 */
export async function replaceText(options: ReplaceOptions, report: OpenReport, edition: Edition): Promise<Carried> {
  const { folder, reader, newId } = options
  const old = { text: report.text, textHash: report.textHash }
  const { record } = report.record
  const before = report.annotations.record.annotations
  const fresh = withOwnIds(before, withoutKnown(before, edition.annotations), newId)
  const corrections = [...record.overrides, ...withoutFieldsOf(record.overrides, edition.corrections)]
  const to = { text: edition.text, textHash: edition.textHash, hints: edition.hints }
  const formerTexts = [old, ...report.formerTexts, ...edition.formerTexts]
  const carried = await reader.carry({
    to,
    from: formerTexts,
    corrections,
    annotations: [...before, ...fresh],
    replaced: { ...old, place: record.readingPlace?.offset ?? null },
  })
  const annotations = carried.annotations.map(({ annotation }) => annotation)
  const speaking = { annotations, corrections: carried.corrections }
  const spokenOf = new Set(strayAnchors(speaking, to).map(({ textHash }) => textHash))

  const originals = await storeOriginals(folder, record.originals, edition.originals)
  for (const former of formerTexts)
    if (former === old || spokenOf.has(former.textHash)) await keepFormerText(folder, former)
  await writeAtomically(reportFiles(folder).text, edition.text)
  await report.record.change((now) => ({
    ...now,
    originals,
    importer: edition.importer,
    encoding: edition.encoding,
    textHash: edition.textHash,
    hints: edition.hints,
    overrides: mergeCorrections(record.overrides, carried.corrections, now.overrides),
    tags: [...new Set([...now.tags, ...edition.tags])],
    readingPlace: carried.place === null ? null : placeAt(carried.place, edition.text.length),
  }))
  await report.annotations.change((now) => ({ ...now, annotations: mergeAnnotations(now.annotations, annotations) }))
  await dropFormerTexts(folder, speaking, to)
  return {
    ...countAnswers(carried.annotations),
    idleCorrections: strayAnchors({ annotations: [], corrections: carried.corrections }, to).length,
    sameReport: carried.sameReport,
  }
}

/** Writes the originals that the report does not have yet, and returns all of them as the record tells them. */
async function storeOriginals(
  folder: string,
  known: ReportRecord['originals'],
  added: Edition['originals'],
): Promise<ReportRecord['originals']> {
  const originals = [...known]
  for (const { file, sha256, bytes } of added) {
    if (originals.some((original) => original.sha256 === sha256)) continue
    const stored = originalNames([...originals.map((original) => original.file), file]).at(-1) ?? 'original'
    if (bytes) await writeSynced(join(folder, stored), bytes)
    originals.push({ stored, file, sha256 })
  }
  await syncFolder(folder)
  return originals
}

/** What is not there already, word for word: a replacement that was cut off may have brought it. */
function withoutKnown(known: readonly Annotation[], added: readonly Annotation[]): Annotation[] {
  const all = new Set(known.map((annotation) => JSON.stringify(annotation)))
  return added.filter((annotation) => !all.has(JSON.stringify(annotation)))
}

function placeAt(offset: number, length: number) {
  return { offset, progress: Math.min(1, offset / Math.max(1, length)) }
}

function countAnswers(carried: readonly CarriedAnnotation[]) {
  const counts = { exact: 0, moved: 0, ambiguous: 0, orphan: 0 }
  for (const { annotation, match } of carried) if (!annotation.deleted) counts[match.answer]++
  return counts
}
