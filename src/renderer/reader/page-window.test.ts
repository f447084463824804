import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toSourceRange } from '../../core/text/range.ts'
import { chunkParts, pageParts } from './page-parts.ts'
import { firstChunks, layOut, showPage, usePageWindow, withBlockAt, withWholePage } from './page-window.ts'

/** Seven chunks of one block each, with room for a line break between two. */
const blocks = Array.from({ length: 7 }, (_, index) => ({
  kind: 'paragraph' as const,
  ...toSourceRange(index * 10_000, index * 10_000 + 9000),
}))
const chunks = chunkParts(pageParts(blocks).body)

const laidOut = () => [...usePageWindow.getState().laidOut].sort()

const show = (textHash: string, first: readonly number[] = [0]) =>
  showPage({ textHash, blocks, chunks, laidOut: new Set(first) })

beforeEach(() => {
  usePageWindow.setState({ textHash: '', blocks: [], chunks: [], laidOut: new Set() })
})

describe('what a page begins with', () => {
  it.each([
    ['all of a report that is short', 60_000, [0, 1, 2, 3, 4, 5, 6]],
    ['the top of a long one', 60_001, [0]],
  ])('is %s', (_what, length, first) => {
    expect([...firstChunks(chunks, length)]).toEqual(first)
  })
})

describe('a page that is shown', () => {
  it('is laid out further as that is asked for, and what was once laid out stays', () => {
    show('a')
    layOut(2, 3)
    layOut(2)
    expect(laidOut()).toEqual([0, 2, 3])
  })

  it('does not change where all of it is there already', () => {
    show('a', [0, 1])
    const before = usePageWindow.getState()
    layOut(1)
    expect(usePageWindow.getState()).toBe(before)
  })

  it('keeps what is laid out when the same text is read anew, and not when another text comes', () => {
    show('a')
    layOut(4)
    show('a')
    expect(laidOut()).toEqual([0, 4])
    show('b')
    expect(laidOut()).toEqual([0])
  })
})

describe('what needs a place to be on the page', () => {
  it.each([
    ['in the middle', 35_000, [0, 2, 3, 4]],
    ['next to what is there', 15_000, [0, 1, 2]],
    ['at the end', 60_000, [0, 5, 6]],
  ])('waits until it is laid out with its neighbours: %s', async (_where, offset, expected) => {
    show('a')
    const there = await new Promise((resolve) => {
      withBlockAt(offset, () => resolve(laidOut()))
      expect(laidOut()).toEqual([0])
    })
    expect(there).toEqual(expected)
  })

  it.each([
    ['on the page already', 500],
    ['between two blocks', 39_500],
    ['outside the text', 999_999],
  ])('runs at once, and lays nothing out, for a place %s', (_where, offset) => {
    show('a')
    const run = vi.fn()
    withBlockAt(offset, run)
    expect(run).toHaveBeenCalledOnce()
    expect(laidOut()).toEqual([0])
  })
})

it('lays out the whole page as long as something needs it, whatever becomes of that', async () => {
  show('a')
  await withWholePage(async () => expect(laidOut()).toEqual([0, 1, 2, 3, 4, 5, 6]))
  expect(laidOut()).toEqual([0])
  await expect(withWholePage(() => Promise.reject(new Error('no printer')))).rejects.toThrow('no printer')
  expect(laidOut()).toEqual([0])
})
