import type { Page } from '@playwright/test'

/** Opens the box for finding in the open report. */
export async function openFind(page: Page): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox').waitFor()
}

export async function closeFind(page: Page): Promise<void> {
  await page.getByRole('searchbox').press('Escape')
  await page.getByRole('searchbox').waitFor({ state: 'detached' })
}

/**
 * Types a word into the box, letter by letter: for each the milliseconds until its hits are counted and painted, which
 * is two frames at least, and the frame after the one that painted the hit gone to. A paint that the page puts off, as
 * it lays out what it goes to, is waited for. Throws when nothing was painted within ten seconds.
 */
export function typeWord(page: Page, word: string): Promise<number[]> {
  return page.evaluate(async (letters) => {
    const frame = () => new Promise(requestAnimationFrame)
    const times: number[] = []
    for (const letter of letters) {
      // Each painting is a highlight of its own: the one of the letter before may still stand there.
      const before = CSS.highlights.get('found-here')
      const began = performance.now()
      // As a keyboard's letter arrives: the page gets a trusted input event.
      document.execCommand('insertText', false, letter)
      const isPainted = () => {
        const now = CSS.highlights.get('found-here')
        return now !== undefined && now !== before && document.querySelector('search output')?.textContent !== ''
      }
      do {
        await frame()
        if (performance.now() - began > 10_000) throw new Error(`not painted: ${letter}`)
      } while (!isPainted())
      await frame()
      times.push(performance.now() - began)
      // The page comes to rest before the next letter.
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    return times
  }, word)
}

/** The same in the bare window, which has the text in its `<pre>`: a loop of `indexOf`, and the number written above it. */
export function countWord(page: Page, word: string): Promise<number[]> {
  return page.evaluate(async (letters) => {
    const frame = () => new Promise(requestAnimationFrame)
    const text = document.querySelector('pre')?.textContent ?? ''
    const output = document.querySelector('output')
    const times: number[] = []
    for (let length = 1; length <= letters.length; length++) {
      const query = letters.slice(0, length)
      const began = performance.now()
      let count = 0
      for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) count++
      output?.replaceChildren(String(count))
      await frame()
      await frame()
      times.push(performance.now() - began)
    }
    return times
  }, word)
}
