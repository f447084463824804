import { create } from 'zustand'

/** Something that the reader did and can take back. */
export interface Act {
  /** What it was, in the reader's words. */
  readonly label: string
  /** False where it cannot be taken back now: nothing has changed then, and whoever refused said why. */
  readonly undo: () => unknown
  /** Where it is missing, the reader decides anew what was taken back: it cannot be redone, nor what came after it. */
  readonly redo?: () => unknown
  /** Something was deleted: the reader is offered to take that back. */
  readonly kind?: 'deletion'
  /** Whether what it made is there as it was made; else another computer's work would be taken back with it. */
  readonly stands?: () => boolean
  /** The same when it was undone: whether what was there before is there. */
  readonly isBack?: () => boolean
  /** Acts that follow each other with the same key are one: the letters of one note. */
  readonly joins?: string
}

interface HistoryStore {
  /** The last one last. */
  readonly done: readonly Act[]
  /** The one undone last, last. */
  readonly undone: readonly Act[]
}

const NOTHING: HistoryStore = { done: [], undone: [] }

/** What the reader did to the open report, and can undo and redo. */
export const useHistory = create<HistoryStore>()(() => NOTHING)

/** Histories of reports that were left. */
const left = new Map<string, HistoryStore>()

/** Changes over to the history of another report. */
export function showHistoryOf(reportId: string, before: string | null): void {
  if (before !== null) left.set(before, useHistory.getState())
  useHistory.setState(left.get(reportId) ?? NOTHING)
}

/** The open report is gone: what was done to it cannot be taken back here. */
export function forgetHistoryOf(reportId: string): void {
  left.delete(reportId)
  useHistory.setState(NOTHING)
}

/** Writes down what was just done. What had been undone before cannot be redone any more. */
export function recordAct(act: Act): void {
  useHistory.setState(({ done }) => {
    const last = done.at(-1)
    const joined = last && act.joins !== undefined && act.joins === last.joins
    return { done: joined ? [...done.slice(0, -1), { ...act, undo: last.undo }] : [...done, act], undone: [] }
  })
}

/** Forgets the last act where what it made is another by now, and says which; null where it can be taken back. */
export function forgetOverdue(): Act | null {
  const { done } = useHistory.getState()
  const act = done.at(-1)
  if (!act?.stands || act.stands()) return null
  useHistory.setState({ done: done.slice(0, -1) })
  return act
}

/** Forgets what was undone last where it is another by now, and says which; null where it can be done again. */
export function forgetOverdueRedo(): Act | null {
  const { undone } = useHistory.getState()
  const act = undone.at(-1)
  if (!act?.isBack || act.isBack()) return null
  useHistory.setState({ undone: undone.slice(0, -1) })
  return act
}

/** Takes one act back, also where others were done since. */
export function takeActBack(act: Act): void {
  const { done } = useHistory.getState()
  if (done.at(-1) === act) undoAct()
  else {
    useHistory.setState({ done: done.filter((each) => each !== act) })
    act.undo()
  }
}

/** Takes the last act back, and says which; null where there is none, or it was refused and is left as it was. */
export function undoAct(): Act | null {
  const { done, undone } = useHistory.getState()
  const act = done.at(-1)
  if (!act) return null
  if (act.undo() === false) return null
  useHistory.setState({ done: done.slice(0, -1), undone: act.redo ? [...undone, act] : [] })
  return act
}

/** Does again what was undone last, and says which; null where there is nothing, or it was refused and is left as it was. */
export function redoAct(): Act | null {
  const { done, undone } = useHistory.getState()
  const act = undone.at(-1)
  if (!act) return null
  if (act.redo?.() === false) return null
  useHistory.setState({ done: [...done, act], undone: undone.slice(0, -1) })
  return act
}
