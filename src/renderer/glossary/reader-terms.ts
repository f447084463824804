import type { Headword } from '../../core/glossary/dictionary.ts'
import type { ReaderTerm, ReaderTermChange } from '../../core/glossary/reader-term.ts'
import type { Problem } from '../../core/result.ts'
import { textsNow } from '../interface/define-texts.ts'
import { openDialog, type TermDraft } from '../interface/dialog-store.ts'
import { recordAct } from '../interface/history-store.ts'
import { describeProblem } from '../interface/problem-text.ts'
import { showToast } from '../interface/toast-store.ts'
import { tell } from '../library/library-store.ts'
import { meipi } from '../meipi-api.ts'
import { refuseIfReadOnly } from '../troubles/read-only.ts'
import { closeCard } from './card-store.ts'
import { useDictionary } from './dictionary-store.ts'
import { texts } from './texts.ts'

/** Opens the form for a headword: the reader's own definition, or a new one that begins as a quotation of the first. */
export function draftTerm({ term, definitions }: Headword): void {
  if (refuseIfReadOnly()) return
  closeCard()
  const own = definitions.find(({ source }) => source.by === 'reader')?.source
  const known = own?.by === 'reader' ? useDictionary.getState().readerTerms.find(({ id }) => id === own.id) : undefined
  if (known) {
    editTerm(known)
    return
  }
  const [first] = definitions
  const cited = first?.source.by === 'report' ? { reportId: first.source.reportId, number: first.source.number } : null
  openDialog({ kind: 'reader-term', draft: { id: null, term, definition: first?.definition ?? '', cited } })
}

/** Opens the form for a term that nobody has explained; it may be none yet. */
export function defineTerm(term = ''): void {
  if (!refuseIfReadOnly()) openDialog({ kind: 'reader-term', draft: { id: null, term, definition: '', cited: null } })
}

export function editTerm({ id, term, definition, cited }: ReaderTerm): void {
  openDialog({ kind: 'reader-term', draft: { id, term, definition, cited } })
}

/** Saves what the form holds. The problem, where it could not be saved. */
export async function saveTerm({ id, term, definition, cited }: TermDraft): Promise<Problem | null> {
  const t = textsNow(texts)
  if (id === null) {
    const added = crypto.randomUUID()
    const problem = await change({ act: 'add', id: added, term, definition, cited })
    if (problem) return problem
    recordAct({
      label: t.acts.add,
      undo: () => changeOrTell({ act: 'delete', id: added }),
      redo: () => changeOrTell({ act: 'restore', id: added }),
    })
  } else {
    const before = useDictionary.getState().readerTerms.find((each) => each.id === id)
    const problem = await change({ act: 'edit', id, term, definition, cited })
    if (problem) return problem
    if (before)
      recordAct({
        label: t.acts.edit,
        undo: () =>
          changeOrTell({ act: 'edit', id, term: before.term, definition: before.definition, cited: before.cited }),
        redo: () => changeOrTell({ act: 'edit', id, term, definition, cited }),
      })
  }
  showToast({ text: t.saved(term.trim()) })
  return null
}

export async function deleteTerm({ id, term }: ReaderTerm): Promise<void> {
  const t = textsNow(texts)
  const problem = await change({ act: 'delete', id })
  if (problem) {
    tell(describeProblem(problem))
    return
  }
  recordAct({
    label: t.acts.delete,
    undo: () => changeOrTell({ act: 'restore', id }),
    redo: () => changeOrTell({ act: 'delete', id }),
  })
  showToast({ text: t.deleted(term) })
}

async function change(act: ReaderTermChange): Promise<Problem | null> {
  const answer = await meipi.changeReaderTerm(act)
  return answer.ok ? null : answer.problem
}

async function changeOrTell(act: ReaderTermChange): Promise<void> {
  const problem = await change(act)
  if (problem) tell(describeProblem(problem))
}
