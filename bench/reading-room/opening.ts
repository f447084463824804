import type { Page } from '@playwright/test'

/**
 * Milliseconds from the click on a report in the list until its text is painted: two animation frames after a block of
 * it has text and stands in the window, be it in a font that is still to come. Another report is open before, or none.
 */
export function openReport(page: Page, title: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise(requestAnimationFrame)
    const row = document.querySelector<HTMLElement>(`nav button[title^="${wanted}"]`)
    if (!row) throw new Error(`not in the list: ${wanted}`)
    const stands = (block: Element) => {
      const { top, bottom } = block.getBoundingClientRect()
      return block.textContent !== '' && bottom > 0 && top < innerHeight
    }
    const isShown = () => [...document.querySelectorAll(`main[aria-label="${wanted}"] [data-block-start]`)].some(stands)
    if (isShown()) throw new Error(`open already: ${wanted}`)
    const shown = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, { childList: true, subtree: true })
    })
    const began = performance.now()
    row.click()
    await shown
    await frame()
    await frame()
    return performance.now() - began
  }, title)
}

/** The same for the bare window: milliseconds from before a text is put into its `<pre>` until two frames after. */
export function setText(page: Page, text: string): Promise<number> {
  return page.evaluate(async (given) => {
    const frame = () => new Promise(requestAnimationFrame)
    const pre = document.querySelector('pre')
    if (!pre) throw new Error('the bare window has no <pre>')
    const began = performance.now()
    pre.textContent = given
    await frame()
    await frame()
    return performance.now() - began
  }, text)
}
