import { useMemo } from 'react'
import type { WaitingAnnotation } from '../../core/library-view.ts'
import { isPanelShown, useLayout } from '../interface/layout-store.ts'
import { useAnnotations } from '../notes/annotation-store.ts'
import { useWindowWidth } from '../window-width.ts'
import { liveWaiting } from './part-by-place.ts'
import { useTray } from './tray-store.ts'

/** What waits for a place in the open report. */
export function useWaiting(): readonly WaitingAnnotation[] {
  const waiting = useAnnotations((state) => state.waiting)
  return useMemo(() => liveWaiting({ waiting }), [waiting])
}

/** Whether the tray is before the reader's eyes; then its panel takes more room. */
export function useTrayInSight(): boolean {
  const waiting = useWaiting()
  const width = useWindowWidth()
  const isShown = useLayout((state) => isPanelShown(state, 'sidebar', width) && state.tab === 'notes')
  const open = useTray((state) => state.open)
  return open && isShown && waiting.length > 0
}
