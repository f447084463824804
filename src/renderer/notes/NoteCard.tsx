import { Copy, Link2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type Annotation, COLOR_IDS } from '../../core/annotation/annotation.ts'
import { toSourceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import { useLibrary } from '../library/library-store.ts'
import { jumpTo } from '../reader/reader-store.ts'
import { AnnotationEditor } from './AnnotationEditor.tsx'
import { deleteAnnotation, editAnnotation, useAnnotations } from './annotation-store.ts'
import { ColorDot } from './ColorDot.tsx'
import { copyNote, copyNoteLink } from './copy-note.ts'
import css from './NotesPanel.module.css'
import { writeNote } from './open-note.ts'
import { texts } from './texts.ts'

/** One highlight with what was written on it. */
export function NoteCard({ annotation }: { readonly annotation: Annotation }) {
  const { id, anchor, note, tags } = annotation
  const t = useTexts(texts)
  const active = useAnnotations((state) => state.active === id)
  const editing = useAnnotations((state) => (state.editing?.id === id ? state.editing : null))
  const card = useRef<HTMLLIElement>(null)

  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <li ref={card} className={css.card} data-note={id} data-active={active || undefined}>
      <button
        type="button"
        className={css.quote}
        data-tone={annotation.color}
        onClick={() => show(annotation)}
        title={t.jumpToPassage}
      >
        {anchor.quote}
      </button>
      {anchor.sectionPath.length > 0 && <p className={css.section}>{anchor.sectionPath.at(-1)}</p>}
      {editing?.part === 'note' ? (
        <AnnotationEditor key={editing.session} session={editing.session} annotation={annotation} part="note" />
      ) : (
        note.trim() !== '' && <p className={css.note}>{note}</p>
      )}
      {editing?.part === 'tags' ? (
        <AnnotationEditor key={editing.session} session={editing.session} annotation={annotation} part="tags" />
      ) : (
        tags.length > 0 && <p className={css.tags}>{tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
      <div className={css.acts}>
        <ColorChoice annotation={annotation} />
        <button type="button" onClick={() => writeNote(id)}>
          {t.note}
        </button>
        <button type="button" onClick={() => writeNote(id, 'tags')}>
          {t.tags}
        </button>
        <button type="button" aria-label={t.copyMarkdown} title={t.copyMarkdown} onClick={() => copyNote(id)}>
          <Copy size={13} aria-hidden="true" />
        </button>
        <button type="button" aria-label={t.copyLink} title={t.copyLink} onClick={() => copyNoteLink(id)}>
          <Link2 size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          onClick={() => {
            focusNextCard(card.current)
            deleteAnnotation(id)
          }}
        >
          {t.delete}
        </button>
      </div>
    </li>
  )
}

/** The colour by the reader's name, and the others to change to. */
function ColorChoice({ annotation: { id, color } }: { readonly annotation: Annotation }) {
  const t = useTexts(texts)
  const names = useLibrary((state) => state.colorNames)
  return (
    <fieldset className={css.choice} aria-label={t.colorOf}>
      {COLOR_IDS.map((each) => (
        <ColorDot
          key={each}
          color={each}
          pressed={each === color}
          onPress={() => editAnnotation(id, { color: each })}
        />
      ))}
      <span className={css.colorName}>{names[color]}</span>
    </fieldset>
  )
}

function show({ id, anchor }: Annotation): void {
  useAnnotations.setState({ active: id })
  jumpTo(toSourceRange(anchor.start, anchor.end))
}

/** A card that goes leaves the keyboard with its neighbour, else with the page. */
function focusNextCard(card: HTMLElement | null): void {
  const neighbour = card?.nextElementSibling ?? card?.previousElementSibling
  const target = neighbour?.querySelector('button') ?? document.querySelector<HTMLElement>('main')
  target?.focus({ preventScroll: true })
}
