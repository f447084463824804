import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const { showMessageBox } = vi.hoisted(() => ({ showMessageBox: vi.fn() }))
vi.mock('electron', () => ({ BrowserWindow: {}, dialog: { showMessageBox }, ipcMain: {}, protocol: {} }))

const { CloseGuard } = await import('./close-guard.ts')
const { textsIn } = await import('./texts.ts')
type Guarded = Parameters<InstanceType<typeof CloseGuard>['watch']>[0]

/** A window as the guard knows it. */
class FakeWindow extends EventEmitter {
  destroyed = false
  readonly sent: string[] = []
  readonly webContents = { isCrashed: () => false, send: (channel: string) => void this.sent.push(channel) }

  isDestroyed(): boolean {
    return this.destroyed
  }

  close(): void {
    let prevented = false
    this.emit('close', {
      preventDefault: () => {
        prevented = true
      },
    })
    if (!prevented) this.destroyed = true
  }
}

function guardedWindow(guard: InstanceType<typeof CloseGuard>) {
  const fake = new FakeWindow()
  const window = fake as unknown as Guarded
  guard.watch(window)
  guard.markListening(window)
  return { fake, window }
}

const RETRY = { response: 0 }
const CLOSE = { response: 1 }
const CANCEL = { response: 2 }

describe('CloseGuard', () => {
  let guard = new CloseGuard(() => textsIn('zh'))
  beforeEach(() => {
    guard = new CloseGuard(() => textsIn('zh'))
    showMessageBox.mockReset()
  })

  it('closes a window whose page does not listen yet', () => {
    const fake = new FakeWindow()
    guard.watch(fake as unknown as Guarded)
    fake.close()
    expect(fake.destroyed).toBe(true)
  })

  it('closes each of several windows when its own page has written everything', async () => {
    const one = guardedWindow(guard)
    const other = guardedWindow(guard)
    one.fake.close()
    other.fake.close()
    expect([one.fake.sent, other.fake.sent]).toEqual([['window:flush'], ['window:flush']])
    await guard.closeIfSaved(other.window, true)
    expect([one.fake.destroyed, other.fake.destroyed]).toEqual([false, true])
    await guard.closeIfSaved(one.window, true)
    expect(one.fake.destroyed).toBe(true)
    expect(showMessageBox).not.toHaveBeenCalled()
  })

  it('keeps the window open whose reader cancels, and asks again next time', async () => {
    const { fake, window } = guardedWindow(guard)
    showMessageBox.mockResolvedValue(CANCEL)
    fake.close()
    await guard.closeIfSaved(window, false)
    expect(fake.destroyed).toBe(false)
    fake.close()
    showMessageBox.mockResolvedValue(CLOSE)
    await guard.closeIfSaved(window, false)
    expect(fake.destroyed).toBe(true)
    expect(fake.sent).toHaveLength(2)
  })

  it('tries again when the reader wants that', async () => {
    const { fake, window } = guardedWindow(guard)
    showMessageBox.mockResolvedValue(RETRY)
    fake.close()
    await guard.closeIfSaved(window, false)
    expect(fake.sent).toHaveLength(2)
    await guard.closeIfSaved(window, true)
    expect(fake.destroyed).toBe(true)
  })

  it('asks when the page does not answer in time, and once though it is closed again', async () => {
    vi.useFakeTimers()
    const { fake } = guardedWindow(guard)
    let answer: (value: typeof CLOSE) => void = () => undefined
    showMessageBox.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    fake.close()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(showMessageBox).toHaveBeenCalledOnce()
    fake.close()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(showMessageBox).toHaveBeenCalledOnce()
    answer(CLOSE)
    await vi.advanceTimersByTimeAsync(0)
    expect(fake.destroyed).toBe(true)
    vi.useRealTimers()
  })
})
