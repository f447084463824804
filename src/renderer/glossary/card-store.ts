import { create } from 'zustand'

/** A term's card and the place at which it is open. Places are positions in the source text, so that a repaint does not close it. */
interface OpenCard {
  /** The term that stands at the place. */
  readonly key: string
  readonly start: number
  /** Whether the keyboard goes into the card. */
  readonly focus: boolean
  /** Longer and shorter terms that were followed from it, the one shown last. */
  readonly followed: readonly string[]
}

export const useCard = create<{ readonly card: OpenCard | null }>()(() => ({ card: null }))

/** How long the pointer rests on a term before its card opens, and how long it may be away before the card closes, in milliseconds. */
const HOVER_DELAY = 280
const LEAVE_DELAY = 260

let timer: ReturnType<typeof setTimeout> | undefined

export function openCard(key: string, start: number, { focus = false } = {}): void {
  clearTimeout(timer)
  useCard.setState({ card: { key, start, focus, followed: [] } })
}

export function closeCard(): void {
  clearTimeout(timer)
  useCard.setState({ card: null })
}

/** Shows a longer or shorter term in the card that is open. */
export function followTerm(key: string): void {
  useCard.setState(({ card }) => ({ card: card && { ...card, followed: [...card.followed, key] } }))
}

/** Back to the term that led here. */
export function unfollowTerm(): void {
  useCard.setState(({ card }) => ({ card: card && { ...card, followed: card.followed.slice(0, -1) } }))
}

/** Opens a card when the pointer stays on its term. */
export function openCardSoon(key: string, start: number): void {
  clearTimeout(timer)
  const open = useCard.getState().card
  if (open?.key === key && open.start === start) return
  timer = setTimeout(() => openCard(key, start), HOVER_DELAY)
}

/** The pointer or the keyboard left the term: the card closes unless one of them is back, or on the card, in time. */
export function leaveTerm(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (!document.querySelector('[data-term-card]:hover') && !isHeldByKeyboard()) closeCard()
  }, LEAVE_DELAY)
}

/** The pointer is on the card: it stays. */
export function keepCard(): void {
  clearTimeout(timer)
}

function isHeldByKeyboard(): boolean {
  return document.activeElement?.closest('[data-term-card], mark[data-term]') != null
}
