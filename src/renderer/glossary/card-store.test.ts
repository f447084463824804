import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  closeCard,
  followTerm,
  keepCard,
  leaveTerm,
  openCard,
  openCardSoon,
  unfollowTerm,
  useCard,
} from './card-store.ts'

/** What the page has at this moment: the pointer on the card, the keyboard in it. */
const page = { pointerOnCard: false, keyboardHolds: false }

beforeEach(() => {
  vi.useFakeTimers()
  page.pointerOnCard = false
  page.keyboardHolds = false
  vi.stubGlobal('document', {
    querySelector: () => (page.pointerOnCard ? {} : null),
    get activeElement() {
      return { closest: () => (page.keyboardHolds ? {} : null) }
    },
  })
  closeCard()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const card = () => useCard.getState().card

describe('a card that is opened by the pointer', () => {
  it('opens when the pointer rests on the term', () => {
    openCardSoon('双减', 7)
    vi.advanceTimersByTime(200)
    expect(card()).toBeNull()
    vi.advanceTimersByTime(100)
    expect(card()).toEqual({ key: '双减', start: 7, focus: false, followed: [] })
  })

  it('does not open when the pointer only passes', () => {
    openCardSoon('双减', 7)
    vi.advanceTimersByTime(200)
    leaveTerm()
    vi.advanceTimersByTime(10_000)
    expect(card()).toBeNull()
  })

  it('opens for the term that the pointer rests on at last', () => {
    openCardSoon('双减', 7)
    vi.advanceTimersByTime(200)
    openCardSoon('双碳', 20)
    vi.advanceTimersByTime(300)
    expect(card()?.key).toBe('双碳')
  })

  it('closes when the pointer is away', () => {
    openCard('双减', 7)
    leaveTerm()
    vi.advanceTimersByTime(200)
    expect(card()).not.toBeNull()
    vi.advanceTimersByTime(100)
    expect(card()).toBeNull()
  })

  it.each<readonly [what: string, back: () => void]>([
    ['the pointer comes onto it in time', keepCard],
    ['the pointer comes back to its term in time', () => openCardSoon('双减', 7)],
    [
      'the pointer is on it by then',
      () => {
        page.pointerOnCard = true
      },
    ],
    [
      'the keyboard is in it',
      () => {
        page.keyboardHolds = true
      },
    ],
  ])('stays when %s', (_what, back) => {
    openCard('双减', 7)
    const before = card()
    leaveTerm()
    vi.advanceTimersByTime(100)
    back()
    vi.advanceTimersByTime(10_000)
    expect(card()).toBe(before)
  })

  it('gives way to that of the same term at another place', () => {
    openCard('双减', 7)
    openCardSoon('双减', 90)
    vi.advanceTimersByTime(300)
    expect(card()?.start).toBe(90)
  })

  it('does not open any more once a card was closed', () => {
    openCardSoon('双减', 7)
    closeCard()
    vi.advanceTimersByTime(10_000)
    expect(card()).toBeNull()
  })
})

describe('terms that are followed in a card', () => {
  it('lead on and back again, and the place stays', () => {
    openCard('五源共治', 7, { focus: true })
    followTerm('五源共治一张图')
    followTerm('一张图')
    expect(card()).toEqual({ key: '五源共治', start: 7, focus: true, followed: ['五源共治一张图', '一张图'] })
    unfollowTerm()
    expect(card()?.followed).toEqual(['五源共治一张图'])
    unfollowTerm()
    unfollowTerm()
    expect(card()).toMatchObject({ key: '五源共治', followed: [] })
  })

  it('are forgotten when another card opens', () => {
    openCard('五源共治', 7)
    followTerm('一张图')
    openCard('双减', 20)
    expect(card()?.followed).toEqual([])
  })

  it('lead nowhere where no card is open', () => {
    followTerm('双减')
    unfollowTerm()
    expect(card()).toBeNull()
  })
})
