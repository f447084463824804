import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  hideOverlays,
  isPanelShown,
  type Panel,
  showTab,
  showTabBeside,
  toggleFocusMode,
  togglePanel,
  useLayout,
} from './layout-store.ts'

const AT_FIRST = useLayout.getState()
const WIDE = 1400
const MIDDLE = 1000
const NARROW = 700

const widen = (innerWidth: number) => vi.stubGlobal('window', { innerWidth })

/** The panels that are shown in a window of this width. */
const shownAt = (width: number) =>
  (['library', 'sidebar'] as const).filter((panel) => isPanelShown(useLayout.getState(), panel, width))

beforeEach(() => {
  useLayout.setState(AT_FIRST)
  widen(WIDE)
})
afterEach(() => void vi.unstubAllGlobals())

describe('panels', () => {
  it.each<readonly [width: number, panels: readonly Panel[]]>([
    [WIDE, ['library', 'sidebar']],
    [1080, ['library', 'sidebar']],
    [1079, ['sidebar']],
    [820, ['sidebar']],
    [819, []],
  ])('are shown where there is room, until the reader says otherwise: %d', (width, panels) => {
    expect(shownAt(width)).toEqual(panels)
  })

  it('stay as the reader said, however wide the window', () => {
    togglePanel('library')
    expect([shownAt(WIDE), shownAt(NARROW)]).toEqual([['sidebar'], []])
    widen(NARROW)
    togglePanel('library')
    expect([shownAt(WIDE), shownAt(NARROW)]).toEqual([['library', 'sidebar'], ['library']])
  })

  it.each([
    [NARROW, 'sidebar' as const, ['sidebar']],
    [MIDDLE, 'sidebar' as const, []],
    [MIDDLE, 'library' as const, ['library', 'sidebar']],
    [WIDE, 'library' as const, ['sidebar']],
  ])('turn to what they are not in a window of this width: %d %s', (width, panel, shown) => {
    widen(width)
    togglePanel(panel)
    expect(shownAt(width)).toEqual(shown)
    togglePanel(panel)
    expect(shownAt(width).includes(panel)).toBe(!shown.includes(panel))
  })
})

describe('the reader back on the page', () => {
  it('lets go of panels that lie over it', () => {
    widen(NARROW)
    togglePanel('library')
    showTab('notes')
    expect(shownAt(NARROW)).toEqual(['library', 'sidebar'])
    hideOverlays()
    expect(shownAt(NARROW)).toEqual([])
    expect(shownAt(WIDE)).toEqual(['library', 'sidebar'])
  })

  it('keeps panels that have room', () => {
    widen(MIDDLE)
    togglePanel('library')
    hideOverlays()
    expect(shownAt(MIDDLE)).toEqual(['sidebar'])
    widen(WIDE)
    togglePanel('sidebar')
    hideOverlays()
    expect(shownAt(WIDE)).toEqual(['library'])
  })

  it('does not bring back, in a wide window, a panel that the reader hid', () => {
    togglePanel('library')
    widen(MIDDLE)
    hideOverlays()
    widen(WIDE)
    expect(shownAt(WIDE)).toEqual(['sidebar'])
  })

  it('changes nothing where nothing lies over the page', () => {
    const changed = vi.fn()
    const stop = useLayout.subscribe(({ shown }, before) => changed(shown === before.shown))
    widen(NARROW)
    hideOverlays()
    stop()
    expect(changed.mock.calls.flat()).not.toContain(false)
  })
})

describe('the page alone', () => {
  it('has no panels, and afterwards those that there were', () => {
    togglePanel('library')
    toggleFocusMode()
    expect(shownAt(WIDE)).toEqual([])
    toggleFocusMode()
    expect(shownAt(WIDE)).toEqual(['sidebar'])
  })

  it.each(['library', 'sidebar'] as const)('ends when the reader asks for a panel: %s', (panel) => {
    toggleFocusMode()
    togglePanel(panel)
    expect(useLayout.getState().focusMode).toBe(false)
    expect(shownAt(WIDE)).toContain(panel)
  })

  it('ends when the reader asks for a tab', () => {
    toggleFocusMode()
    showTab('notes')
    expect(useLayout.getState()).toMatchObject({ tab: 'notes', focusMode: false })
    expect(shownAt(WIDE)).toContain('sidebar')
  })
})

describe('a tab that is asked for', () => {
  it('is the one that is shown', () => {
    showTab('terms')
    expect(useLayout.getState().tab).toBe('terms')
    showTab('outline')
    expect(useLayout.getState().tab).toBe('outline')
  })

  it('brings the sidebar where it is not shown', () => {
    widen(NARROW)
    showTab('terms')
    expect(shownAt(NARROW)).toEqual(['sidebar'])
  })

  it('leaves the width of the window to decide where the sidebar is shown already', () => {
    showTab('terms')
    expect(shownAt(NARROW)).toEqual([])
  })
})

describe('a tab beside the page', () => {
  it('is shown where there is room', () => {
    toggleFocusMode()
    showTabBeside('notes')
    expect(useLayout.getState().tab).toBe('notes')
    expect(shownAt(WIDE)).toContain('sidebar')
  })

  it('waits where it would lie over the page, and takes away what lies there', () => {
    widen(NARROW)
    togglePanel('sidebar')
    expect(shownAt(NARROW)).toEqual(['sidebar'])
    showTabBeside('notes')
    expect(shownAt(NARROW)).toEqual([])
    togglePanel('sidebar')
    expect(useLayout.getState().tab).toBe('notes')
  })
})
