import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useMemo } from 'react'
import { blockAt } from '../../core/report/block-at.ts'
import { openBlockMenu } from '../correct/block-menu-store.ts'
import { leaveTerm, openCard, openCardSoon } from '../glossary/card-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { openNextNote } from '../notes/open-note.ts'
import { jumpTo, type Reading } from './reader-store.ts'

/** What the marks of a page do: a term opens its card, a note marker goes to its entry, a highlight to its note. */
export function usePageActions({ opened }: Reading) {
  return useMemo(() => {
    const followMarker = (mark: HTMLElement): boolean => {
      const entry = opened.report.glossary.entries[Number(mark.dataset.marker ?? Number.NaN)]
      if (entry) jumpTo(entry)
      return entry !== undefined
    }
    return {
      onPointerOver: (event: PointerEvent) => {
        const mark = markAt(event.target)
        if (mark?.dataset.term && event.pointerType === 'mouse') openCardSoon(mark.dataset.term, fromOf(mark))
      },
      onPointerOut: (event: PointerEvent) => {
        if (markAt(event.target)?.dataset.term) leaveTerm()
      },
      onFocus: (event: FocusEvent) => {
        const mark = markAt(event.target)
        if (mark?.dataset.term && mark.matches(':focus-visible')) openCard(mark.dataset.term, fromOf(mark))
      },
      onBlur: (event: FocusEvent) => {
        if (markAt(event.target)?.dataset.term) leaveTerm()
      },
      onClick: (event: MouseEvent) => {
        const mark = markAt(event.target)
        // A press beside the highlights lets go of the one that keys act on.
        if (!mark?.dataset.annotations) useAnnotations.setState({ active: null })
        if (!mark || document.getSelection()?.isCollapsed === false || followMarker(mark)) return
        if (mark.dataset.annotations) openNextNote(mark.dataset.annotations.split(' '))
        if (mark.dataset.term) openCard(mark.dataset.term, fromOf(mark))
      },
      onContextMenu: (event: MouseEvent) => {
        const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block-start]') : null
        const block = element && blockAt(opened.report.blocks, Number(element.dataset.blockStart))
        if (!block) return
        event.preventDefault()
        openBlockMenu(block, { x: event.clientX, y: event.clientY })
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return
        const mark = markAt(event.target)
        if (!mark || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        if (!followMarker(mark) && mark.dataset.term) openCard(mark.dataset.term, fromOf(mark), { focus: true })
      },
    }
  }, [opened])
}

function markAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('mark') : null
}

/** Where the term of a mark begins; a term that a highlight cuts is several marks. */
function fromOf(mark: HTMLElement): number {
  return Number(mark.dataset.from)
}
