import { textsNow } from '../interface/define-texts.ts'
import { showTab } from '../interface/layout-store.ts'
import { showToast } from '../interface/toast-store.ts'
import { useConflicts } from './conflict-store.ts'
import { texts } from './texts.ts'

/** Says that the report that was just opened has notes that were edited apart; the line leads to the first of them. */
export function tellConflicts(): void {
  const { annotations } = useConflicts.getState()
  const [first] = annotations
  if (!first) return
  const t = textsNow(texts)
  const look = () => {
    showTab('notes')
    useConflicts.setState({ wanted: first.id })
  }
  showToast({ text: t.notes(annotations.length), act: { label: t.look, run: look } })
}
