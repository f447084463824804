/** How long the writing pauses before it is saved, in milliseconds. */
const PAUSE = 700

let draft: (() => void) | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Keeps what was typed last until the writing pauses. A newer draft takes the place of the one before. */
export function holdDraft(save: () => void): void {
  draft = save
  clearTimeout(timer)
  timer = setTimeout(flushDrafts, PAUSE)
}

/** Whether something was typed that is not saved yet. */
export function hasDraft(): boolean {
  return draft !== null
}

/** Saves what was typed, at once. */
export function flushDrafts(): void {
  clearTimeout(timer)
  const save = draft
  draft = null
  save?.()
}
