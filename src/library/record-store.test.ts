import type { Adapter } from 'lowdb'
import { describe, expect, it } from 'vitest'
import { RecordStore } from './record-store.ts'

/** A disk that writes slowly, and fails when it is told to. */
class SlowDisk implements Adapter<readonly number[]> {
  content: readonly number[] | null = null
  failing = false
  writing = 0

  read = async () => this.content

  write = async (record: readonly number[]) => {
    this.writing++
    expect(this.writing).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1))
    this.writing--
    if (this.failing) throw new Error('disk full')
    this.content = record
  }
}

const append = (number: number) => (record: readonly number[]) => [...record, number]

describe('RecordStore', () => {
  it('makes changes one after another, none on top of an older record', async () => {
    const disk = new SlowDisk()
    const store = await RecordStore.open(disk, [])
    await Promise.all([1, 2, 3, 4, 5].map((number) => store.change(append(number))))
    expect(disk.content).toEqual([1, 2, 3, 4, 5])
  })

  it('acknowledges a change when the disk has it', async () => {
    const disk = new SlowDisk()
    const store = await RecordStore.open(disk, [])
    expect(await store.change(append(1))).toBe(disk.content)
  })

  it('is as before after a write that failed, and goes on', async () => {
    const disk = new SlowDisk()
    const store = await RecordStore.open(disk, [])
    await store.change(append(1))
    disk.failing = true
    await expect(store.change(append(2))).rejects.toThrow('disk full')
    expect(store.record).toEqual([1])
    disk.failing = false
    await store.change(append(3))
    expect(disk.content).toEqual([1, 3])
  })

  it('goes on after a change that cannot be made', async () => {
    const store = await RecordStore.open(new SlowDisk(), [0])
    const impossible = store.change(() => {
      throw new Error('not there')
    })
    await expect(impossible).rejects.toThrow('not there')
    expect(await store.change(append(1))).toEqual([0, 1])
  })
})
