import { describe, expect, it, vi } from 'vitest'
import { ForeignChangeError } from './durable-json-file.ts'
import { RecordStore, type SharedFile } from './record-store.ts'

type Numbers = readonly number[]

/** A disk that writes slowly, fails when it is told to, and that another program writes to as well. */
class SlowDisk implements SharedFile<Numbers> {
  content: Numbers | null = null
  failing = false
  canWrite = true
  writing = 0
  /** What the other program is about to write: before the file is looked at, or later, when that is over. */
  early: Numbers[] = []
  late: Numbers[] = []
  #known: Numbers | null = null

  read = async () => this.content

  readForeign = async () => {
    this.content = this.early.shift() ?? this.content
    if (this.content === this.#known) return null
    this.#known = this.content
    return this.content
  }

  write = async (record: Numbers) => {
    this.writing++
    expect(this.writing).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1))
    this.writing--
    this.content = this.late.shift() ?? this.content
    if (this.content !== this.#known) throw new ForeignChangeError('written by another')
    if (this.failing) throw new Error('disk full')
    this.content = record
    this.#known = record
  }
}

/** Numbers are never taken away: the union is all that any program wrote. */
const union = (_base: Numbers | null, ours: Numbers, theirs: Numbers) => [...new Set([...theirs, ...ours])]
const append = (number: number) => (record: Numbers) => [...record, number]

function open(disk: SlowDisk, onMerged = () => {}) {
  return new RecordStore<Numbers>(disk, [], { reconcile: union, onMerged })
}

describe('RecordStore', () => {
  it('makes changes one after another, none on top of an older record', async () => {
    const disk = new SlowDisk()
    const store = open(disk)
    await Promise.all([1, 2, 3, 4, 5].map((number) => store.change(append(number))))
    expect(disk.content).toEqual([1, 2, 3, 4, 5])
  })

  it('acknowledges a change when the disk has it', async () => {
    const disk = new SlowDisk()
    const store = open(disk)
    expect(await store.change(append(1))).toBe(disk.content)
  })

  it('is as before after a write that failed, and goes on', async () => {
    const disk = new SlowDisk()
    const store = open(disk)
    await store.change(append(1))
    disk.failing = true
    await expect(store.change(append(2))).rejects.toThrow('disk full')
    expect(store.record).toEqual([1])
    disk.failing = false
    await store.change(append(3))
    expect(disk.content).toEqual([1, 3])
  })

  it('goes on after a change that cannot be made', async () => {
    const store = open(new SlowDisk())
    const impossible = store.change(() => {
      throw new Error('not there')
    })
    await expect(impossible).rejects.toThrow('not there')
    expect(await store.change(append(1))).toEqual([1])
  })
})

describe('RecordStore, where another program writes too', () => {
  it.each(['early', 'late'] as const)('merges what was written (%s) with the change', async (when) => {
    const disk = new SlowDisk()
    const onMerged = vi.fn()
    const store = open(disk, onMerged)
    await store.change(append(1))
    disk[when].push([7])
    expect(await store.change(append(2))).toEqual([7, 1, 2])
    expect(disk.content).toEqual([7, 1, 2])
    expect(onMerged).toHaveBeenCalledOnce()
  })

  it('merges what is written again and again, and gives up where there is no end of it', async () => {
    const disk = new SlowDisk()
    const store = open(disk)
    disk.late.push([7], [8], [9])
    expect(await store.change(append(1))).toEqual([9, 8, 7, 1])
    disk.late.push(...Array.from({ length: 30 }, (_, index) => [20 + index]))
    await expect(store.change(append(2))).rejects.toThrow(ForeignChangeError)
    // What was acknowledged is not lost by that, nor what was read.
    expect(store.record).toEqual(expect.arrayContaining([1, 7, 8, 9, 20]))
    expect(store.record).not.toContain(2)
  })

  it('keeps what it read where the write fails then', async () => {
    const disk = new SlowDisk()
    const store = open(disk)
    await store.change(append(1))
    disk.early.push([7])
    disk.failing = true
    await expect(store.change(append(2))).rejects.toThrow('disk full')
    expect(store.record).toEqual([7, 1])
    disk.failing = false
    expect(await store.change(append(3))).toEqual([7, 1, 3])
  })

  it('takes in what was written, and writes again what it lacks', async () => {
    const disk = new SlowDisk()
    const store = open(disk)
    await store.change(append(1))
    await store.refresh()
    disk.early.push([1, 7])
    const write = vi.spyOn(disk, 'write')
    await store.refresh()
    expect(store.record).toEqual([1, 7])
    expect(disk.content).toEqual([1, 7])
    disk.early.push([8])
    await store.refresh()
    expect(disk.content).toEqual([8, 1, 7])
    disk.canWrite = false
    disk.early.push([9])
    await store.refresh()
    expect([disk.content, store.record]).toEqual([[9], [9, 8, 1, 7]])
    expect(write).toHaveBeenCalledTimes(1)
  })
})
