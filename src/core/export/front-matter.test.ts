import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { toFrontMatter, toYamlString } from './front-matter.ts'

test('fields come in order, strings quoted, numbers bare, lists a line an item', () => {
  expect(toFrontMatter({ title: '报告', year: 2025, tags: ['水', '1984'] })).toBe(
    ['---', 'title: "报告"', 'year: 2025', 'tags:', '  - "水"', '  - "1984"', '---'].join('\n'),
  )
})

test('fields of which nothing is known are left out', () => {
  expect(toFrontMatter({ title: null, tags: [], exported: '' })).toBe('---\nexported: ""\n---')
})

test.each([
  ['a title with quotes, colon and line break', '“新”: "旧"\n第二行'],
  ['what YAML would take for something else', 'null'],
  ['a number in disguise', '1234567890123456'],
  ['a fence', '---'],
  ['a comment', 'a # b'],
  ['a character beyond the basic plane', '𠮷😀'],
  ['separators and a byte order mark', 'a\u2028b\u0085c\ufeff'],
])('%s is read back as it was', (_, value) => {
  expect(parse(toYamlString(value))).toBe(value)
})

test('half a surrogate pair becomes the replacement character', () => {
  expect(parse(toYamlString('a\ud842b'))).toBe('a\ufffdb')
})

test('any string is read back as it was, from one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const written = toYamlString(value)
      expect(written).not.toMatch(/[\n\r\u0085\u2028\u2029]/)
      expect(parse(written)).toBe(value)
    }),
  )
})
