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

/** Types a word into the box, letter by letter: for each the milliseconds until its hits are counted and painted. */
export function typeWord(page: Page, word: string): Promise<number[]> {
  return page.evaluate(async (letters) => {
    const frame = () => new Promise(requestAnimationFrame)
    const times: number[] = []
    for (const letter of letters) {
      const began = performance.now()
      // As a keyboard's letter arrives: the page gets a trusted input event.
      document.execCommand('insertText', false, letter)
      await frame()
      await frame()
      times.push(performance.now() - began)
      const count = document.querySelector('search output')?.textContent ?? ''
      const isPainted = CSS.highlights.has('found-here') || !/\d/.test(count)
      if (count === '' || !isPainted) throw new Error(`not counted and painted within two frames: ${letter}`)
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
