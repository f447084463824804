/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The part of a window's upper edge that has to be on a display for a hand to reach it. */
const GRIP = { width: 100, height: 32 } as const

/** How far a further window lies from the one before it. */
const STEP = 32

/** Whether enough of a window's upper edge lies on one of the displays that the reader can take hold of it. */
export function isReachable(window: Rectangle, displays: readonly Rectangle[]): boolean {
  const edge = { ...window, height: Math.min(GRIP.height, window.height) }
  return displays.some((display) => {
    const seen = intersect(edge, display)
    return seen.width >= Math.min(GRIP.width, window.width) && seen.height > 0
  })
}

/**
 * Where a window opens that was closed at `saved`: there, no larger than the display it lies on most; null where that
 * place is on no display any more.
 */
export function restoredBounds(saved: Rectangle, displays: readonly Rectangle[]): Rectangle | null {
  if (!isReachable(saved, displays)) return null
  const display = displays.reduce((most, each) => (sharedArea(saved, each) > sharedArea(saved, most) ? each : most))
  return { ...saved, width: Math.min(saved.width, display.width), height: Math.min(saved.height, display.height) }
}

/** A place for a further window of the same size: a step down and to the right; back at the corner where that leads outside. */
export function cascaded(window: Rectangle, display: Rectangle): Rectangle {
  const x = window.x + STEP
  const y = window.y + STEP
  const inside = x + window.width <= display.x + display.width && y + window.height <= display.y + display.height
  return inside ? { ...window, x, y } : { ...window, x: display.x, y: display.y }
}

/** The left and the right half of a display. */
export function halves(display: Rectangle): { readonly left: Rectangle; readonly right: Rectangle } {
  const width = Math.floor(display.width / 2)
  return {
    left: { ...display, width },
    right: { ...display, x: display.x + width, width: display.width - width },
  }
}

function sharedArea(one: Rectangle, other: Rectangle): number {
  const { width, height } = intersect(one, other)
  return width * height
}

function intersect(one: Rectangle, other: Rectangle): { readonly width: number; readonly height: number } {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return { width: Math.max(0, width), height: Math.max(0, height) }
}
