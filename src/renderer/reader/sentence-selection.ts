import { sentenceBeside } from '../../core/report/sentence-beside.ts'
import { withBlockAt } from './page-window.ts'
import { useReader } from './reader-store.ts'
import { offsetAtEye, scrollIntoSight } from './reading-place.ts'
import { readSelection, restoreSelection } from './source-selection.ts'

/** Selects the next sentence or the one before; without a selection the first one where the reader's eye is. */
export function selectSentence(step: 1 | -1): void {
  const opened = useReader.getState().reading?.opened
  if (!opened) return
  const selected = readSelection()
  const from = selected ? (step === 1 ? selected.end : selected.start) : (offsetAtEye() ?? 0)
  const sentence = sentenceBeside(opened.text, opened.report, from, step)
  if (!sentence) return
  withBlockAt(sentence.start, () => {
    restoreSelection(sentence)
    scrollIntoSight(sentence.start)
  })
}
