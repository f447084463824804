import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importText, libraryPlace, REPORT } from './testing/library-place.ts'
import { startWorkerReader } from './workers/worker-reader.ts'

const worker = join(import.meta.dirname, 'workers', 'reader-worker.ts')

describe('Library: importing bytes', () => {
  it('is as importing the file: the same bytes are the same report, under the name that was told', async () => {
    const place = libraryPlace()
    const library = await place.open()
    const dropped = await importText(library, REPORT, '拖入的报告.txt')
    expect(dropped.file).toBe('拖入的报告.txt')
    expect(await library.importFile(place.file('a.txt', REPORT), 'a.txt')).toMatchObject({
      status: 'known',
      summary: { id: dropped.id },
    })
    await library.close()
  })

  it.each([
    ['unsupported', new Uint8Array([65]), 'a.wps'],
    ['unsupported', new Uint8Array([65]), '没有后缀'],
    ['empty', new Uint8Array(), 'a.txt'],
    ['binary', new Uint8Array([80, 0, 3, 4]), 'a.txt'],
    ['too-large', new Uint8Array(20 * 1024 * 1024 + 1), 'a.txt'],
  ])('says that it is %s', async (problem, bytes, file) => {
    const library = await libraryPlace().open()
    expect(await library.importBytes(bytes, file)).toMatchObject({ file, status: 'failed', problem: { code: problem } })
    expect(library.state.reports).toEqual([])
    await library.close()
  })

  it('goes through the worker', async () => {
    const reader = startWorkerReader(worker)
    const library = await libraryPlace().open({ reader })
    const { id } = await importText(library, REPORT)
    expect((await library.openReport(id)).text).toBe(REPORT)
    expect(await library.importBytes(new Uint8Array([65]), 'a.wps')).toMatchObject({ problem: { code: 'unsupported' } })
    const first = REPORT.indexOf('五源共治')
    const uses = [{ reportId: id, count: 1, first: { start: first, end: first + 4 } }]
    expect(await library.termUses('“五源共治”')).toEqual(uses)
    expect(await library.termUses('没有的词')).toEqual([])
    await library.close()
    await reader.stop()
  })
})
