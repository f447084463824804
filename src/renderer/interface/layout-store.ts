import { create } from 'zustand'

export type SidebarTab = 'outline' | 'terms' | 'notes'
export type Panel = 'library' | 'sidebar'

interface LayoutStore {
  readonly tab: SidebarTab
  /** Whether the panels beside the page are shown; null as long as the window's width decides. */
  readonly shown: Readonly<Record<Panel, boolean | null>>
  /** The page alone (F9). */
  readonly focusMode: boolean
}

/** How the window is arranged. */
export const useLayout = create<LayoutStore>()(() => ({
  tab: 'outline',
  shown: { library: null, sidebar: null },
  focusMode: false,
}))

/** The narrowest window, in CSS pixels, in which a panel stands beside the page without being asked for. */
const ROOM_FOR: Readonly<Record<Panel, number>> = { library: 1080, sidebar: 820 }

/** Whether a panel is shown: as the reader said, else by the width of the window. */
export function isPanelShown({ shown, focusMode }: LayoutStore, panel: Panel, width: number): boolean {
  return !focusMode && (shown[panel] ?? width >= ROOM_FOR[panel])
}

export function togglePanel(panel: Panel): void {
  useLayout.setState((layout) => {
    const next = !isPanelShown(layout, panel, window.innerWidth)
    // What the width would do anyway is left to it: a panel closed in a narrow window is there again in a wide one.
    const said = next === window.innerWidth >= ROOM_FOR[panel] ? null : next
    return { focusMode: false, shown: { ...layout.shown, [panel]: said } }
  })
}

/** The reader is back on the page: panels that lie over it for want of room go. */
export function hideOverlays(): void {
  useLayout.setState(({ shown }) => {
    const keep = (panel: Panel) => (shown[panel] === true && window.innerWidth < ROOM_FOR[panel] ? null : shown[panel])
    const kept = { library: keep('library'), sidebar: keep('sidebar') }
    return kept.library === shown.library && kept.sidebar === shown.sidebar ? {} : { shown: kept }
  })
}

export function showTab(tab: SidebarTab): void {
  useLayout.setState((layout) =>
    isPanelShown(layout, 'sidebar', window.innerWidth)
      ? { tab }
      : { tab, focusMode: false, shown: { ...layout.shown, sidebar: true } },
  )
}

/** Shows a tab beside the page; where there is no room for that, the page comes first, and the tab is there when asked for. */
export function showTabBeside(tab: SidebarTab): void {
  hideOverlays()
  if (window.innerWidth >= ROOM_FOR.sidebar) showTab(tab)
  else useLayout.setState({ tab })
}

export function toggleFocusMode(): void {
  useLayout.setState(({ focusMode }) => ({ focusMode: !focusMode }))
}
