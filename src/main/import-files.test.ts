import { describe, expect, it, vi } from 'vitest'
import type { ImportOutcome, ImportProgress } from '../core/library-view.ts'
import { importFiles } from './import-files.ts'

const failed = (file: string): ImportOutcome => ({ file, status: 'failed', problem: { code: 'empty', message: '' } })

function library() {
  return {
    importFile: vi.fn(async (_path: string, file: string) => failed(file)),
    importBytes: vi.fn(async (_bytes: Uint8Array, file: string) => failed(file)),
  }
}

function watcher(isCancelled: () => boolean = () => false) {
  const told: (ImportProgress | null)[] = []
  return { told, onProgress: (progress: ImportProgress | null) => void told.push(progress), isCancelled }
}

describe('importFiles', () => {
  it('imports paths and dropped bytes in their order, and tells how far it is before each', async () => {
    const { told, ...watching } = watcher()
    const into = library()
    const bytes = Uint8Array.of(1)
    const outcomes = await importFiles(into, ['/reports/a.txt', { name: 'b.md', bytes }], watching)
    expect(outcomes.map(({ file }) => file)).toEqual(['a.txt', 'b.md'])
    expect(into.importFile).toHaveBeenCalledWith('/reports/a.txt', 'a.txt')
    expect(into.importBytes).toHaveBeenCalledWith(bytes, 'b.md')
    expect(told).toEqual([{ done: 0, total: 2, file: 'a.txt' }, { done: 1, total: 2, file: 'b.md' }, null])
  })

  it('says nothing of its progress for one file', async () => {
    const { told, ...watching } = watcher()
    await importFiles(library(), ['/reports/a.txt'], watching)
    expect(told).toEqual([])
  })

  it('stops before the next file when it is cancelled; the rest says so', async () => {
    const into = library()
    const { told, ...watching } = watcher(() => into.importFile.mock.calls.length === 2)
    const outcomes = await importFiles(into, ['1.txt', '2.txt', '3.txt', '4.txt'], watching)
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed', 'cancelled', 'cancelled'])
    expect(into.importFile).toHaveBeenCalledTimes(2)
    expect(told.at(-1)).toBeNull()
    expect(told).toHaveLength(3)
  })

  it('does nothing with nothing', async () => {
    const { told, ...watching } = watcher()
    expect(await importFiles(library(), [], watching)).toEqual([])
    expect(told).toEqual([])
  })
})
