import { LONGEST_COPY } from '../../core/ipc-contract.ts'
import { meipi } from '../meipi-api.ts'
import { textsNow } from './define-texts.ts'
import { describeProblem } from './problem-text.ts'
import { texts } from './texts.ts'
import { showToast } from './toast-store.ts'

/** Puts a text into the clipboard, and says so with `said`; or why it is not there. */
export async function copyText(text: string, said: string): Promise<void> {
  if (text.length > LONGEST_COPY) {
    showToast({ text: textsNow(texts).tooLongToCopy(LONGEST_COPY) })
    return
  }
  const answer = await meipi.writeClipboard(text)
  showToast({ text: answer.ok ? said : describeProblem(answer.problem) })
}
