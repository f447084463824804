import { afterEach, expect, it, vi } from 'vitest'
import { takeSnapshotsDaily } from './daily-snapshots.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('looks soon after the start, and then every hour', () => {
  vi.useFakeTimers()
  const takeDailySnapshot = vi.fn(async () => undefined)
  takeSnapshotsDaily({ takeDailySnapshot })
  expect(takeDailySnapshot).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(takeDailySnapshot).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(3 * 60 * 60 * 1000)
  expect(takeDailySnapshot).toHaveBeenCalledTimes(4)
})
