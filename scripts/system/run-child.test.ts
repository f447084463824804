import { describe, expect, it } from 'vitest'
import { runChild, toExitCode } from './run-child.ts'

describe('runChild', () => {
  it('gives the exit code', async () => {
    expect(await runChild([process.execPath, '-e', 'process.exit(7)'])).toBe(7)
  })
  it('rejects when there is no such program', async () => {
    await expect(runChild(['/no/such/program'])).rejects.toThrow('ENOENT')
  })
  it.skipIf(process.platform === 'win32')('counts an end by a signal as a shell does', async () => {
    expect(await runChild([process.execPath, '-e', 'process.kill(process.pid, "SIGKILL")'])).toBe(137)
    expect(toExitCode(null, 'SIGTERM')).toBe(143)
  })
})
