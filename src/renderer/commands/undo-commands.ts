import { textsNow } from '../interface/define-texts.ts'
import { forgetOverdue, forgetOverdueRedo, redoAct, undoAct, useHistory } from '../interface/history-store.ts'
import { isTextField } from '../interface/text-field.ts'
import { texts } from '../interface/texts.ts'
import { showToast } from '../interface/toast-store.ts'
import { flushDrafts } from '../notes/drafts.ts'

/** Takes back what was typed last in a text field, else what was done last to the report. */
export function undo(): void {
  if (isTextField(document.activeElement)) {
    document.execCommand('undo')
    return
  }
  flushDrafts()
  const t = textsNow(texts)
  const overdue = forgetOverdue()
  if (overdue) {
    showToast({ text: t.changedSince(overdue.label) })
    return
  }
  const isThere = useHistory.getState().done.length > 0
  const act = undoAct()
  // Why one that is there was refused has been said.
  if (act || !isThere) showToast({ text: act ? t.undone(act.label) : t.nothingToUndo })
}

/** Does again what was undone last. */
export function redo(): void {
  if (isTextField(document.activeElement)) {
    document.execCommand('redo')
    return
  }
  const t = textsNow(texts)
  const overdue = forgetOverdueRedo()
  if (overdue) {
    showToast({ text: t.changedSince(overdue.label) })
    return
  }
  const isThere = useHistory.getState().undone.length > 0
  const act = redoAct()
  if (act || !isThere) showToast({ text: act ? t.redone(act.label) : t.nothingToRedo })
}
