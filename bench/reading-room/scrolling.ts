import type { Page } from '@playwright/test'

/** One notch of a wheel in CSS pixels, and how often it is turned, in milliseconds. */
const NOTCH = 120
const EVERY = 50

const SECONDS = 5

/** A frame that takes longer than this many of the display's has dropped at least one. */
const LONG_FRAME = 1.5

/** The display's frame interval in milliseconds: the median of two hundred frames of a page at rest. */
export function frameInterval(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frames: number[] = []
    for (let last = 0; frames.length < 200; ) {
      const now = await new Promise(requestAnimationFrame)
      if (last > 0) frames.push(now - last)
      last = now
    }
    return frames.sort((a, b) => a - b)[100] ?? 0
  })
}

/** Turns the wheel over the text for five seconds, `down` or half of them back up: percent of the frames that are long. */
export async function scrollByWheel(page: Page, interval: number, way: 'down' | 'there-and-back'): Promise<number> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  await page.mouse.move(width / 2, height / 2)
  const [frames] = await Promise.all([recordFrames(page), turnWheel(page, way)])
  return (100 * frames.filter((each) => each > LONG_FRAME * interval).length) / frames.length
}

/** The intervals between animation frames for some seconds, in milliseconds. */
function recordFrames(page: Page): Promise<number[]> {
  return page.evaluate(async (seconds) => {
    const frame = () => new Promise<number>(requestAnimationFrame)
    const frames: number[] = []
    const began = await frame()
    for (let last = began; last < began + seconds * 1000; ) {
      const now = await frame()
      frames.push(now - last)
      last = now
    }
    return frames
  }, SECONDS)
}

async function turnWheel(page: Page, way: 'down' | 'there-and-back'): Promise<void> {
  const began = performance.now()
  for (let notch = 0; notch < (SECONDS * 1000) / EVERY; notch++) {
    const back = way === 'there-and-back' && notch >= (SECONDS * 1000) / EVERY / 2
    await page.mouse.wheel(0, back ? -NOTCH : NOTCH)
    const wait = began + (notch + 1) * EVERY - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    else if (performance.now() - began > SECONDS * 1000) return
  }
}
