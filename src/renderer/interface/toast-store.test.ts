import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hideToast, showNews, showToast, useToast } from './toast-store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  hideToast()
  vi.useRealTimers()
})

const shown = () => useToast.getState().toast?.text ?? null

describe('a line that says what has happened', () => {
  it.each([
    ['goes away by itself', {}, 3000, 4000],
    [
      'stays longer where something can be done about it',
      { act: { label: '撤销', run: () => undefined } },
      8000,
      10_000,
    ],
  ])('%s', (_what, more, still, gone) => {
    showToast({ text: '已复制', ...more })
    vi.advanceTimersByTime(still)
    expect(shown()).toBe('已复制')
    vi.advanceTimersByTime(gone - still)
    expect(shown()).toBeNull()
  })

  it('stays its own time, whatever was said before it', () => {
    showToast({ text: '已复制' })
    vi.advanceTimersByTime(3000)
    showToast({ text: '已撤销' })
    vi.advanceTimersByTime(3000)
    expect(shown()).toBe('已撤销')
    vi.advanceTimersByTime(1000)
    expect(shown()).toBeNull()
  })

  it('is not taken away by news while something can be done about it', () => {
    showNews('别处改了 1 条')
    expect(shown()).toBe('别处改了 1 条')
    showToast({ text: '已移到回收站', act: { label: '撤销', run: () => undefined } })
    showNews('别处改了 2 条')
    vi.advanceTimersByTime(8000)
    expect(shown()).toBe('已移到回收站')
    vi.advanceTimersByTime(2000)
    expect(shown()).toBe('别处改了 2 条')
    vi.advanceTimersByTime(4000)
    expect(shown()).toBeNull()
  })

  it('goes at once when it is closed, and takes nothing with it that comes after', () => {
    showToast({ text: '已复制' })
    hideToast()
    expect(shown()).toBeNull()
    vi.advanceTimersByTime(3000)
    showToast({ text: '已撤销' })
    vi.advanceTimersByTime(3000)
    expect(shown()).toBe('已撤销')
  })
})
