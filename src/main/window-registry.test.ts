import { describe, expect, it } from 'vitest'
import { WindowRegistry } from './window-registry.ts'

const one = { name: 'one' }
const other = { name: 'other' }

describe('WindowRegistry', () => {
  it('lets a report be shown by one window at most', () => {
    const registry = new WindowRegistry<object>()
    expect(registry.claim(one, 'a')).toBe(true)
    expect(registry.claim(other, 'a')).toBe(false)
    expect(registry.windowOf('a')).toBe(one)
    expect(registry.reportOf(other)).toBeNull()
  })

  it('keeps what a window shows when it asks for what another one has', () => {
    const registry = new WindowRegistry<object>()
    registry.claim(one, 'a')
    registry.claim(other, 'b')
    expect(registry.claim(other, 'a')).toBe(false)
    expect(registry.reportOf(other)).toBe('b')
  })

  it('frees a report when its window goes on to another one', () => {
    const registry = new WindowRegistry<object>()
    registry.claim(one, 'a')
    registry.claim(one, 'b')
    expect(registry.windowOf('a')).toBeNull()
    expect(registry.claim(other, 'a')).toBe(true)
  })

  it('lets a window open its own report again', () => {
    const registry = new WindowRegistry<object>()
    registry.claim(one, 'a')
    expect(registry.claim(one, 'a')).toBe(true)
    expect(registry.isShownElsewhere(['a'], one)).toBe(false)
    expect(registry.isShownElsewhere(['b', 'a'], other)).toBe(true)
  })

  it('frees the report of a window that closes, and reports that are gone', () => {
    const registry = new WindowRegistry<object>()
    registry.claim(one, 'a')
    registry.claim(other, 'b')
    registry.release(one)
    expect(registry.windowOf('a')).toBeNull()
    registry.releaseReports(['b', 'c'])
    expect(registry.reportOf(other)).toBeNull()
  })
})
