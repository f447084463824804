import type { Page } from '@playwright/test'

/** A hover: milliseconds from the pointer's coming to the card's being painted, and how many of them the app waits on purpose. */
export interface Hover {
  readonly whole: number
  readonly delay: number
}

/**
 * Brings the pointer onto the `index`th term of the open report (round and round) and takes it away again. The delay is
 * what the app asks of `setTimeout` at that moment.
 */
export function hoverTerm(page: Page, index: number): Promise<Hover> {
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise(requestAnimationFrame)
    const cardIs = async (there: boolean) => {
      const isSo = () => (document.querySelector('[data-term-card]') !== null) === there
      if (isSo()) return
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isSo()) return
          observer.disconnect()
          resolve()
        })
        observer.observe(document.body, { childList: true, subtree: true })
      })
    }
    const marks = document.querySelectorAll<HTMLElement>('main mark[data-focus^="term-"]')
    const mark = marks[wanted % Math.max(1, marks.length)]
    if (!mark) throw new Error('no term is marked')
    mark.scrollIntoView({ block: 'center' })
    await frame()
    await frame()

    let delay = 0
    const { setTimeout: original } = window
    const noting = (work: () => void, ms = 0) => {
      delay = ms
      return original(work, ms)
    }
    const began = performance.now()
    Object.assign(window, { setTimeout: noting })
    mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    Object.assign(window, { setTimeout: original })
    await cardIs(true)
    await frame()
    await frame()
    const whole = performance.now() - began

    mark.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse' }))
    await cardIs(false)
    return { whole, delay }
  }, index)
}

/** Milliseconds of a timer that is set for `delay` and the two frames after it, less the delay: what a card cannot be faster than. */
export function waitForNothing(page: Page, delay: number): Promise<number> {
  return page.evaluate(async (ms) => {
    const frame = () => new Promise(requestAnimationFrame)
    const began = performance.now()
    await new Promise((resolve) => setTimeout(resolve, ms))
    await frame()
    await frame()
    return performance.now() - began - ms
  }, delay)
}
