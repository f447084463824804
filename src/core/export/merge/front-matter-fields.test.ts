import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type FrontMatterError, mergeFields } from './front-matter-fields.ts'

const merge = (yaml: string, fresh: Parameters<typeof mergeFields>[1]) => mergeFields(yaml, fresh, '\n').text

describe('mergeFields', () => {
  it.each([
    ['a scalar', 'title: "旧"\n', { title: '新' }, 'title: "新"\n'],
    ['one without quotes that says the same', 'title: 新\n', { title: '新' }, 'title: 新\n'],
    [
      'an id that YAML takes for a number',
      'meipi_report: 0123456789012345\n',
      { meipi_report: '0123456789012345' },
      'meipi_report: 0123456789012345\n',
    ],
    ['a date', 'delivered: 2025-01-08\n', { delivered: '2025-01-08' }, 'delivered: 2025-01-08\n'],
    ['a number', 'year: 2024 # 核对过\n', { year: 2025 }, 'year: 2025 # 核对过\n'],
    ['a field without a value', 'title:\nown: 1\n', { title: '新' }, 'title: "新"\nown: 1\n'],
    ['a block of text', 'title: |\n  旧\n  的\nown: 1\n', { title: '新' }, 'title: "新"\nown: 1\n'],
    ['a missing field', 'own: 1', { title: '新' }, 'own: 1\ntitle: "新"\n'],
    ['nothing', '', { title: '新', tags: ['a'] }, 'title: "新"\ntags:\n  - "a"\n'],
    ['what is not known', 'title: 旧\n', { title: null }, 'title: 旧\n'],
    ['an empty list', 'tags: 旧\n', { tags: [] }, 'tags: 旧\n'],
    [
      'a list',
      'tags:\n  - 旧 # 为何\n  # 尾\nown: 1\n',
      { tags: ['旧', '新'] },
      'tags:\n  - 旧 # 为何\n  - "新"\n  # 尾\nown: 1\n',
    ],
    ['a list without indentation', 'tags:\n- 旧\nown: 1\n', { tags: ['新'] }, 'tags:\n- 旧\n- "新"\nown: 1\n'],
    ['a list in brackets', 'tags: [旧, 有]   # 尾\n', { tags: ['新', '有'] }, 'tags: [旧, 有, "新"]   # 尾\n'],
    ['an empty list in brackets', 'tags: []\n', { tags: ['新'] }, 'tags:\n  - "新"\n'],
    ['a word for a list', 'tags: 旧\n', { tags: ['新'] }, 'tags:\n  - "旧"\n  - "新"\n'],
    [
      'a list with more than words',
      'tags:\n  - a: 1\n  - 旧\n',
      { tags: ['新'] },
      'tags:\n  - a: 1\n  - 旧\n  - "新"\n',
    ],
    ['a key in quotes', '"title": 旧\n', { title: '新' }, 'title: "新"\n'],
  ] as const)('%s', (_what, yaml, fresh, merged) => {
    expect(merge(yaml, fresh)).toBe(merged)
    expect(merge(merged, fresh)).toBe(merged)
  })

  it('keeps Windows line breaks', () => {
    const { text } = mergeFields('own: 1\r\ntags:\r\n  - 旧\r\nlast: 2\r\n', { tags: ['新'], title: '题' }, '\r\n')
    expect(text).toBe('own: 1\r\ntags:\r\n  - 旧\r\n  - "新"\r\nlast: 2\r\ntitle: "题"\r\n')
  })

  it('tells what it wrote', () => {
    expect(mergeFields('title: 旧 # 注\n', { title: '新', year: 2025 }, '\n').changes).toEqual([
      { key: 'title', before: 'title: 旧', after: 'title: "新"' },
      { key: 'year', before: null, after: 'year: 2025' },
    ])
  })

  it.each([
    ['no YAML', 'a: 1\nb: [\n', 3],
    ['a key twice', 'a: 1\na: 2\n', 2],
    ['no fields', '- a\n- b\n', 1],
    ['fields in braces', '{a: 1}\n', 1],
    ['a value that others point to', 'a: 1\ntitle: &t 旧\nb: *t\n', 2],
    ['fields where words should be', 'a: 1\ntags:\n  x: 1\n', 3],
  ])('%s is refused', (_what, yaml, line) => {
    expect(() => merge(yaml, { title: '新', tags: ['新'] })).toThrow(
      expect.objectContaining({ name: 'FrontMatterError', line }) satisfies FrontMatterError,
    )
  })

  it('leaves every field that is the reader’s as it was, and a second time changes nothing', () => {
    const own = fc.constantFrom(
      'cssclasses: [wide,  "x" ]',
      '评级: 5 # 重读',
      '# 一行注释',
      'aliases:\n- 甲\n-   乙 # 尾',
      'tags: 水',
      'title: >-\n  折\n  行',
      "更新: '2025-01-01'",
      '',
      'deep:\n    a:\n        - b',
    )
    const fields = fc.uniqueArray(own, { selector: (field) => field.split(':')[0] })
    const fresh = fc.record({
      title: fc.string(),
      year: fc.option(fc.integer()),
      tags: fc.array(fc.constantFrom('水', '气', 'a b')).map((tags) => [...new Set(tags)]),
      aliases: fc.array(fc.constantFrom('甲', '丙')).map((names) => [...new Set(names)]),
    })
    fc.assert(
      fc.property(fields, fresh, (parts, given) => {
        const yaml = parts.map((part) => `${part}\n`).join('')
        const merged = merge(yaml, given)
        expect(merge(merged, given)).toBe(merged)
        for (const part of parts) if (!/^(?:title|tags|aliases)/.test(part)) expect(merged).toContain(part)
        const read = parse(merged)
        expect(read.title).toBe(given.title)
        for (const list of ['tags', 'aliases'] as const) {
          const before = [parse(yaml)?.[list] ?? []].flat()
          if (before.length + given[list].length > 0)
            expect([read[list]].flat()).toEqual([...new Set([...before, ...given[list]])])
        }
      }),
    )
  })
})
