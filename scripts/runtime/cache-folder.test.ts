import { describe, expect, it } from 'vitest'
import { cacheFolder } from './cache-folder.ts'

describe.skipIf(process.platform === 'win32')('cacheFolder', () => {
  it('is the one in MEIPI_CACHE, for root as well', () => {
    expect(cacheFolder({ MEIPI_CACHE: '/somewhere' }, 1000)).toBe('/somewhere')
    expect(cacheFolder({ MEIPI_CACHE: '/somewhere' }, 0)).toBe('/somewhere')
  })
  it("is open to everyone for root, in the user's own for a user", () => {
    expect(cacheFolder({}, 0)).toBe('/var/cache/meipi')
    expect(cacheFolder({ MEIPI_CACHE: '' }, 1000)).toMatch(/[/\\](\.cache|Caches|.*cache.*)[/\\]meipi$/i)
  })
})
