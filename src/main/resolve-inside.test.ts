import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveInside } from './resolve-inside.ts'

const folder = join('/', 'srv', 'page')

describe('resolveInside', () => {
  it.each([
    ['/index.html', join(folder, 'index.html')],
    ['/assets/a%20b.js', join(folder, 'assets', 'a b.js')],
    ['/assets/../index.html', join(folder, 'index.html')],
    ['/', null],
    ['/..', null],
    ['/../secret', null],
    ['/%2e%2e/secret', null],
    ['/%2e%2e%2fsecret', null],
    ['/assets/../../page-2/index.html', null],
    ['/a%00.html', null],
    ['/%', null],
  ])('%s → %s', (pathname, expected) => {
    expect(resolveInside(folder, pathname)).toBe(expected)
  })
})
