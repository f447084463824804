import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { openDisplay } from '../scripts/display.ts'
import { ensureElectron } from '../scripts/electron-runtime.ts'
import { type Spread, spreadOf } from './median.ts'

const root = join(import.meta.dirname, '..')

/**
 * Milliseconds that one call of mark.js takes to mark `terms` in `text`, in the page of a real Electron, where it is
 * meant to run. No text but ours is shown there, so the page needs no sandbox.
 */
export async function measureMarkJs(text: string, terms: readonly string[], runs = 9): Promise<Spread> {
  const { executable } = await ensureElectron()
  const display = await openDisplay(process.env, undefined)
  try {
    const env = Object.entries({ ...process.env, ...display.env }).filter(
      (each): each is [string, string] => each[1] !== undefined,
    )
    const app = await _electron.launch({
      executablePath: executable,
      args: [join(import.meta.dirname, 'bare-window')],
      env: Object.fromEntries(env),
    })
    const page = await app.firstWindow()
    await page.addScriptTag({ path: join(root, 'node_modules', 'mark.js', 'dist', 'mark.js') })
    const figures = await page.evaluate(
      ({ given, words, count }) => {
        const marker = Reflect.get(window, 'Mark') as new (
          element: Element,
        ) => { mark: (words: string[], options: object) => void }
        return Array.from({ length: count + 1 }, () => {
          const paragraphs = given
            .split('\n')
            .map((line) => Object.assign(document.createElement('p'), { textContent: line }))
          document.body.replaceChildren(...paragraphs)
          const began = performance.now()
          new marker(document.body).mark(words, { separateWordSearch: false })
          return performance.now() - began
        }).slice(1)
      },
      { given: text, words: [...terms], count: runs },
    )
    await app.close()
    return spreadOf(figures)
  } finally {
    display.close()
  }
}
