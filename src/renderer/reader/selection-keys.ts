import { useEffect } from 'react'
import { COLOR_IDS, type ColorId } from '../../core/annotation/annotation.ts'

interface SelectionActs {
  readonly mark: (color: ColorId) => void
  readonly write: (part: 'note' | 'tags') => void
}

/** Keys 1–5 mark the selected passage in a colour, N writes a note on it, T gives it tags, Escape lets it go. */
export function useSelectionKeys(active: boolean, acts: SelectionActs): void {
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return
      const color = COLOR_IDS[Number(event.key) - 1]
      if (event.key === 'Escape') document.getSelection()?.removeAllRanges()
      else if (color) acts.mark(color)
      else if (event.key.toLowerCase() === 'n') acts.write('note')
      else if (event.key.toLowerCase() === 't') acts.write('tags')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
