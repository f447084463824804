import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { flushDrafts, holdDraft } from './drafts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  flushDrafts()
  vi.useRealTimers()
})

describe('a draft', () => {
  it('is saved once, when the writing pauses', () => {
    const save = vi.fn()
    holdDraft(save)
    vi.advanceTimersByTime(600)
    expect(save).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(save).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(10_000)
    flushDrafts()
    expect(save).toHaveBeenCalledOnce()
  })

  it('waits as long as the writing goes on, and only the last is saved', () => {
    const saved: string[] = []
    for (const words of ['此', '此段', '此段好']) {
      holdDraft(() => saved.push(words))
      vi.advanceTimersByTime(600)
    }
    expect(saved).toEqual([])
    vi.advanceTimersByTime(200)
    expect(saved).toEqual(['此段好'])
  })

  it('is saved at once where that is asked for, and not again', () => {
    const save = vi.fn()
    holdDraft(save)
    flushDrafts()
    expect(save).toHaveBeenCalledOnce()
    flushDrafts()
    vi.advanceTimersByTime(10_000)
    expect(save).toHaveBeenCalledOnce()
  })

  it('can be followed by another while it is saved', () => {
    const saved: string[] = []
    holdDraft(() => {
      saved.push('first')
      holdDraft(() => saved.push('second'))
    })
    flushDrafts()
    expect(saved).toEqual(['first'])
    vi.advanceTimersByTime(800)
    expect(saved).toEqual(['first', 'second'])
  })
})
