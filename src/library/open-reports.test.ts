import { describe, expect, it, vi } from 'vitest'
import { OpenReport } from './open-report.ts'
import { OpenReports } from './open-reports.ts'
import { readingAccess } from './reading-access.ts'
import { directReader } from './report-reader.ts'
import { SerialQueue } from './serial-queue.ts'
import { importText, libraryPlace, REPORT } from './testing/library-place.ts'

/** A promise that is ended by hand. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** Reports of which each is the same one, and how often it was read. */
async function reports() {
  const place = libraryPlace()
  const library = await place.open()
  const { id } = await importText(library, REPORT)
  await library.close()
  const folder = `${place.folder}/reports/${id}`
  const read = vi.fn(() => OpenReport.read(readingAccess(), directReader, folder))
  return { read, open: new OpenReports(read) }
}

const atOnce = <T>(act: () => Promise<T>) => act()

describe('OpenReports', () => {
  it('opens a report once', async () => {
    const { read, open } = await reports()
    const [first, second] = await Promise.all([1, 2].map(() => open.use('a', async (report) => report)))
    expect(first).toBe(second)
    expect(read).toHaveBeenCalledOnce()
  })

  it('tries a report again that could not be read', async () => {
    const { read, open } = await reports()
    read.mockRejectedValueOnce(new Error('damaged'))
    await expect(open.use('a', async () => 1)).rejects.toThrow('damaged')
    expect(await open.use('a', async () => 1)).toBe(1)
  })

  it('moves a report when nobody uses it, and lets those wait that come later', async () => {
    const { read, open } = await reports()
    const happened: string[] = []
    const using = gate()
    const use = open.use('a', async () => {
      await using.opened
      happened.push('used')
    })
    const move = open.move(['a', 'b'], atOnce, async () => {
      happened.push('moved')
    })
    const later = open.use('b', async () => happened.push('used later'))
    await open.use('c', async () => happened.push('used elsewhere'))
    using.open()
    await Promise.all([use, move, later])
    expect(happened).toEqual(['used elsewhere', 'used', 'moved', 'used later'])
    // What was moved is read anew.
    await open.use('a', async () => 1)
    expect(read).toHaveBeenCalledTimes(4)
  })

  it('lets those wait for a move that has to wait for its turn, and goes on after one that failed', async () => {
    const { open } = await reports()
    const queue = new SerialQueue()
    const turn = <T>(act: () => Promise<T>) => queue.run(act)
    const before = gate()
    void queue.run(() => before.opened)
    const happened: string[] = []
    const failing = open.move(['a'], turn, async () => {
      throw new Error('disk full')
    })
    const second = open.move(['a'], turn, async () => {
      happened.push('moved')
    })
    const use = open.use('a', async () => happened.push('used'))
    const failed = expect(failing).rejects.toThrow('disk full')
    before.open()
    await Promise.all([failed, second, use])
    expect(happened).toEqual(['moved', 'used'])
  })
})
