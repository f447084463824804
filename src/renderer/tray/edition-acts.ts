import type { EditionChoice } from '../../core/ipc-contract.ts'
import type { CarrySummary, EditionPreview } from '../../core/library-view.ts'
import type { Result } from '../../core/result.ts'
import { textsNow } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import { recordAct } from '../interface/history-store.ts'
import { showToast } from '../interface/toast-store.ts'
import { rearrange } from '../library/join-split.ts'
import { meipi } from '../meipi-api.ts'
import { retrySaving } from '../notes/annotation-store.ts'
import { flushDrafts } from '../notes/drafts.ts'
import { useReader } from '../reader/reader-store.ts'
import { texts, waitingOf } from './edition-texts.ts'
import { openTray } from './tray-acts.ts'

/** Asks for another edition of the open report. */
export function chooseEdition(): void {
  const reportId = useReader.getState().reading?.opened.summary.id
  if (reportId !== undefined) openDialog({ kind: 'edition', reportId })
}

/** What would come of it, with everything counted that was marked so far. */
export async function previewEdition(reportId: string, choice: EditionChoice): Promise<Result<EditionPreview>> {
  flushDrafts()
  const saved = await retrySaving()
  return saved.ok ? meipi.previewEdition(reportId, choice) : saved
}

/** Gives a report another text and shows it; what waits for a place is shown as well. `ready` is called before that. */
export async function replaceText(reportId: string, choice: EditionChoice, ready: () => void): Promise<void> {
  const carried = await replace(() => meipi.replaceText(reportId, choice))
  ready()
  if (!carried) return
  const t = textsNow(texts)
  const back = () => putBack(reportId)
  // The way back stays when the line that offers it has gone.
  recordAct({ label: t.title, undo: back })
  showToast({ text: t.replaced(carried), act: { label: t.putBack, run: () => void back() } })
  if (waitingOf(carried) > 0) openTray()
}

async function putBack(reportId: string): Promise<void> {
  if (await replace(() => meipi.putBackText(reportId))) showToast({ text: textsNow(texts).backAgain })
}

/** What became of it; null where it failed, which the reader was told. */
async function replace(act: () => Promise<Result<CarrySummary>>): Promise<CarrySummary | null> {
  let done: CarrySummary | null = null
  await rearrange(act, (carried) => {
    done = carried
    return carried.summary.id
  })
  return done
}
