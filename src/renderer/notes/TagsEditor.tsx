import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Annotation } from '../../core/annotation/annotation.ts'
import { zh } from '../interface/zh.ts'
import { editAnnotation } from './annotation-store.ts'
import { flushDrafts, holdDraft } from './drafts.ts'
import css from './NotesPanel.module.css'
import { stopWriting } from './open-note.ts'

/** Tags that one annotation can have. */
const MOST_TAGS = 200

/** Where tags are written, one after another; a space or a comma ends a tag, `/` leads to one under another. */
export function TagsEditor({ annotation: { id, tags } }: { readonly annotation: Annotation }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    box.current?.focus()
    return flushDrafts
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    flushDrafts()
    stopWriting()
  }

  return (
    <input
      ref={box}
      className={css.editor}
      aria-label={zh.tags}
      placeholder={zh.tagsPlaceholder}
      defaultValue={tags.join(' ')}
      onChange={(event) => {
        const written = event.target.value
        holdDraft(() => editAnnotation(id, { tags: parseTags(written) }))
      }}
      onBlur={flushDrafts}
      onKeyDown={onKeyDown}
    />
  )
}

/** `#民生, 数据/环境` → `民生`, `数据/环境`; each once. */
function parseTags(written: string): string[] {
  const words = written.split(/[\s,，、;；]+/u).map((word) => word.replace(/^[#＃]+/u, '').slice(0, 200))
  return [...new Set(words.filter((word) => word !== ''))].slice(0, MOST_TAGS)
}
