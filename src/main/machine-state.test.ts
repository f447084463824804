import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../library/testing/temporary-folder.ts'
import { MachineState } from './machine-state.ts'

const nothing = { schemaVersion: 1, bounds: null, maximized: false, lastReport: null, recent: [] }
const bounds = { x: 10, y: 20, width: 1000, height: 700 }

let path = ''
let log = vi.spyOn(console, 'error')
beforeEach(() => {
  path = join(temporaryFolder(), 'windows.json')
  log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('MachineState', () => {
  it('finds again what was changed', async () => {
    const first = await MachineState.open(path)
    expect(first.record).toEqual(nothing)
    first.change({ bounds, maximized: true })
    first.change({ lastReport: 'a', recent: ['a'] })
    await first.flush()
    expect((await MachineState.open(path)).record).toEqual({
      ...nothing,
      bounds,
      maximized: true,
      lastReport: 'a',
      recent: ['a'],
    })
    expect(log).not.toHaveBeenCalled()
  })

  it('writes a little after the last change, and once', async () => {
    vi.useFakeTimers()
    const state = await MachineState.open(path)
    state.change({ bounds })
    await vi.advanceTimersByTimeAsync(300)
    state.change({ maximized: true })
    await vi.advanceTimersByTimeAsync(300)
    expect(existsSync(path)).toBe(false)
    await vi.advanceTimersByTimeAsync(300)
    vi.useRealTimers()
    await state.flush()
    expect((await MachineState.open(path)).record).toMatchObject({ bounds, maximized: true })
  })

  it.each([
    ['no JSON', '{'],
    ['no record', 'null'],
    ['a size of nothing', JSON.stringify({ ...nothing, bounds: { ...bounds, width: 0 } })],
    ['a place that is no number', JSON.stringify({ ...nothing, bounds: { ...bounds, x: 'left' } })],
    ['a newer form', JSON.stringify({ ...nothing, schemaVersion: 2 })],
  ])('remembers nothing with %s', async (_what, content) => {
    writeFileSync(path, content)
    expect((await MachineState.open(path)).record).toEqual(nothing)
    expect(log).toHaveBeenCalled()
  })

  it('goes on when the file cannot be written', async () => {
    const state = await MachineState.open(join(path, 'not-a-folder', 'windows.json'))
    state.change({ lastReport: 'a' })
    await state.flush()
    expect(state.record.lastReport).toBe('a')
    expect(log).toHaveBeenCalled()
  })
})
