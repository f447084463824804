import { textsNow } from '../interface/define-texts.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { useLibrary } from '../library/library-store.ts'
import { texts } from './texts.ts'

/** Whether nothing in the library can be changed; then why is said at once, before anything is typed in vain. */
export function refuseIfReadOnly(): boolean {
  const { refusal } = useLibrary.getState()
  if (refusal) showToast({ text: textsNow(texts).refused(describeProblem(refusal)) })
  return refusal !== null
}
