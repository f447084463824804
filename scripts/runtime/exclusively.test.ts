import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { exclusively } from './exclusively.ts'

const lockModule = fileURLToPath(new URL('exclusively.ts', import.meta.url))

/** Another process that holds the lock until it is killed. */
async function holdInAnotherProcess(name: string): Promise<ChildProcess> {
  const script = `import { exclusively } from ${JSON.stringify(lockModule)}
    await exclusively(${JSON.stringify(name)}, async () => {
      console.log('held')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }, () => undefined)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (holder.stdout) await once(holder.stdout, 'data')
  return holder
}

const uniqueName = (): string => `test-${process.pid}-${Math.random()}`

describe.skipIf(process.platform === 'darwin')('exclusively', () => {
  it('does not wait when nobody holds the lock, also not the second time', async () => {
    const name = uniqueName()
    const onWait = vi.fn()
    expect(await exclusively(name, async () => 1, onWait)).toBe(1)
    expect(await exclusively(name, async () => 2, onWait)).toBe(2)
    expect(onWait).not.toHaveBeenCalled()
  })

  it('lets go when the work fails', async () => {
    const name = uniqueName()
    const failing = exclusively(
      name,
      async () => {
        throw new Error('failed')
      },
      () => undefined,
    )
    await expect(failing).rejects.toThrow('failed')
    expect(await exclusively(name, async () => 'mine', vi.fn())).toBe('mine')
  })

  it('waits for a living process, and takes over when that is killed', async () => {
    const name = uniqueName()
    const holder = await holdInAnotherProcess(name)
    const onWait = vi.fn()
    const work = vi.fn(async () => 'mine')
    const waiting = exclusively(name, work, onWait)
    await vi.waitFor(() => expect(onWait).toHaveBeenCalledTimes(1))
    await sleep(100)
    expect(work).not.toHaveBeenCalled()
    holder.kill('SIGKILL')
    expect(await waiting).toBe('mine')
    expect(onWait).toHaveBeenCalledTimes(1)
  })

  it('runs the work of many one after the other', async () => {
    const name = uniqueName()
    let running = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await sleep(5)
      running--
    }
    await Promise.all(Array.from({ length: 8 }, () => exclusively(name, work, () => undefined)))
    expect(most).toBe(1)
  })
})
