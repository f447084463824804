import { useEffect, useMemo, useState } from 'react'
import { type Annotation, COLOR_IDS, type ColorId } from '../../core/annotation/annotation.ts'
import { liveAnnotations } from '../../core/annotation/annotation-change.ts'
import { isAtOrUnder, pathOf } from '../../core/tags/tag.ts'
import { undo } from '../commands/undo-commands.ts'
import { AnnotationConflicts } from '../conflicts/AnnotationConflicts.tsx'
import { texts as conflictTexts } from '../conflicts/texts.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import { useHistory } from '../interface/history-store.ts'
import { SearchBox } from '../interface/SearchBox.tsx'
import { TagFilterLine } from '../tags/TagFilterLine.tsx'
import { endTagFilter, useTagView } from '../tags/tag-view-store.ts'
import { Tray } from '../tray/Tray.tsx'
import { useWaiting } from '../tray/use-waiting.ts'
import { useAnnotations } from './annotation-store.ts'
import { ColorDot } from './ColorDot.tsx'
import { NoteCard } from './NoteCard.tsx'
import css from './NotesPanel.module.css'
import { texts } from './texts.ts'

/** The report's highlights and notes, in reading order. */
export function NotesPanel() {
  const t = useTexts(texts)
  const c = useTexts(conflictTexts)
  const annotations = useAnnotations((state) => state.annotations)
  const editing = useAnnotations((state) => state.editing?.id)
  const waiting = useWaiting()
  const active = useAnnotations((state) => state.active)
  const opened = useAnnotations((state) => state.opened?.summary.id)
  const tag = useTagView(({ filter }) => (filter?.reportId === opened ? (filter?.path ?? null) : null))
  const [query, setQuery] = useState('')
  const [color, setColor] = useState<ColorId | null>(null)
  const live = useMemo(() => liveAnnotations(annotations), [annotations])
  const filteredOut = (annotation: Annotation) =>
    (color !== null && annotation.color !== color) || !hasTag(annotation, tag) || !speaksOf(annotation, query)

  // One that the reader goes to (by its sign, or by a link) is to be seen here: then the filter goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then, not when the filter changes
  useEffect(() => {
    const shown = live.find(({ id }) => id === active)
    if (!shown || !filteredOut(shown)) return
    setQuery('')
    setColor(null)
    endTagFilter()
  }, [active])

  // The one that is being written stays in sight, whatever the filter says.
  const shown = live.filter((annotation) => annotation.id === editing || !filteredOut(annotation))
  return (
    <>
      <Tray />
      {live.length > 0 && (
        <div className={css.filter}>
          <SearchBox label={t.filterNotes} placeholder={t.filterPlaceholder} value={query} onChange={setQuery} />
          <ColorFilter color={color} onChange={setColor} />
          {tag !== null && <TagFilterLine path={tag} />}
          {/* Here it stays in sight, wherever in the list something was deleted. */}
          <DeletionLine />
        </div>
      )}
      {live.length === 0 && <DeletionLine />}
      <AnnotationConflicts
        act={
          <button type="button" onClick={() => openDialog({ kind: 'conflicts' })}>
            {c.sideBySide}
          </button>
        }
      />
      {live.length + waiting.length === 0 && <p className={css.empty}>{t.noNotes}</p>}
      {live.length > 0 && shown.length === 0 && <p className={css.empty}>{t.noneMatches}</p>}
      <ul aria-label={t.notes}>
        {shown.map((annotation) => (
          <NoteCard key={annotation.id} annotation={annotation} />
        ))}
      </ul>
    </>
  )
}

function hasTag({ tags }: Annotation, wanted: string | null): boolean {
  return wanted === null || tags.some((tag) => isAtOrUnder(pathOf(tag), wanted))
}

function speaksOf({ anchor, note, tags }: Annotation, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  return [anchor.quote, note, ...tags.map((tag) => `#${tag}`)].some((text) => text.toLowerCase().includes(wanted))
}

interface ColorFilterProps {
  readonly color: ColorId | null
  readonly onChange: (color: ColorId | null) => void
}

function ColorFilter({ color, onChange }: ColorFilterProps) {
  const t = useTexts(texts)
  return (
    <div className={css.colors}>
      {COLOR_IDS.map((each) => (
        <ColorDot
          key={each}
          color={each}
          pressed={color === each}
          onPress={() => onChange(color === each ? null : each)}
        />
      ))}
      {color !== null && (
        <button type="button" className={css.all} onClick={() => onChange(null)}>
          {t.allColors}
        </button>
      )}
    </div>
  )
}

/** After notes were deleted, and as long as that was the last thing done: how many, and the way back. */
function DeletionLine() {
  const t = useTexts(texts)
  const done = useHistory((state) => state.done)
  const first = done.findLastIndex((act) => act.kind !== 'deletion') + 1
  const count = done.length - first
  if (count === 0) return null
  return (
    <p className={css.undo} role="status">
      {t.deletedNotes(count)}
      <button type="button" onClick={undo}>
        {t.undo}
      </button>
    </p>
  )
}
