import { join } from 'node:path'
import { mergeAnnotations } from '../core/annotation/merge-annotations.ts'
import { mergeCorrections } from '../core/correction/merge-corrections.ts'
import type { Edition } from './edition.ts'
import { dropFormerTexts, keepFormerText, strayAnchors } from './former-texts.ts'
import { reportFiles } from './library-paths.ts'
import type { OpenReport } from './open-report.ts'
import { type Carried, describeCarried, type PlanOptions, planReplacement } from './plan-replacement.ts'
import type { ReportRecord } from './records.ts'
import { originalNames } from './report-folder.ts'
import { syncFolder, writeAtomically, writeSynced } from './synced-write.ts'

export interface ReplaceOptions extends PlanOptions {
  /** The folder of the report. */
  readonly folder: string
}

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
  const { folder } = options
  const { record } = report.record
  const { to, old, formerTexts, carried } = await planReplacement(options, report, edition)
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
  return describeCarried({ to, carried })
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

function placeAt(offset: number, length: number) {
  return { offset, progress: Math.min(1, offset / Math.max(1, length)) }
}
