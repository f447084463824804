import type { EditionPreview } from '../core/library-view.ts'
import type { Edition } from './edition.ts'
import type { OpenReport } from './open-report.ts'
import { describeCarried, type PlanOptions, planReplacement } from './plan-replacement.ts'

/** Says what giving a report another text would come to, for the reader to decide. Nothing is changed. */
export async function previewEdition(
  options: PlanOptions,
  report: OpenReport,
  edition: Edition,
): Promise<EditionPreview> {
  const { title } = await options.reader.parse(edition.text, edition.hints)
  return {
    ...describeCarried(await planReplacement(options, report, edition)),
    file: edition.originals.at(-1)?.file ?? '',
    title,
    sameText: edition.textHash === report.textHash,
  }
}
