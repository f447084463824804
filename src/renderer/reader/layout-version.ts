import { useEffect } from 'react'
import { create } from 'zustand'

/** Grows each time the lines of the page may stand elsewhere: the column is wider, a font has come, a piece was laid out. */
export const useLayoutVersion = create<{ readonly version: number }>()(() => ({ version: 0 }))

function grow(): void {
  useLayoutVersion.setState(({ version }) => ({ version: version + 1 }))
}

/** Watches the page that is open. */
export function useLayoutWatch(reportId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report is another page to watch
  useEffect(() => {
    const page = document.querySelector('main article')
    if (!page) return
    const observer = new ResizeObserver(grow)
    observer.observe(page)
    document.fonts.addEventListener('loadingdone', grow)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', grow)
    }
  }, [reportId])
}
