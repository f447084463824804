import { describe, expect, it } from 'vitest'
import { createProgress } from './progress.ts'

function record(isTTY: boolean, totalBytes: number, steps: readonly number[]): string {
  let written = ''
  const progress = createProgress(totalBytes, { isTTY, write: (text) => (written += text) })
  for (const megabytes of steps) progress.update(megabytes * 1e6)
  progress.end()
  return written
}

describe('createProgress', () => {
  it('writes a line every 25 MB to a log, and never runs backwards', () => {
    expect(record(false, 196e6, [0, 10, 26, 30, 20, 51, 196])).toBe('  26 / 196 MB\n  51 / 196 MB\n  196 / 196 MB\n')
  })
  it('writes in place on a terminal', () => {
    expect(record(true, 196e6, [1, 1.2, 2])).toBe('\r  1 / 196 MB\r  2 / 196 MB\n')
  })
  it('is silent when nothing was downloaded, and when the total is unknown names none', () => {
    expect(record(true, 196e6, [0])).toBe('')
    expect(record(false, 0, [30])).toBe('  30 MB\n')
  })
})
