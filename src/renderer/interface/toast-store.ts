import { create } from 'zustand'

interface Toast {
  readonly text: string
  /** What can be done about it. */
  readonly act?: { readonly label: string; readonly run: () => void }
}

/** A line that says what has just happened, and goes away by itself. */
export const useToast = create<{ readonly toast: Toast | null }>()(() => ({ toast: null }))

/** How long a line stays, in milliseconds; one with a button stays longer. */
const STAY = 3500
const STAY_WITH_ACT = 9000

let timer: ReturnType<typeof setTimeout> | undefined
/** What is said next. */
let news: string | null = null

/** Says something that the reader did not ask for: after a line with a button, which is not taken away. */
export function showNews(text: string): void {
  if (useToast.getState().toast?.act) news = text
  else showToast({ text })
}

/** Says what came of the reader's act, in place of what was said before. */
export function showToast(toast: Toast): void {
  clearTimeout(timer)
  useToast.setState({ toast })
  timer = setTimeout(hideToast, toast.act ? STAY_WITH_ACT : STAY)
}

export function hideToast(): void {
  clearTimeout(timer)
  useToast.setState({ toast: null })
  if (news === null) return
  const text = news
  news = null
  showToast({ text })
}
