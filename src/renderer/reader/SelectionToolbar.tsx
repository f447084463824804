import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react'
import { useEffect, useState } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { COLOR_IDS, type ColorId } from '../../core/annotation/annotation.ts'
import { LONGEST_TERM } from '../../core/glossary/reader-term.ts'
import { type SourceRange, sliceRange } from '../../core/text/range.ts'
import { useTexts } from '../interface/define-texts.ts'
import { openDialog } from '../interface/dialog-store.ts'
import { useLibrary } from '../library/library-store.ts'
import { addHighlight, highlightFor, useAnnotations } from '../notes/annotation-store.ts'
import { writeNote } from '../notes/open-note.ts'
import { PlaceHereButton, STRIP_HEIGHT } from '../tray/PlaceHereButton.tsx'
import { useTray } from '../tray/tray-store.ts'
import { copyQuote } from './copy-passage.ts'
import { openFind } from './find-store.ts'
import { useReader } from './reader-store.ts'
import css from './SelectionToolbar.module.css'
import { useSelectionKeys } from './selection-keys.ts'
import { readSelection } from './source-selection.ts'
import { texts } from './texts.ts'

/** How near the toolbar comes to the edges of the window, in pixels. */
const EDGE = 8

/** The tools for the passage that is selected, above it. */
export function SelectionToolbar() {
  const t = useTexts(texts)
  const names = useLibrary((state) => state.colorNames)
  const passage = usePassage()
  const top = useTray((state) => (state.choosing === null ? EDGE : STRIP_HEIGHT))
  const { refs, floatingStyles } = useFloating({
    open: passage !== null,
    placement: 'top',
    strategy: 'fixed',
    whileElementsMounted: autoUpdate,
    middleware: [offset(10), flip({ padding: { top, bottom: EDGE } }), shift({ padding: EDGE })],
  })

  useEffect(() => {
    const range = passage && document.getSelection()?.getRangeAt(0).cloneRange()
    if (!range) return
    refs.setPositionReference({
      getBoundingClientRect: () => range.getBoundingClientRect(),
      getClientRects: () => range.getClientRects(),
      contextElement: document.querySelector('main') ?? document.body,
    })
  }, [refs, passage])

  const acts = {
    mark: (color: ColorId) => {
      const id = passage && addHighlight(passage, color)
      if (!id) return
      document.getSelection()?.removeAllRanges()
      // What is marked is at hand: N, T and another colour go on with it, and not with the one pressed before.
      useAnnotations.setState({ active: id })
    },
    write: (part: 'note' | 'tags') => {
      const id = passage && highlightFor(passage)
      document.getSelection()?.removeAllRanges()
      if (id) writeNote(id, part)
    },
  }
  useSelectionKeys(passage !== null, acts)
  if (!passage) return null

  return (
    <Toolbar ref={refs.setFloating} style={floatingStyles} className={css.bar ?? ''} aria-label={t.highlightToolbar}>
      <PlaceHereButton passage={passage} />
      {COLOR_IDS.map((color, index) => (
        <Button
          key={color}
          className={css.color ?? ''}
          data-tone={color}
          aria-label={names[color]}
          preventFocusOnPress
          onPress={() => acts.mark(color)}
        >
          <span className={css.dot} title={`${names[color]}　${index + 1}`} />
        </Button>
      ))}
      <span className={css.line} />
      <Button
        className={css.act ?? ''}
        aria-label={t.note}
        data-key="N"
        preventFocusOnPress
        onPress={() => acts.write('note')}
      >
        {t.note}
      </Button>
      <Button
        className={css.act ?? ''}
        aria-label={t.tags}
        data-key="T"
        preventFocusOnPress
        onPress={() => acts.write('tags')}
      >
        {t.tags}
      </Button>
      <Button className={css.act ?? ''} preventFocusOnPress onPress={copyQuote}>
        {t.copyQuote}
      </Button>
      <Button className={css.act ?? ''} preventFocusOnPress onPress={openFind}>
        {t.find}
      </Button>
      {passage.end - passage.start <= LONGEST_TERM && (
        <Button className={css.act ?? ''} preventFocusOnPress onPress={() => defineTerm(passage)}>
          {t.define}
        </Button>
      )}
    </Toolbar>
  )
}

/** The selected passage, once the reader has let go of the mouse or the key. */
function usePassage(): SourceRange | null {
  const [passage, setPassage] = useState<SourceRange | null>(null)
  useEffect(() => {
    let dragging = false
    const read = () => {
      if (!dragging) setPassage(readSelection())
    }
    const down = (event: PointerEvent) => {
      dragging = !(event.target instanceof Element && event.target.closest('[role="toolbar"]'))
    }
    const up = () => {
      dragging = false
      // The selection is what it will be only after the click is over.
      setTimeout(read)
    }
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
    }
  }, [])
  return passage
}

/** Opens the form for a term of the reader's own, with the words that are selected. */
function defineTerm(passage: SourceRange): void {
  const opened = useReader.getState().reading?.opened
  if (!opened) return
  const term = sliceRange(opened.text, passage).trim()
  openDialog({ kind: 'reader-term', draft: { id: null, term, definition: '', cited: null } })
}
