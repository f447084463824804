import type { Result } from '../../core/result.ts'
import { textsNow } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { leaveReport, openReport, savePlaceNow, useReader } from '../reader/reader-store.ts'
import { tell } from './library-store.ts'
import { texts } from './texts.ts'

/** Joins the open report and the one that continues it, and shows the whole. */
export async function joinReports(first: string, second: string): Promise<void> {
  await rearrange(
    () => meipi.joinReports(first, second),
    ({ id }) => {
      showToast({ text: textsNow(texts).joined })
      return id
    },
  )
}

/** Splits the open report before each of these positions, and shows the first part. */
export async function splitReport(id: string, starts: readonly number[]): Promise<void> {
  await rearrange(
    () => meipi.splitReport(id, [...starts]),
    (parts) => {
      showToast({ text: textsNow(texts).splitDone(parts.length) })
      return parts[0]?.id
    },
  )
}

/**
 * The report is another one afterwards: what was written is saved before, and the page is made anew. `shown` says of what
 * came of it which report is opened then.
 */
export async function rearrange<T>(
  run: () => Promise<Result<T>>,
  shown: (value: T) => string | undefined,
): Promise<void> {
  const before = useReader.getState().reading?.opened.summary.id
  flushDrafts()
  const saved = await retrySaving()
  // The page is empty meanwhile: what would be marked on it could not be kept.
  if (saved.ok) {
    await savePlaceNow()
    leaveReport()
  }
  const answer = saved.ok ? await run() : saved
  if (!answer.ok) tell(describeProblem(answer.problem))
  const id = answer.ok ? shown(answer.value) : before
  if (id !== undefined) await openReport(id, { remember: false })
}
