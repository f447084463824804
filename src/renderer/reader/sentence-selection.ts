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
  const from = selected ? (step === 1 ? selected.end : selected.start) : startingPoint()
  const sentence = sentenceBeside(opened.text, opened.report, from, step)
  if (!sentence) return
  withBlockAt(sentence.start, () => {
    restoreSelection(sentence)
    scrollIntoSight(sentence.start)
    last = { top: useReader.getState().place?.offset ?? 0, end: sentence.end }
  })
}

/** The sentence that was selected last, and where the page stood. */
let last: { readonly top: number; readonly end: number } | null = null

/** On from the last sentence, marked meanwhile, as long as the page has not moved; else where the reader's eye is. */
function startingPoint(): number {
  return last && last.top === useReader.getState().place?.offset ? last.end : (offsetAtEye() ?? 0)
}
