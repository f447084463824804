import { type ChangeEvent, type CompositionEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { type Annotation, LONGEST_NOTE } from '../../core/annotation/annotation.ts'
import { useTexts } from '../interface/define-texts.ts'
import { TagBox } from '../tags/TagBox.tsx'
import { useTagSuggestions } from '../tags/use-tag-suggestions.tsx'
import { editAnnotation } from './annotation-store.ts'
import { flushDrafts, hasDraft, holdDraft } from './drafts.ts'
import css from './NotesPanel.module.css'
import { beginsWriting, stopWriting } from './open-note.ts'
import { parseTags } from './parse-tags.ts'
import { texts } from './texts.ts'

/**
 * Where a note or its tags are written. What is written is saved whenever the writing pauses, and when the box is left
 * in whatever way.
 */
export function AnnotationEditor({ annotation: { id, note, tags }, part, session }: AnnotationEditorProps) {
  const t = useTexts(texts)
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null)

  useEffect(() => {
    const { current } = box
    if (current && beginsWriting(session)) {
      current.focus()
      current.setSelectionRange(current.value.length, current.value.length)
    }
    return flushDrafts
  }, [session])

  // What is undone while the box is open is seen in it.
  const kept = part === 'note' ? note : tags.join(' ')
  useEffect(() => {
    const { current } = box
    if (!current || hasDraft()) return
    const same = part === 'note' ? current.value === kept : parseTags(current.value).join(' ') === kept
    if (!same) current.value = kept
  }, [kept, part])

  const hold = (value: string) =>
    holdDraft(() => editAnnotation(id, part === 'note' ? { note: value } : { tags: parseTags(value) }))

  const suggest = useTagSuggestions({ box, onChange: hold })

  const shared = {
    ref: box,
    className: css.editor,
    onBlur: flushDrafts,
    // Half a syllable of an input method is nothing to keep.
    onChange: ({ target: { value }, nativeEvent }: ChangeEvent<HTMLTextAreaElement | HTMLInputElement>) => {
      if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) hold(value)
    },
    onCompositionEnd: ({ currentTarget: { value } }: CompositionEvent<HTMLTextAreaElement | HTMLInputElement>) =>
      hold(value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return
      if (endsWriting(event)) {
        flushDrafts()
        stopWriting()
      } else if (event.key === 'Enter' && part === 'tags' && box.current) addTags(box.current)
      else return
      event.preventDefault()
    },
  }
  return part === 'note' ? (
    <textarea
      {...shared}
      aria-label={t.note}
      placeholder={t.notePlaceholder}
      defaultValue={note}
      rows={4}
      maxLength={LONGEST_NOTE}
    />
  ) : (
    <TagBox list={suggest.list}>
      <input
        {...shared}
        {...suggest.props}
        aria-label={t.tags}
        placeholder={t.tagsPlaceholder}
        defaultValue={tags.join(' ')}
        onInput={suggest.onInput}
        onBlur={() => {
          flushDrafts()
          suggest.close()
        }}
        onKeyDown={(event) => {
          if (!suggest.onKeyDown(event)) shared.onKeyDown(event)
        }}
      />
    </TagBox>
  )
}

interface AnnotationEditorProps {
  readonly annotation: Annotation
  readonly part: 'note' | 'tags'
  /** Tells one time of writing from the next. */
  readonly session: number
}

/** Saves the tags that are written, and has the box ready for the next one. */
function addTags(box: HTMLInputElement): void {
  flushDrafts()
  box.value = parseTags(box.value)
    .map((tag) => `${tag} `)
    .join('')
}

/** Enter alone begins a new line of a note, and the next tag. */
function endsWriting({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey))
}
