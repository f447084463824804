import { useEffect, useRef } from 'react'
import { type Annotation, DEFAULT_COLOR_NAMES } from '../../core/annotation/annotation.ts'
import { liveAnnotations } from '../../core/annotation/annotation-change.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { zh } from '../interface/zh.ts'
import { jumpTo } from '../reader/reader-store.ts'
import { deleteAnnotation, restoreAnnotation, useAnnotations } from './annotation-store.ts'
import { NoteEditor } from './NoteEditor.tsx'
import css from './NotesPanel.module.css'
import { writeNote } from './open-note.ts'
import { TagsEditor } from './TagsEditor.tsx'

/** The report's highlights and notes, in reading order. */
export function NotesPanel() {
  const annotations = useAnnotations((state) => state.annotations)
  const deleted = useAnnotations((state) => state.deleted)
  const last = deleted.at(-1)
  const live = liveAnnotations(annotations)
  return (
    <>
      {last !== undefined && (
        <p className={css.undo} role="status">
          {zh.deletedNotes(deleted.length)}
          <button type="button" onClick={() => restoreAnnotation(last)}>
            {zh.restore}
          </button>
        </p>
      )}
      {live.length === 0 && <p className={css.empty}>{zh.noNotes}</p>}
      <ul aria-label={zh.notes}>
        {live.map((annotation) => (
          <NoteCard key={annotation.id} annotation={annotation} />
        ))}
      </ul>
    </>
  )
}

function NoteCard({ annotation }: { readonly annotation: Annotation }) {
  const { id, anchor, color, note, tags } = annotation
  const active = useAnnotations((state) => state.active === id)
  const editing = useAnnotations((state) => (state.editing?.id === id ? state.editing.part : null))
  const card = useRef<HTMLLIElement>(null)

  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <li ref={card} className={css.card} data-active={active || undefined}>
      <button
        type="button"
        className={css.quote}
        data-tone={color}
        onClick={() => show(annotation)}
        title={zh.jumpToPassage}
      >
        {anchor.quote}
      </button>
      {anchor.sectionPath.length > 0 && <p className={css.section}>{anchor.sectionPath.at(-1)}</p>}
      {editing === 'note' ? (
        <NoteEditor annotation={annotation} />
      ) : (
        note.trim() !== '' && <p className={css.note}>{note}</p>
      )}
      {editing === 'tags' ? (
        <TagsEditor annotation={annotation} />
      ) : (
        tags.length > 0 && <p className={css.tags}>{tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
      <div className={css.acts}>
        <span>{DEFAULT_COLOR_NAMES[color]}</span>
        <button type="button" onClick={() => writeNote(id)}>
          {zh.note}
        </button>
        <button type="button" onClick={() => writeNote(id, 'tags')}>
          {zh.tags}
        </button>
        <button type="button" onClick={() => deleteAnnotation(id)}>
          {zh.delete}
        </button>
      </div>
    </li>
  )
}

function show({ id, anchor }: Annotation): void {
  useAnnotations.setState({ active: id })
  jumpTo(toSourceRange(anchor.start, anchor.end))
}
