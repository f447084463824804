import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, type Result, succeed } from '../../core/result.ts'
import { SaveQueue, type SaveState } from './save-queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function queue() {
  const states: SaveState['step'][] = []
  const refused: string[] = []
  const line = new SaveQueue(
    (state) => states.push(state.step),
    (problem, words) => refused.push([problem.code, words].filter((part) => part !== '').join(': ')),
  )
  return { states, refused, queue: line }
}

describe('SaveQueue', () => {
  it('saves in the order in which it was asked, one at a time', async () => {
    const { queue: line, states } = queue()
    const done: number[] = []
    const job = (number: number, takes: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, takes))
      done.push(number)
      return succeed(number)
    }
    line.add(job(1, 30))
    line.add(job(2, 10))
    line.add(job(3, 0))
    await vi.runAllTimersAsync()
    expect(done).toEqual([1, 2, 3])
    expect(states.at(-1)).toBe('saved')
    expect(states.filter((step) => step === 'saved')).toHaveLength(1)
  })

  it.each([
    ['answers with a problem', async (): Promise<Result<never>> => fail('ENOSPC', '磁盘已满。')],
    ['throws', async (): Promise<Result<never>> => Promise.reject(new Error('the main process is gone'))],
  ])('keeps a save that %s first in line, and tries it again', async (_how, failing) => {
    const { queue: line, states } = queue()
    const done: string[] = []
    let full = true
    line.add(async () => {
      if (full) return failing()
      done.push('first')
      return succeed(null)
    })
    line.add(async () => {
      done.push('second')
      return succeed(null)
    })
    await vi.advanceTimersByTimeAsync(100)
    expect(states.at(-1)).toBe('failed')
    expect(done).toEqual([])
    full = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(done).toEqual(['first', 'second'])
    expect(states.at(-1)).toBe('saved')
  })

  it('hands back what can never be saved, and goes on', async () => {
    const { queue: line, states, refused } = queue()
    const done: string[] = []
    line.add(async () => fail('malformed-arguments', '不合规定。'), '与年鉴核对')
    line.add(async () => {
      done.push('second')
      return succeed(null)
    })
    await vi.advanceTimersByTimeAsync(100)
    expect({ done, refused, last: states.at(-1) }).toEqual({
      done: ['second'],
      refused: ['malformed-arguments: 与年鉴核对'],
      last: 'saved',
    })
  })

  it('says nothing of saving when there is nothing to save, and tells what became of a retry', async () => {
    const { queue: line, states } = queue()
    expect(await line.retry()).toEqual(succeed(null))
    expect(states).toEqual([])
    line.add(async () => fail('ENOSPC', '磁盘已满。'))
    expect(await line.retry()).toMatchObject({ ok: false, problem: { code: 'ENOSPC' } })
    expect(line.waiting).toBe(true)
  })

  it('tries at once when it is told to', async () => {
    const { queue: line, states } = queue()
    let full = true
    line.add(async () => (full ? fail('ENOSPC', '磁盘已满。') : succeed(null)))
    await vi.advanceTimersByTimeAsync(100)
    full = false
    await line.retry()
    expect(states.at(-1)).toBe('saved')
  })
})
