import { useMemo } from 'react'
import type { WaitingAnnotation } from '../../core/library-view.ts'
import { isPanelShown, useLayout } from '../interface/layout-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { useTagView } from '../tags/tag-view-store.ts'
import { useWindowWidth } from '../window-width.ts'
import { liveWaiting } from './part-by-place.ts'
import { useTray } from './tray-store.ts'

/** What waits for a place in the open report. */
export function useWaiting(): readonly WaitingAnnotation[] {
  const waiting = useAnnotations((state) => state.waiting)
  return useMemo(() => liveWaiting({ waiting }), [waiting])
}

/** Whether the panel that the tray belongs to is in sight. */
export function useNotesInSight(): boolean {
  const width = useWindowWidth()
  const areNotes = useTagView((state) => state.view === 'notes')
  return useLayout((state) => isPanelShown(state, 'sidebar', width) && state.tab === 'notes') && areNotes
}

/** Whether the tray is before the reader's eyes; then its panel takes more room. */
export function useTrayInSight(): boolean {
  const waiting = useWaiting()
  const isShown = useNotesInSight()
  const open = useTray((state) => state.open)
  return open && isShown && waiting.length > 0
}
