import { meipi } from '../meipi-api.ts'
import { refreshOpenReport } from './refresh-report.ts'

/**
 * Looks for what other programs wrote whenever the reader comes back to the window: then, and hardly ever while it is
 * worked in, a synchroniser or another machine has had its turn. It costs the look at a few files.
 */
export function watchFocus(): void {
  window.addEventListener('focus', () => {
    void refreshOpenReport()
    void meipi.refreshLibrary()
  })
}
