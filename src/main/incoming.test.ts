import { describe, expect, it } from 'vitest'
import { LONGEST_LINK, parseMeipiLink } from '../core/export/meipi-link.ts'
import { arrivalSchema, Incoming } from './incoming.ts'

describe('what came in', () => {
  it('is kept in order until it is taken, once', () => {
    const incoming = new Incoming()
    expect(incoming.isEmpty).toBe(true)
    incoming.add({ files: ['/a.txt'], link: null })
    incoming.add({ files: ['/b.txt', '/c.txt'], link: null })
    expect(incoming.isEmpty).toBe(false)
    expect(incoming.take()).toEqual({ files: ['/a.txt', '/b.txt', '/c.txt'], link: null })
    expect(incoming.take()).toEqual({ files: [], link: null })
    expect(incoming.isEmpty).toBe(true)
  })

  it('has the last link, which later files do not take away', () => {
    const incoming = new Incoming()
    incoming.add({ files: [], link: 'meipi:1' })
    expect(incoming.isEmpty).toBe(false)
    incoming.add({ files: [], link: 'meipi:2' })
    incoming.add({ files: ['/a.txt'], link: null })
    expect(incoming.take()).toEqual({ files: ['/a.txt'], link: 'meipi:2' })
  })

  it('keeps no link that is longer than any of ours, and it stays none', () => {
    const incoming = new Incoming()
    incoming.add({ files: [], link: `meipi://report/0123456789abcdef?a=${'a'.repeat(1_000_000)}` })
    const link = incoming.take().link ?? ''
    expect(link).toHaveLength(LONGEST_LINK + 1)
    expect(parseMeipiLink(link)).toBeNull()
  })
})

describe('what a later start hands over', () => {
  it.each([
    [
      { files: ['/a.txt'], link: 'meipi:1' },
      { files: ['/a.txt'], link: 'meipi:1' },
    ],
    [{ files: [] }, { files: [], link: null }],
    [null, undefined],
    ['meipi:1', undefined],
    [{ files: 'a.txt' }, undefined],
    [{ files: [1] }, undefined],
    [{ files: [], link: ['meipi:1'] }, undefined],
  ])('%j', (given, read) => {
    expect(arrivalSchema.safeParse(given).data).toEqual(read)
  })
})
