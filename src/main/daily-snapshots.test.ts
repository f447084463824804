import { afterEach, expect, it, vi } from 'vitest'
import { takeSnapshotsDaily } from './daily-snapshots.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('looks soon after the start, and then every hour', () => {
  vi.useFakeTimers()
  const takeDaily = vi.fn(async () => undefined)
  takeSnapshotsDaily({ takeDaily }, () => undefined)
  expect(takeDaily).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(takeDaily).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(3 * 60 * 60 * 1000)
  expect(takeDaily).toHaveBeenCalledTimes(4)
})
