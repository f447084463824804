import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonPlaceError, lineAt, readJsonItems } from './json-place.ts'

function failsAt(text: string): number | null {
  try {
    readJsonItems(text, [])
    return null
  } catch (error) {
    if (error instanceof JsonPlaceError) return error.offset
    throw error
  }
}

describe('readJsonItems', () => {
  it('tells where the items of an array begin', () => {
    const text = '{\n "other": [1],\n "first": { "items": [\n  {"a": [9]},\n\n  "b",  3] }\n}'
    const { value, starts } = readJsonItems(text, ['first', 'items'])
    expect(value).toEqual({ other: [1], first: { items: [{ a: [9] }, 'b', 3] } })
    expect(starts.map((start) => text.slice(start, start + 3))).toEqual(['{"a', '"b"', '3] '])
    expect(starts.map((start) => lineAt(text, start))).toEqual([4, 6, 6])
  })

  it.each([
    ['[1, 2]', 2],
    ['{"items": [1]}', 0],
    ['7', 0],
  ])('%s has %i items at the top', (text, count) => {
    expect(readJsonItems(text, []).starts).toHaveLength(count)
  })

  it.each([
    ['', 0],
    ['{', 1],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ["{'a': 1}", 1],
    ['[1] x', 4],
    ['"a\nb"', 2],
    ['"\\x"', 2],
    ['"\\u12"', 2],
    ['[01]', 1],
    ['[1.]', 1],
    ['[NaN]', 1],
    ['[truest]', 1],
    ['\ufeff[]', 0],
    ['"open', 5],
  ])('%j is no JSON at %i', (text, offset) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(failsAt(text)).toBe(offset)
  })

  it('refuses what is nested without end', () => {
    expect(failsAt('['.repeat(100_000))).toBe(65)
    expect(failsAt(`${'['.repeat(64)}1${']'.repeat(64)}`)).toBeNull()
  })

  it('takes what JSON.parse takes, and nothing else', () => {
    const written = fc.json({ maxDepth: 4 })
    fc.assert(
      fc.property(
        written,
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', ' '),
        (json, place, put) => {
          const at = place % (json.length + 1)
          const text = json.slice(0, at) + put + json.slice(at + 1)
          let isJson = true
          try {
            JSON.parse(text)
          } catch {
            isJson = false
          }
          expect(failsAt(text) === null).toBe(isJson)
        },
      ),
      { numRuns: 500 },
    )
  })
})
