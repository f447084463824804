import { useEffect } from 'react'
import { COLOR_IDS, type ColorId } from '../../core/annotation/annotation.ts'
import { useDialog } from '../interface/dialog-store.ts'
import { isTextField } from '../interface/text-field.ts'
import { deleteAnnotation, editAnnotation, useAnnotations } from '../notes/annotation-store.ts'
import { writeNote } from '../notes/open-note.ts'
import { selectSentence } from './sentence-selection.ts'

interface SelectionActs {
  readonly mark: (color: ColorId) => void
  readonly write: (part: 'note' | 'tags') => void
}

/**
 * S selects a sentence, and the next one or (with Shift) the one before; keys 1–5 mark the selected passage in a colour,
 * N writes a note on it, T gives it tags, Escape lets it go. Without a selection they act on the highlight made or pressed
 * last.
 */
export function useSelectionKeys(active: boolean, acts: SelectionActs): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return
      if (useDialog.getState().dialog !== null || isInMenu(event.target)) return
      const key = event.key.toLowerCase()
      const color = COLOR_IDS[Number(key) - 1]
      const mark = active ? null : useAnnotations.getState().active
      if (key === 's') selectSentence(event.shiftKey ? -1 : 1)
      else if (mark !== null && isOnPage(event.target)) {
        if (!actOnMark(mark, key, color)) return
      } else if (!active) return
      else if (key === 'escape') document.getSelection()?.removeAllRanges()
      else if (color) acts.mark(color)
      else if (key === 'n') acts.write('note')
      else if (key === 't') acts.write('tags')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

/** The keys of a selection do the same for the highlight that was made or pressed last; Delete removes it. */
function actOnMark(id: string, key: string, color: ColorId | undefined): boolean {
  if (color) editAnnotation(id, { color })
  else if (key === 'n') writeNote(id)
  else if (key === 't') writeNote(id, 'tags')
  else if (key === 'delete') deleteAnnotation(id)
  else if (key === 'escape') useAnnotations.setState({ active: null })
  else return false
  return true
}

function isOnPage(target: EventTarget | null): boolean {
  return target instanceof Element && (target === document.body || target.closest('main') !== null)
}

/** Letters typed in a menu choose one of its items. */
function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"]') !== null
}
