import { describe, expect, it } from 'vitest'
import { cascaded, halves, isReachable, type Rectangle, restoredBounds } from './window-geometry.ts'

const rectangle = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height })

const laptop = rectangle(0, 24, 1440, 876)
const besides = rectangle(1440, 0, 2560, 1440)
const above = rectangle(0, -1080, 1920, 1080)

describe('isReachable', () => {
  it.each([
    ['in the middle', rectangle(100, 100, 1000, 700), [laptop], true],
    ['half outside on the right', rectangle(1300, 100, 1000, 700), [laptop], true],
    ['almost outside on the right', rectangle(1390, 100, 1000, 700), [laptop], false],
    ['almost outside on the left', rectangle(-950, 100, 1000, 700), [laptop], false],
    ['with its upper edge above the screen', rectangle(100, -300, 1000, 700), [laptop], false],
    ['below the screen', rectangle(100, 900, 1000, 700), [laptop], false],
    ['on the second display', rectangle(1600, 200, 1000, 700), [laptop, besides], true],
    ['on a display that was taken away', rectangle(1600, 200, 1000, 700), [laptop], false],
    ['on a display above', rectangle(100, -1000, 1000, 700), [laptop, above], true],
    ['across two displays', rectangle(1300, 100, 1000, 700), [laptop, besides], true],
    ['without a display', rectangle(0, 0, 1000, 700), [], false],
  ])('%s', (_where, window, displays, reachable) => {
    expect(isReachable(window, displays)).toBe(reachable)
  })
})

describe('restoredBounds', () => {
  it('leaves a window where it was', () => {
    expect(restoredBounds(rectangle(100, 100, 1000, 700), [laptop])).toEqual(rectangle(100, 100, 1000, 700))
  })

  it('makes a window no larger than its display', () => {
    expect(restoredBounds(rectangle(0, 24, 2560, 1440), [laptop])).toEqual(laptop)
    expect(restoredBounds(rectangle(1440, 0, 2560, 1440), [laptop, besides])).toEqual(besides)
  })

  it('gives up a place that is on no display', () => {
    expect(restoredBounds(rectangle(1600, 200, 1000, 700), [laptop])).toBeNull()
  })
})

describe('cascaded', () => {
  it('is a step down and to the right', () => {
    expect(cascaded(rectangle(0, 24, 1000, 700), laptop)).toEqual(rectangle(32, 56, 1000, 700))
  })

  it('begins again at the corner', () => {
    expect(cascaded(rectangle(430, 100, 1000, 700), laptop)).toEqual(rectangle(0, 24, 1000, 700))
  })
})

describe('halves', () => {
  it.each([laptop, besides, rectangle(0, 0, 1367, 768)])('cover the display and do not overlap', (display) => {
    const { left, right } = halves(display)
    expect(left.x).toBe(display.x)
    expect(left.x + left.width).toBe(right.x)
    expect(right.x + right.width).toBe(display.x + display.width)
    expect([left.height, right.height]).toEqual([display.height, display.height])
  })
})
