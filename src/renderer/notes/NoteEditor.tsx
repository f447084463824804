import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Annotation, LONGEST_NOTE } from '../../core/annotation/annotation.ts'
import { zh } from '../interface/zh.ts'
import { editAnnotation } from './annotation-store.ts'
import { flushDrafts, holdDraft } from './drafts.ts'
import css from './NotesPanel.module.css'
import { stopWriting } from './open-note.ts'

/** Where a note is written. It is saved whenever the writing pauses, and when the box is left in whatever way. */
export function NoteEditor({ annotation: { id, note } }: { readonly annotation: Annotation }) {
  const box = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const { current } = box
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
    return flushDrafts
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!done) return
    event.preventDefault()
    flushDrafts()
    stopWriting()
  }

  return (
    <textarea
      ref={box}
      className={css.editor}
      aria-label={zh.note}
      placeholder={zh.notePlaceholder}
      defaultValue={note}
      rows={4}
      maxLength={LONGEST_NOTE}
      onChange={(event) => {
        const text = event.target.value
        holdDraft(() => editAnnotation(id, { note: text }))
      }}
      onBlur={flushDrafts}
      onKeyDown={onKeyDown}
    />
  )
}
