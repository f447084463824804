import type { MouseEvent } from 'react'

/** A right click on a row, or Shift+F10, opens the menu that its ⋯ opens. */
export function openMenuInside(event: MouseEvent<HTMLElement>): void {
  const button = event.currentTarget.querySelector<HTMLElement>('[aria-haspopup]')
  if (!button) return
  event.preventDefault()
  button.click()
}
