import { beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>

const { listeners } = vi.hoisted(() => ({ listeners: new Map<string, Listener>() }))
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: (sender: unknown) => (sender === 'gone' ? null : { sender }) },
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
  protocol: {},
}))

const { handle } = await import('./ipc.ts')
const { ReaderTermError } = await import('../core/glossary/change-reader-terms.ts')
const { LibraryError } = await import('../library/library-error.ts')
const { ReportFolderError } = await import('../library/report-folder.ts')
const { ReaderProblem } = await import('./reader-problem.ts')

const ourFrame = { parent: null, origin: 'app://meipi' }
const id = '0123456789abcdef'

function invoke(channel: string, senderFrame: unknown, ...args: unknown[]): Promise<unknown> | undefined {
  return listeners.get(channel)?.({ senderFrame, sender: 'page' }, ...args)
}

describe('handle', () => {
  const answer = vi.fn(() => null)
  beforeEach(() => {
    answer.mockReset().mockReturnValue(null)
    handle('report:save-place', answer)
  })

  it('answers our own page', async () => {
    expect(await invoke('report:save-place', ourFrame, id, 12, 0.5)).toEqual({ ok: true, value: null })
    expect(answer).toHaveBeenCalledWith([id, 12, 0.5], { sender: 'page' })
  })

  it.each([
    ['no frame', null],
    ['a frame inside our page', { parent: ourFrame, origin: 'app://meipi' }],
    ['another address', { parent: null, origin: 'https://example.org' }],
    ['a look-alike host', { parent: null, origin: 'app://meipi.example.org' }],
    ['a file', { parent: null, origin: 'file://' }],
    ['a page without origin', { parent: null, origin: 'null' }],
  ])('turns away %s', async (_who, frame) => {
    expect(await invoke('report:save-place', frame, id, 12, 0.5)).toMatchObject({
      ok: false,
      problem: { code: 'untrusted-sender' },
    })
    expect(answer).not.toHaveBeenCalled()
  })

  it.each([
    ['nothing', []],
    ['too few', [id, 12]],
    ['too many', [id, 12, 0.5, 'more']],
    ['a path for an id', ['../../etc/passwd', 12, 0.5]],
    ['a negative place', [id, -1, 0.5]],
    ['text for a number', [id, '12', 0.5]],
    ['not a number', [id, Number.NaN, 0.5]],
    ['an object for an id', [{ toString: () => id }, 12, 0.5]],
  ])('turns away %s as arguments', async (_what, args) => {
    expect(await invoke('report:save-place', ourFrame, ...args)).toMatchObject({
      ok: false,
      problem: { code: 'malformed-arguments' },
    })
    expect(answer).not.toHaveBeenCalled()
  })

  it('turns away a page whose window is gone', async () => {
    const answered = await listeners.get('report:save-place')?.({ senderFrame: ourFrame, sender: 'gone' }, id, 12, 0.5)
    expect(answered).toMatchObject({ ok: false, problem: { code: 'untrusted-sender' } })
    expect(answer).not.toHaveBeenCalled()
  })

  it.each([
    ['ReportFolderError', new ReportFolderError('没有完成。')],
    ['LibraryError', new LibraryError('没有完成。')],
    ['ReaderTermError', new ReaderTermError('没有完成。')],
    ['open-elsewhere', new ReaderProblem('open-elsewhere', '没有完成。')],
  ])('answers with a problem in plain words when the work fails: %s', async (code, error) => {
    answer.mockImplementation(() => {
      throw error
    })
    expect(await invoke('report:save-place', ourFrame, id, 12, 0.5)).toEqual({
      ok: false,
      problem: { code, message: '没有完成。' },
    })
  })

  it('says that the disk is full', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    answer.mockImplementation(() => {
      throw Object.assign(new Error('write'), { code: 'ENOSPC' })
    })
    expect(await invoke('report:save-place', ourFrame, id, 12, 0.5)).toMatchObject({ problem: { code: 'ENOSPC' } })
    expect(log).toHaveBeenCalled()
  })
})
